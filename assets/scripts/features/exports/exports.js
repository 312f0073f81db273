/* Taking the view away: as a file, as a picture, as a link. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { data, first } from "../../page/dom.js";
import { plotly } from "../../page/host.js";
import { state } from "../../page/state.js";
import { theme } from "../../page/theme.js";
import { words } from "../../page/words.js";

/** @param {string} format @param {string} [only] which events, where not all that the filters keep */
const save = (format, only) => {
  const query = state();
  query.set("format", format);
  if (only) query.set("only", only);
  if (theme() === "dark") query.set("theme", "dark");
  const link = document.createElement("a");
  link.href = `export?${query}`;
  link.download = "";
  link.click();
};

const picture = () => {
  const drawing = first("#timeline .js-plotly-plot");
  const { clientWidth: width, clientHeight: height } = drawing;
  plotly().downloadImage(drawing, { format: "png", filename: "timeline", scale: 2, width, height });
};

const copyLink = async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    say(words("page.link-copied"), { visible: true });
  } catch {
    say(words("page.link-not-copied"), { visible: true });
  }
};

addActions({
  export: (el) => save(data(el, "value")),
  chronology: (el) => save(data(el, "value"), "days"),
  picture: () => picture(),
  "copy-link": () => copyLink(),
});
