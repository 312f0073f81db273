/* Light or dark. The address wins, then what this viewer chose last, then the system. */

const NAME = "timeline-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

const remembered = () => {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null; // storage may be forbidden; the system's look serves
  }
};

/** @returns {"dark" | "light"} */
export const theme = () => {
  const asked = new URLSearchParams(location.search).get("theme") || remembered();
  if (asked === "dark" || asked === "light") return asked;
  return dark.matches ? "dark" : "light";
};

export const wearTheme = () => {
  document.documentElement.dataset.theme = theme();
  return theme();
};

/** @param {string} name */
export const rememberTheme = (name) => {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    /* as above */
  }
};

/** @param {() => void} act */
export const onThemeOfSystem = (act) => dark.addEventListener("change", act);
