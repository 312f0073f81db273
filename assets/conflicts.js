/* What a person had seen goes with every edit; where somebody else was quicker, both values are shown
   and the person chooses. Nothing is saved until then. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const MOST_KNOWN = 200; // changes
  const made = []; // numbers of the changes that were acknowledged to this page
  const ALONE = ["merge", "split", "undo", "redo"]; // done as a whole or not at all
  let open = null; // what to do with either choice

  const dialog = () => document.getElementById("conflict-dialog");
  const seen = (el) => Number(el?.dataset.asof) || 0;
  const evidence = () => document.querySelector("#evidence [data-shown]");

  /* ---------- what was seen ---------- */
  page.noteChange = (number) => {
    if (!Number.isInteger(number)) return;
    made.push(number);
    if (made.length > MOST_KNOWN) made.shift();
  };
  page.known = () => [...made];
  /* The number of the last edit that is shown where an element stands, or of the event on show. */
  page.asOf = (el) => seen(el?.closest("[data-asof]") || evidence());
  page.asOfEvent = (id) => {
    const rows = [...document.querySelectorAll("#review [data-queued], #table tr[data-event]")];
    const row = rows.find((one) => (one.dataset.queued || one.dataset.event) === id);
    return evidence()?.dataset.shown === id || !row ? seen(evidence()) : page.asOf(row);
  };
  page.asOfAll = () => Math.max(0, ...[...document.querySelectorAll("[data-asof]")].map(seen));

  /* ---------- both values, and the choice ---------- */
  const line = (kind, text, name = "") => Object.assign(document.createElement(kind), { textContent: text, className: name });
  const item = ({ title, name, theirs, mine, by, at }) => {
    const el = document.createElement("li");
    el.dir = "auto";
    const theirsLine = document.createElement("p");
    theirsLine.append(line("span", `${by}${at ? `, ${at}` : ""}: `, "muted"), line("ins", theirs));
    const mineLine = document.createElement("p");
    mineLine.append(line("span", "Yours: ", "muted"), line("ins", mine));
    el.append(line("strong", `${title} · ${name}`), theirsLine, mineLine);
    return el;
  };

  const words = (what, events) => {
    if (what === "undo" || what === "redo") return ["Leave it", what === "undo" ? "Undo anyway" : "Redo anyway"];
    if (events > 1 && !ALONE.includes(what)) return ["Leave these, do the rest", "Change all anyway"];
    return ["Keep theirs", "Save mine anyway"];
  };

  /* Show a refused request; `mine` and `theirs` do what is chosen. False where it cannot be shown. */
  page.showConflict = (answer, what, choices) => {
    if (!dialog() || !answer.conflicts?.length) return false;
    open = choices;
    const [keep, insist] = words(what, choices.events || 1);
    document.getElementById("conflict-said").textContent =
      "Nothing was saved. Somebody changed this since you saw it.";
    document.getElementById("conflict-list").replaceChildren(...answer.conflicts.map(item));
    const more = document.getElementById("conflict-more");
    more.hidden = !answer.more;
    more.textContent = answer.more ? `and ${answer.more} more` : "";
    dialog().querySelector('[data-action="keep-theirs"]').textContent = keep;
    dialog().querySelector('[data-action="save-mine"]').textContent = insist;
    if (!dialog().open) dialog().showModal();
    document.getElementById("conflict-heading").focus();
    return true;
  };
  const choose = (which) => {
    const choices = open;
    open = null;
    dialog().close();
    choices?.[which]();
  };
  document.addEventListener(
    "close",
    (event) => {
      if (event.target.id !== "conflict-dialog" || !open) return;
      open = null;
      page.say("Nothing was changed.", { visible: true });
    },
    true,
  );

  /* ---------- a refused decision, again in another way ---------- */
  const insisting = (request, answer) => {
    const held = Object.fromEntries(answer.conflicts.map(({ field, held: text }) => [field, text]));
    const now = request.seen ? { seen: { ...request.seen, ...held } } : {};
    return { ...request, ...now, as_of: answer.as_of };
  };
  const yielding = (request, answer) => {
    if (request.fields) {
      const theirs = answer.conflicts.map(({ field }) => field);
      const left = Object.entries(request.fields).filter(([name]) => !theirs.includes(name));
      return left.length ? { ...request, fields: Object.fromEntries(left), as_of: answer.as_of } : null;
    }
    if (ALONE.includes(request.do)) return null;
    const events = request.events.filter((id) => !answer.conflicted.includes(id));
    return events.length ? { ...request, events, as_of: answer.as_of } : null;
  };
  page.decideConflict = (answer, request, then) =>
    page.showConflict(answer, request.do, {
      events: request.events?.length,
      mine: () => page.decide(insisting(request, answer), then),
      theirs: () => {
        const left = yielding(request, answer);
        page.keptTheirs?.(request, answer);
        if (left) page.decide(left, then);
        else {
          page.say("Kept as it is.", { visible: true });
          then({ ...answer, kept: true });
        }
      },
    });

  Object.assign(page.actions, {
    "keep-theirs": () => choose("theirs"),
    "save-mine": () => choose("mine"),
    "close-conflict": () => dialog().close(),
  });
})();
