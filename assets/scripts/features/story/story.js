/* The story: chosen events in the viewer's order, stepped through one by one, and printed. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { dialogOf, openDialog } from "../../page/dialogs.js";
import { all, data, find, first, setAttribute, setText } from "../../page/dom.js";
import { afterRendering } from "../../page/rendering.js";
import { go, putAll, state } from "../../page/state.js";
import { words } from "../../page/words.js";

const dialog = () => dialogOf("story-dialog");
const cards = () => all("#story-cards [data-card]");
let place = 0;

/** @param {string} id */
export const toggleStory = (id) => {
  const now = state().getAll("story");
  const without = now.filter((other) => other !== id);
  putAll("story", now.includes(id) ? without : [...now, id]);
  say(words(now.includes(id) ? "story.taken-out" : "story.added"), { visible: true });
};

/** Put events behind those of the story, each once.
 * @param {string[]} ids */
const addToStory = (ids) => {
  const now = state().getAll("story");
  const fresh = ids.filter((id) => !now.includes(id));
  putAll("story", [...now, ...fresh]);
  say(words("story.added-several", { count: fresh.length }), { visible: true });
};

/** Mark the buttons of the story's events; the server does not know which they are. */
export const markStory = () => {
  const chosen = state().getAll("story");
  all('[data-action="story"]').forEach((button) => {
    const on = chosen.includes(data(button, "value"));
    setAttribute(button, "aria-pressed", String(on));
    setText(button, words(on ? "story.is-in" : "story.add"));
  });
};

/** @param {string} action @param {boolean} on */
const disable = (action, on) => {
  /** @type {HTMLButtonElement} */ (first(`[data-action="${action}"]`)).disabled = on;
};

const show = () => {
  cards().forEach((card, at) => (card.dataset.shown = at === place ? "yes" : "no"));
  const card = cards()[place];
  disable("story-before", place === 0);
  disable("story-after", place === cards().length - 1);
  if (!card) return;
  find("h3", card)?.focus();
  go((query) => query.set("event", data(card, "card")), { replace: true });
};

const tell = () => {
  place = 0;
  openDialog(dialog());
  show();
};
/** @param {number} by */
export const turn = (by) => {
  place = Math.min(Math.max(place + by, 0), cards().length - 1);
  show();
};
export const storyIsTold = () => Boolean(dialog()?.open);

const printStory = () => {
  document.documentElement.dataset.print = "story";
  print();
};
addEventListener("afterprint", () => delete document.documentElement.dataset.print);

afterRendering(markStory);
addActions({
  story: (el) => toggleStory(data(el, "value")),
  "story-all": (el) => addToStory(JSON.parse(data(el, "value"))),
  "order-story": (el) => putAll("story", JSON.parse(data(el, "value"))),
  tell: () => tell(),
  print: printStory,
  "story-before": () => turn(-1),
  "story-after": () => turn(1),
  "close-story": () => dialog().close(),
});
