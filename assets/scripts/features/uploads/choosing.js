/* Adding articles: files are chosen or dropped, texts pasted, and sent in one request. What is
   read, refused and done is told by the server, also to a page that was closed meanwhile. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { dialogOf, openDialog } from "../../page/dialogs.js";
import { all, buttonOf, byId, data, first, inputOf, made, maybe, onSubmit, setAttribute, targetOf } from "../../page/dom.js";
import { preview, upload } from "../../page/server.js";
import { words } from "../../page/words.js";
import { blamed, noteOf, sized } from "./chosen.js";
import { lookAtRuns } from "./runs.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./chosen.js").Named} Named */

/** @type {Chosen[]} */
let chosen = [];
let same = "";
let sending = false;
let pasteHeld = ""; // the name under which the collection holds a text like the pasted one

/** @param {string} name */
export const limit = (name) => Number(byId("add-dialog").dataset[name]);
export const mayAdd = () => Boolean(maybe("add-dialog"));

export const openAdding = () => {
  if (!mayAdd()) return;
  openDialog(dialogOf("add-dialog"));
  show();
};

/* ---------- what is chosen ---------- */
const chooseFiles = () => {
  const field = Object.assign(document.createElement("input"), { type: "file", multiple: true });
  field.addEventListener("change", () => take([...(field.files ?? [])].map((file) => ({ file, name: file.name }))));
  field.click();
};

/** @param {number} place */
const leaveOut = (place) => {
  chosen.splice(place, 1);
  show();
  first('[data-action="choose-files"]', dialogOf("add-dialog")).focus();
};

/** Choose files. @param {Named[]} files */
export const take = async (files) => {
  openAdding();
  const largest = limit("largestFile");
  chosen.push(...files.map(({ file, name }) => ({ file, name, stored: name, held: false, blame: blamed(file, largest) })));
  show();
  await learn();
};

/** Ask how the files will be called, and whose place they would take. */
const learn = async () => {
  const asked = [...chosen];
  const { names } = await preview("names", { names: asked.map(({ name }) => name) });
  if (!names) return;
  asked.forEach((one, place) => Object.assign(one, { stored: names[place].name, held: names[place].held }));
  show();
};

const sendable = () => chosen.filter(({ blame: why }) => !why);
const total = () => sendable().reduce((sum, { file }) => sum + file.size, 0);
const pasted = () => inputOf("add-text").value.trim();

/** @param {Chosen} one @param {number} place */
const item = (one, place) => {
  const li = made("li", "");
  const named = made("span", "", "add-name");
  named.append(made("strong", one.stored));
  named.append(made("span", noteOf(one), one.blame || one.held ? "differs" : "muted"));
  const out = /** @type {HTMLButtonElement} */ (made("button", "", "icon-button"));
  out.type = "button";
  Object.assign(out.dataset, { action: "leave-out", place });
  out.setAttribute("aria-label", words("uploads.leave-out", { name: one.stored }));
  out.append(made("span", "", "icon icon-close"));
  li.append(named, out);
  return li;
};

const show = () => {
  byId("add-files").replaceChildren(...chosen.map(item));
  const held = [...sendable().filter((one) => one.held).map((one) => one.stored), ...(pasteHeld ? [pasteHeld] : [])];
  byId("add-same").hidden = !held.length;
  byId("add-same-words").textContent =
    held.length === 1 ? words("uploads.holds-one", { name: held[0] }) : words("uploads.holds-several", { count: held.length });
  all('[data-action="choose-same"]').forEach((el) => setAttribute(el, "aria-checked", String(el.dataset.value === same)));
  const count = sendable().length + (pasted() ? 1 : 0);
  const button = buttonOf("add-submit");
  button.textContent = count > 1 ? words("uploads.add-several", { count }) : words("uploads.add-one");
  const tooMuch = total() > limit("largest") || chosen.length > limit("most");
  button.disabled = sending || !count || tooMuch;
  const most = { size: sized(limit("largest")), count: limit("most") };
  blame(tooMuch ? words("uploads.most", most) : "");
};
/** @param {string} why */
const blame = (why) => void (byId("add-blame").textContent = why);

/* ---------- sending ---------- */
document.addEventListener("input", (event) => {
  if (!["add-text", "add-title-field"].includes(targetOf(event).id)) return;
  pasteHeld = "";
  show();
});

const form = () => {
  const body = new FormData();
  sendable().forEach(({ file, name }) => body.append("article", file, name));
  if (pasted()) {
    body.append("text", inputOf("add-text").value);
    body.append("title", inputOf("add-title-field").value);
    body.append("published", inputOf("add-published").value);
  }
  body.append("same", same);
  return body;
};

/** @param {boolean} on */
const busy = (on) => {
  sending = on;
  byId("add-form").setAttribute("aria-busy", String(on));
  byId("add-sent").hidden = !on;
  show();
};

const send = async () => {
  if (sending || !(sendable().length || pasted())) return;
  if (!byId("add-same").hidden && !same) return blame(words("uploads.say-first"));
  busy(true);
  const bar = /** @type {HTMLProgressElement} */ (byId("add-sent"));
  const answer = await upload(form(), (share) => (bar.value = share));
  busy(false);
  answered(answer);
};

/** @param {{ status: number, response: import("../../page/server.js").Answer | null }} answer */
const answered = ({ status, response }) => {
  if (status === 401) return location.reload();
  if (status === 202) {
    forget();
    dialogOf("add-dialog").close();
    lookAtRuns();
    say(words("uploads.arrived"));
  } else if (status === 409) {
    /** @type {string[]} */
    const held = response?.held ?? [];
    chosen.forEach((one) => (one.held = held.includes(one.stored)));
    pasteHeld = held.find((name) => !chosen.some((one) => one.stored === name)) || "";
    same = "";
    show();
  } else if (status === 413 && !response) blame(words("uploads.too-much"));
  else blame(response?.error || words("uploads.not-arrived"));
};

const forget = () => {
  chosen = [];
  same = pasteHeld = "";
  ["add-text", "add-title-field", "add-published"].forEach((id) => (inputOf(id).value = ""));
  show();
};

addEventListener("beforeunload", (event) => sending && event.preventDefault());
onSubmit("add-form", send);
addActions({
  add: openAdding,
  paste: () => {
    openAdding();
    setAttribute(byId("add-paste"), "open", "");
    byId("add-text").focus();
  },
  "close-add": () => dialogOf("add-dialog").close(),
  "choose-files": chooseFiles,
  "leave-out": (el) => leaveOut(Number(el.dataset.place)),
  "choose-same": (el) => {
    same = data(el, "value");
    show();
  },
});
