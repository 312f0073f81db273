/* Changing between light and dark; the address keeps it. */
import { addActions } from "../page/actions.js";
import { go, publishState } from "../page/state.js";
import { onThemeOfSystem, rememberTheme, theme } from "../page/theme.js";

export const changeTheme = () => {
  const other = theme() === "dark" ? "light" : "dark";
  rememberTheme(other);
  go((query) => query.set("theme", other), { replace: true });
};

onThemeOfSystem(publishState);
addActions({ theme: changeTheme });
