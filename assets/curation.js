/* Deciding on events: requests go to the server one after the other, for each answer counts. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const NAME = "timeline-name";
  const LONGEST_NAME = 80; // characters, as the history keeps it
  const PATIENCE = 20000; // milliseconds until the next request no longer waits for an answer
  const waiting = [];
  let under = null;
  let patience = null;
  let count = 0;

  /* ---------- who decides ---------- */
  const given = () => {
    try {
      return [...(localStorage.getItem(NAME) || "")].slice(0, LONGEST_NAME).join("");
    } catch {
      return ""; // storage may be forbidden; the login serves
    }
  };
  page.who = () => given() || document.querySelector(".page")?.dataset.name || "";
  const remember = (name) => {
    try {
      name ? localStorage.setItem(NAME, name) : localStorage.removeItem(NAME);
    } catch {
      /* as above */
    }
  };
  const tellWho = () => page.hand("who", page.who());
  const showWho = () => {
    document.querySelectorAll(".who").forEach((el) => el.textContent !== page.who() && (el.textContent = page.who()));
    document.querySelectorAll(".who-field").forEach((field) => {
      if (field !== document.activeElement) field.value = page.who();
    });
  };
  document.addEventListener("change", (event) => {
    if (!event.target.id?.startsWith("who-")) return;
    remember(event.target.value.trim());
    tellWho();
    page.say(`Decisions are kept under the name ${page.who()}.`, { visible: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id?.startsWith("who-")) event.target.blur();
  });

  /* ---------- asking and being answered ---------- */
  const next = () => {
    if (under || !waiting.length) return;
    under = waiting.shift();
    clearTimeout(patience);
    patience = setTimeout(() => {
      under = null;
      next();
    }, PATIENCE);
    page.hand("decide", { ...under.request, known: page.known() });
  };

  page.decide = (request, then = () => {}) => {
    count += 1;
    waiting.push({ request: { as_of: page.asOf(), ...request, by: page.who(), count }, then });
    next();
  };

  const tell = (answer, request, then) => {
    if (answer.conflicts && request && page.decideConflict(answer, request, then)) return;
    if (answer.error) return page.say(answer.error, { visible: true });
    const back = () => page.decide({ do: "undo", change: answer.change });
    const undo = answer.change && !["undo", "redo"].includes(answer.do) ? back : null;
    page.say(answer.said, { visible: true, undo, time: undo ? 20000 : 6000 });
  };

  /* ---------- the queue of the review ---------- */
  const queue = () => [...document.querySelectorAll("#review li[data-queued]")];
  const place = (id) => queue().findIndex((item) => item.dataset.queued === id);
  const after = (id) => {
    const items = queue();
    return items[place(id) + 1] || items.find((item) => item.dataset.queued !== id);
  };
  const goOn = (id, button) => {
    if (page.get("tab") !== "review" || place(id) < 0) return;
    const item = after(id);
    if (!item) return page.deselect();
    const twin = button && item.querySelector(`[data-do="${button.dataset.do}"]`);
    if (button?.closest("#review")) twin?.focus();
    page.select(item.dataset.queued);
  };

  page.judge = (what, id, button) => {
    if (!id) return page.say("Select an event first.", { visible: true });
    if (what === "confirm" || what === "reject") goOn(id, button);
    page.decide({ do: what, events: [id], as_of: button ? page.asOf(button) : page.asOfEvent(id) });
  };

  const shown = () => document.querySelector("#evidence [data-shown]");
  const pinning = () => (shown()?.dataset.pinned === "yes" ? "unpin" : "pin");
  const ticked = () => [...document.querySelectorAll('.split-choices [aria-checked="true"]')];

  Object.assign(page.actions, {
    decide: (el) => {
      const { do: what, value, change } = el.dataset;
      const id = el.dataset.event || page.get("event");
      if (what === "confirm" || what === "reject") return page.judge(what, id, el);
      if (what === "pin" && !el.dataset.event) return page.judge(pinning(), id, el);
      const request = { do: what, events: id ? [id] : [], value, as_of: page.asOf(el) };
      if (what === "undo" || what === "redo") request.as_of = page.asOfAll();
      if (change) request.change = Number(change);
      page.decide(request);
    },
    "review-first": () => {
      const first = queue()[0];
      if (first) page.select(first.dataset.queued);
    },
    "tick-mention": (el) => el.setAttribute("aria-checked", String(el.getAttribute("aria-checked") !== "true")),
    split: (el) => {
      const places = ticked().map((choice) => Number(choice.dataset.value));
      const error = el.closest(".splitting").querySelector(".field-error");
      error.textContent = "";
      const { sentences } = shown().dataset;
      page.decide({ do: "split", events: [page.get("event")], places, sentences }, (answer) => {
        if (answer.error) error.textContent = answer.error;
      });
    },
  });

  /* ---------- by key ---------- */
  const typing = (el) => el instanceof HTMLElement && el.matches("input, textarea, select, [contenteditable]");
  const chosen = (act) => () => page.get("event") && act(page.get("event"));
  const keys = {
    c: chosen((id) => page.judge("confirm", id)),
    x: chosen((id) => page.judge("reject", id)),
    s: chosen((id) => goOn(id)),
    p: chosen((id) => page.judge(pinning(), id)),
    e: chosen(() => page.openEdit()),
    r: () => {
      page.openTab("review");
    },
  };
  document.addEventListener("keydown", (event) => {
    if (!document.getElementById("decide-bar") || typing(event.target) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const what = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
      if (!what) return;
      event.preventDefault();
      page.decide({ do: what, as_of: page.asOfAll() });
    } else if (keys[event.key] && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  /* ---------- what the server renders without knowing ---------- */
  (page.marks ||= []).push(() => {
    showWho();
    const pin = document.querySelector('#decide-bar [data-do="pin"]');
    const on = shown()?.dataset.pinned === "yes";
    if (pin && pin.getAttribute("aria-pressed") !== String(on)) pin.setAttribute("aria-pressed", String(on));
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    decided: (answer) => {
      if (!answer) {
        tellWho();
        return window.dash_clientside.no_update;
      }
      const mine = under?.request.count === answer.count ? under : null;
      const then = mine?.then || (() => {});
      if (mine) under = null;
      page.noteChange(answer.change);
      tell(answer, mine?.request, then);
      then(answer);
      next();
      return window.dash_clientside.no_update;
    },
  });
})();
