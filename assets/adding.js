/* Adding articles: files are chosen or dropped, texts pasted, and sent in one request. What is
   read, refused and done is told by the server, also to a page that was closed meanwhile. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const $ = (id) => document.getElementById(id);
  const sized = (bytes) => (bytes < 1e6 ? `${Math.max(Math.round(bytes / 1e3), 1)} kB` : `${Math.round(bytes / 1e6)} MB`);
  const DEEPEST = 8; // folders

  let chosen = []; // {file, name, stored, held, blame}
  let same = "";
  let sending = false;
  let pasteHeld = ""; // the name under which the collection holds a text like the pasted one
  const limit = (name) => Number($("add-dialog").dataset[name]);

  page.openAdding = () => {
    const dialog = $("add-dialog");
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    show();
  };

  /* ---------- what is chosen ---------- */
  page.chooseFiles = () => {
    const field = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    field.addEventListener("change", () => take([...field.files].map((file) => ({ file, name: file.name }))));
    field.click();
  };
  page.leaveOut = (place) => {
    chosen.splice(place, 1);
    show();
    $("add-dialog").querySelector('[data-action="choose-files"]').focus();
  };
  page.chooseSame = (value) => {
    same = value;
    show();
  };

  const take = async (files) => {
    page.openAdding();
    const blamed = (file) => (file.size > limit("largestFile") ? `is too large: ${sized(file.size)}` : "");
    chosen.push(...files.map(({ file, name }) => ({ file, name, stored: name, held: false, blame: blamed(file) })));
    show();
    await learn();
  };

  /* Ask how the files will be called, and whose place they would take. */
  const learn = async () => {
    const asked = [...chosen];
    const told = await page.post("articles/names", { names: asked.map(({ name }) => name) });
    if (told.error) return;
    asked.forEach((one, place) => Object.assign(one, { stored: told[place].name, held: told[place].held }));
    show();
  };

  const sendable = () => chosen.filter(({ blame }) => !blame);
  const total = () => sendable().reduce((sum, { file }) => sum + file.size, 0);
  const pasted = () => $("add-text").value.trim();

  const line = (kind, text, className) => Object.assign(document.createElement(kind), { textContent: text, className: className || "" });

  const item = (one, place) => {
    const li = line("li", "");
    const words = line("span", "", "add-name");
    words.append(line("strong", one.stored));
    const note = one.blame ? `${one.blame}; it is left out` : one.held ? `${sized(one.file.size)} · there is one of this name` : sized(one.file.size);
    words.append(line("span", note, one.blame || one.held ? "differs" : "muted"));
    const out = line("button", "", "icon-button");
    out.type = "button";
    Object.assign(out.dataset, { action: "leave-out", place });
    out.setAttribute("aria-label", `Leave out ${one.stored}`);
    out.append(line("span", "", "icon icon-close"));
    li.append(words, out);
    return li;
  };

  const show = () => {
    $("add-files").replaceChildren(...chosen.map(item));
    const held = [...sendable().filter((one) => one.held).map((one) => one.stored), ...(pasteHeld ? [pasteHeld] : [])];
    $("add-same").hidden = !held.length;
    $("add-same-words").textContent =
      held.length === 1 ? `The collection holds “${held[0]}” already` : `The collection holds ${held.length} of these names already`;
    document.querySelectorAll('[data-action="choose-same"]').forEach((el) => {
      el.setAttribute("aria-checked", String(el.dataset.value === same));
    });
    const count = sendable().length + (pasted() ? 1 : 0);
    const button = $("add-submit");
    button.textContent = count > 1 ? `Add ${count} files` : "Add";
    button.disabled = sending || !count;
    if (total() > limit("largest") || chosen.length > limit("most")) {
      blame(`That is too much at once: ${sized(limit("largest"))} and ${limit("most")} files are the most.`);
      button.disabled = true;
    } else blame("");
  };
  const blame = (words) => ($("add-blame").textContent = words);

  /* ---------- sending ---------- */
  document.addEventListener("input", (event) => {
    if (!["add-text", "add-title-field"].includes(event.target.id)) return;
    pasteHeld = "";
    show();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "add-form") return;
    event.preventDefault();
    send();
  });

  const form = () => {
    const body = new FormData();
    sendable().forEach(({ file, name }) => body.append("article", file, name));
    if (pasted()) {
      body.append("text", $("add-text").value);
      body.append("title", $("add-title-field").value);
      body.append("published", $("add-published").value);
    }
    body.append("same", same);
    return body;
  };

  const send = () => {
    if (sending || !(sendable().length || pasted())) return;
    if (!$("add-same").hidden && !same) return blame("Say first what happens to the articles of the same name.");
    const asking = new XMLHttpRequest(); // fetch does not tell how much was sent
    const busy = (on) => {
      sending = on;
      $("add-form").setAttribute("aria-busy", String(on));
      $("add-sent").hidden = !on;
      show();
    };
    asking.upload.addEventListener("progress", ({ loaded, total: all }) => ($("add-sent").value = all ? loaded / all : 0));
    asking.addEventListener("loadend", () => {
      busy(false);
      answered(asking);
    });
    busy(true);
    asking.open("POST", "articles");
    asking.responseType = "json";
    asking.send(form());
  };

  const answered = ({ status, response }) => {
    if (status === 401) return location.reload();
    if (status === 202) {
      forget();
      $("add-dialog").close();
      page.lookAtRuns();
      page.say("The articles have come; they are being read.");
    } else if (status === 409) {
      chosen.forEach((one) => (one.held = response.held.includes(one.stored)));
      pasteHeld = response.held.find((name) => !chosen.some((one) => one.stored === name)) || "";
      same = "";
      show();
    } else if (status === 413 && !response) blame("That is too much at once.");
    else blame(response?.error || "The articles did not arrive: the server does not answer. Nothing was added; try again.");
  };

  const forget = () => {
    chosen = [];
    same = pasteHeld = "";
    $("add-text").value = "";
    $("add-title-field").value = $("add-published").value = "";
    show();
  };

  window.addEventListener("beforeunload", (event) => sending && event.preventDefault());

  /* ---------- dropping, anywhere on the page ---------- */
  const bringsFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const veil = (on) => document.documentElement.toggleAttribute("data-dropping", on);
  let inside = 0;
  document.addEventListener("dragenter", (event) => {
    if (!bringsFiles(event)) return;
    inside += 1;
    veil(Boolean($("add-dialog")));
  });
  document.addEventListener("dragleave", (event) => {
    if (!bringsFiles(event)) return;
    inside = Math.max(inside - 1, 0);
    if (!inside) veil(false);
  });
  // Without this the browser would leave the page and open the file.
  document.addEventListener("dragover", (event) => bringsFiles(event) && event.preventDefault());
  document.addEventListener("drop", async (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    inside = 0;
    veil(false);
    if (!$("add-dialog")) return page.say("Nothing can be added to this timeline.", { visible: true });
    take(await dropped(event.dataTransfer));
  });

  /* A folder gives what lies in it, to some depth. */
  const dropped = async (transfer) => {
    const entries = [...transfer.items].map((one) => one.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
    const found = [];
    for (const entry of entries) await walk(entry, "", found, 0);
    return found;
  };
  const walk = async (entry, above, found, depth) => {
    if (depth > DEEPEST || found.length > limit("most")) return;
    const name = above + entry.name;
    if (entry.isFile) {
      const file = await new Promise((done) => entry.file(done, () => done(null)));
      if (file && !file.name.startsWith(".")) found.push({ file, name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done) => reader.readEntries(done, () => done([])));
      if (!some.length) return;
      for (const one of some) await walk(one, depth ? `${name}/` : "", found, depth + 1);
    }
  };

  /* ---------- taking out ---------- */
  page.askRemove = (name) => {
    $("remove-name").textContent = name;
    $("remove-yes").dataset.document = name;
    $("remove-dialog").showModal();
  };
  page.remove = async (name) => {
    $("remove-dialog").close();
    const { error } = await page.post("articles/remove", { documents: [name] });
    page.say(error ? `${name} was not removed. ${error}` : `Removed ${name}.`, { visible: true });
    page.lookAtRuns();
  };

  /* ---------- what runs ---------- */
  const TICK = 3000; // milliseconds until the server is asked for news
  const QUICK_TICK = 1000; // while something runs
  let runsGoing = false;
  page.startAsking = () => {
    page.lookAtRuns();
    setInterval(() => page.hand("tick", Date.now()), TICK);
    setInterval(() => runsGoing && page.lookAtRuns(), QUICK_TICK);
  };

  page.lookAtRuns = () => page.hand("runs_asked", Date.now());
  page.askOfRun = async (run, deed) => {
    await fetch(`runs/${run}/${deed}`, { method: "POST" }).catch(() => null);
    page.lookAtRuns();
  };

  let told = null; // ids of the ends that this page knows; those of before it was opened are not said
  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    tellRuns: (seen) => {
      const ends = seen?.ends || {};
      if (told) Object.keys(ends).filter((id) => !told.has(id)).forEach((id) => page.say(ends[id]));
      if (seen) told = new Set(Object.keys(ends));
      runsGoing = Boolean(seen?.going);
    },
  });
})();
