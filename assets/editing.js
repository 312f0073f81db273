/* The form that corrects an event: filled from the evidence, with the date read as it is typed.
   What somebody has typed and not saved comes back when the form is opened on that event again. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const FIELDS = ["title", "when", "status", "category", "actors", "places", "tags", "note"];
  const REST = 150; // milliseconds after the last key
  const drafts = new Map();
  let opened = null; // the event that the form is about, with what it was filled with
  let asked = 0;

  const form = () => document.getElementById("edit-form");
  const field = (of, name) => document.getElementById(`${of}-${name}`);
  const shown = () => document.querySelector("#evidence [data-shown]");

  page.fill = (of, values) =>
    Object.entries(values).forEach(([name, value]) => {
      const el = field(of, name);
      if (el) el.value = value;
    });

  page.typed = (of, names = FIELDS) =>
    Object.fromEntries(names.filter((name) => field(of, name)).map((name) => [name, field(of, name).value]));

  page.blame = (formEl, words) => (formEl.querySelector(".field-error").textContent = words);

  /* ---------- the date as it is typed ---------- */
  page.reading = (of, words, wrong) => {
    const input = field(of, "when");
    const place = field(of, "reading");
    if (!input || !place) return;
    place.textContent = words;
    place.dataset.wrong = wrong ? "yes" : "no";
    wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  };
  page.ask = (question) => {
    asked += 1;
    page.hand("ask", { ...question, by: page.who(), count: asked });
  };
  page.readDate = (of, documentName) => {
    const value = field(of, "when").value.trim();
    field(of, "when").setAttribute("aria-describedby", `${of}-when-hint ${of}-reading`);
    if (!value) return page.reading(of, "", false);
    page.ask({ ask: "date", form: of, value, document: documentName });
  };
  let resting = null;
  document.addEventListener("input", (event) => {
    const of = event.target.closest("[data-reads]")?.dataset.reads.split("-")[0];
    if (!of) return;
    clearTimeout(resting);
    const about = of === "edit" ? opened?.document : page.addingTo?.();
    resting = setTimeout(() => page.readDate(of, about || ""), REST);
  });

  /* ---------- opening, leaving, saving ---------- */
  const changed = () => {
    const now = page.typed("edit");
    return Object.fromEntries(FIELDS.filter((name) => now[name] !== opened.shown[name]).map((name) => [name, now[name]]));
  };
  const leave = () => {
    if (!opened) return;
    const open = changed();
    Object.keys(open).length ? drafts.set(opened.event, open) : drafts.delete(opened.event);
    close();
  };
  const close = () => {
    opened = null;
    form().hidden = true;
    page.blame(form(), "");
  };

  page.openEdit = () => {
    const now = shown();
    if (!now || !form()) return;
    if (opened?.event === now.dataset.shown) return void field("edit", "title").focus();
    leave();
    opened = { event: now.dataset.shown, asOf: page.asOf(now), ...JSON.parse(now.dataset.values) };
    page.fill("edit", { ...opened.shown, ...drafts.get(opened.event) });
    form().hidden = false;
    document.getElementById("evidence-panel").scrollTop = 0;
    requestAnimationFrame(() => {
      page.readDate("edit", opened.document);
      field("edit", "title").focus();
    });
  };

  const save = () => {
    const { event, document: documentName, held, asOf } = opened;
    const fields = changed();
    if (!Object.keys(fields).length) return leave();
    const seen = Object.fromEntries(Object.keys(fields).map((name) => [name, held[name]]));
    form().setAttribute("aria-busy", "true");
    const request = { do: "edit", events: [event], fields, seen, as_of: asOf, document: documentName, form: "edit" };
    page.decide(request, (answer) => {
      form().removeAttribute("aria-busy");
      if (answer.error && !answer.kept) {
        if (opened?.event === event) page.blame(form(), answer.error);
        return;
      }
      drafts.delete(event);
      if (opened?.event !== event) return;
      close();
      document.querySelector('#decide-bar [data-action="edit"]').focus();
    });
  };

  /* What somebody else put stays: the form no longer holds another value for it. */
  page.keptTheirs = (request, answer) => {
    if (request.do !== "edit" || opened?.event !== request.events[0] || !shown()) return;
    const now = JSON.parse(shown().dataset.values);
    answer.conflicts.forEach(({ field: name }) => {
      page.fill("edit", { [name]: now.shown[name] });
      opened.shown[name] = now.shown[name];
      opened.held[name] = now.held[name];
    });
  };

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "edit-form") return;
    event.preventDefault();
    page.blame(form(), "");
    save();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened || !form().contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
    document.querySelector('#decide-bar [data-action="edit"]').focus();
  }, true);

  Object.assign(page.actions, { edit: () => page.openEdit(), "close-edit": () => leave() });
  (page.marks ||= []).push(() => opened && page.get("event") !== opened.event && leave());

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    asked: (answer) => {
      if (!answer) return window.dash_clientside.no_update;
      if (answer.ask === "date") {
        const current = field(answer.form, "when")?.value.trim() === answer.value;
        if (current) page.reading(answer.form, answer.error || answer.read, Boolean(answer.error));
      } else page.suggested?.(answer);
      return window.dash_clientside.no_update;
    },
  });
})();
