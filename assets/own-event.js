/* An event of somebody's own: from words selected in an article, from words typed, or from none. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const FIELDS = ["title", "when", "status", "category", "actors", "places"];
  const EMPTY = { title: "", when: "", status: "happened", category: "other", actors: "", places: "" };
  const LONGEST = 90; // characters of a title
  let picked = null; // the words that are selected: their place and text
  let adding = { document: "" };

  const dialog = () => document.getElementById("event-dialog");
  const form = () => document.getElementById("event-form");
  const quote = () => document.getElementById("event-quote");
  const bar = () => document.getElementById("selection-bar");
  page.addingTo = () => adding.document;

  /* The server counts characters, the browser halves of some. */
  const length = (text) => [...text].length;
  const placeOf = (node, offset) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#article-body p[data-start]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return Number(line.dataset.start) + length(before.toString());
  };
  const pick = () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const text = range.toString();
    const start = placeOf(range.startContainer, range.startOffset);
    if (start === null || !text.trim()) return null;
    const end = placeOf(range.endContainer, range.endOffset);
    const lead = length(text) - length(text.trimStart());
    const tail = length(text) - length(text.trimEnd());
    return { start: start + lead, end: (end ?? start + length(text)) - tail, text: text.trim() };
  };
  document.addEventListener("selectionchange", () => {
    if (!bar() || !form()) return;
    picked = document.getElementById("article-dialog").open && !dialog().open ? pick() : null;
    if (bar().hidden !== !picked) bar().hidden = !picked;
  });
  // A press on the button must not take the selection away before it is used.
  document.addEventListener("mousedown", (event) => event.target.closest("#selection-bar, .add-event") && event.preventDefault());

  const open = () => {
    const name = page.get("article");
    adding = { document: name, touched: new Set(), ...picked };
    const words = picked?.text || "";
    const signs = [...words]; // a cut between two halves of a sign would leave half of it
    const title = signs.length > LONGEST ? signs.slice(0, LONGEST).join("").replace(/\s\S*$/, "") : words;
    page.fill("event", { ...EMPTY, title });
    quote().value = [...words].slice(0, quote().maxLength).join("");
    quote().closest(".passage").hidden = !name;
    page.blame(form(), "");
    document.getElementById("event-reading").textContent = "";
    dialog().showModal();
    bar().hidden = true;
    (name && !words ? quote() : document.getElementById("event-title")).focus();
    if (picked) page.ask({ ask: "event", form: "event", document: name, start: picked.start, end: picked.end });
  };

  /* What the sentence tells fills what nobody has typed in yet. */
  page.suggested = (answer) => {
    if (answer.error || !dialog().open) return;
    const free = FIELDS.filter((name) => !adding.touched.has(name));
    page.fill("event", Object.fromEntries(free.map((name) => [name, answer.fields[name]])));
    if (free.includes("when")) page.reading("event", answer.read, false);
  };
  document.addEventListener("input", (event) => {
    if (form()?.contains(event.target)) adding.touched?.add(event.target.id.replace("event-", ""));
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "event-form") return;
    event.preventDefault();
    page.blame(form(), "");
    const fields = page.typed("event", FIELDS);
    if (!fields.title.trim()) return page.blame(form(), "An event needs a title.");
    if (!fields.when.trim()) return page.blame(form(), "An event needs a date; XXXX-XX-XX says that it is not known.");
    const { document: documentName, start, end } = adding;
    const request = { do: "add", fields, document: documentName, quote: quote().value, start, end, form: "event" };
    page.decide(request, (answer) => {
      if (answer.error) return page.blame(form(), answer.error);
      dialog().close();
      if (!documentName && answer.event) page.select(answer.event);
    });
  });

  Object.assign(page.actions, { "add-event": open, "close-adding": () => dialog().close() });
})();
