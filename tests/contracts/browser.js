/* A browser as far as the page's scripts need one to be loaded and asked: a document in which every
   id has an element, and what they listen for. `standing()` loads scripts into one. */
"use strict";
const vm = require("node:vm");

class HTMLElement {
  constructor(id = "", tagName = "DIV", fits = () => false) {
    Object.assign(this, { id, tagName, fits, dataset: {}, style: {}, value: "", textContent: "" });
    Object.assign(this, { hidden: false, open: false, children: [], attributes: {}, maxLength: 1e6 });
    this.classList = { add() {}, remove() {}, toggle() {} };
  }
  get parentElement() { return null; }
  matches(selector) { return this.fits(selector); }
  closest(selector) { return this.fits(selector) ? this : this.around ? this.around(selector) : null; }
  querySelector(selector) { return this.parts?.[selector] ?? null; }
  querySelectorAll() { return []; }
  setAttribute(name, value) { this.attributes[name] = value; }
  getAttribute(name) { return this.attributes[name] ?? null; }
  removeAttribute(name) { delete this.attributes[name]; }
  hasAttribute(name) { return name in this.attributes; }
  toggleAttribute() {}
  append(...parts) { this.children.push(...parts); }
  replaceChildren(...parts) { this.children = parts; }
  addEventListener() {}
  contains() { return false; }
  getClientRects() { return []; }
  showModal() { this.open = true; }
  close() { this.open = false; }
  focus() {}
  click() {}
  scrollIntoView() {}
  remove() {}
}

/* Load the page's script, and return what its modules export, all of one name as the last has it;
   `search` is the query of the page's address, `present` says which ids there are. */
const standing = ({ script, registry, search = "", present = () => true, found = () => null, answer = "{}" }) => {
  const heard = {};
  const listen = (kind, run) => (heard[kind] ||= []).push(run);
  const elements = new Map();
  const at = (id) => {
    if (id !== "registry" && !present(id)) return null;
    if (!elements.has(id)) elements.set(id, new HTMLElement(id));
    return elements.get(id);
  };
  elements.set("registry", Object.assign(new HTMLElement("registry"), { textContent: JSON.stringify(registry) }));
  const document = {
    getElementById: at,
    querySelector: (selector) => found(selector, at),
    querySelectorAll: () => [],
    addEventListener: listen,
    createElement: (name) => new HTMLElement("", name.toUpperCase()),
    documentElement: new HTMLElement("", "HTML"),
    body: new HTMLElement("", "BODY"),
    head: new HTMLElement("", "HEAD"),
    activeElement: null,
  };
  const handed = [];
  const asked = [];
  const location = { search, pathname: "/", href: "/", reload() {}, assign() {} };
  const move = (_state, _title, address) => {
    const mark = address.indexOf("?");
    location.search = mark < 0 ? "" : address.slice(mark);
  };
  const calm = { observe() {}, disconnect() {} };
  const window = {
    document, location, HTMLElement, HTMLDialogElement: class {}, URLSearchParams, console, Request: class {},
    Node: { TEXT_NODE: 3 },
    addEventListener: listen,
    matchMedia: () => ({ matches: false, addEventListener() {} }),
    localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
    history: { pushState: move, replaceState: move },
    performance: { now: () => 0 },
    navigator: { clipboard: { writeText: async () => {} } },
    getSelection: () => ({ rangeCount: 0, isCollapsed: true, toString: () => "" }),
    setTimeout: () => 0, clearTimeout() {}, setInterval: () => 0, requestAnimationFrame: () => 0,
    MutationObserver: class { constructor() { Object.assign(this, calm); } },
    ResizeObserver: class { constructor() { Object.assign(this, calm); } },
    CSS: { escape: (text) => text },
    fetch: async (path, request) => {
      asked.push([String(path), request?.method ?? "GET"]);
      return { status: 200, text: async () => answer, clone: () => ({ text: async () => "" }) };
    },
    XMLHttpRequest: class {
      constructor() { this.upload = { addEventListener() {} }; }
      addEventListener() {}
      open(method, path) { asked.push([String(path), method]); }
      send() {}
    },
    FormData: class { append() {} },
    print() {},
    dash_clientside: {
      no_update: "no update",
      set_props: (id, values) => handed.push([id, values]),
    },
  };
  window.window = window;
  const context = vm.createContext(window);
  vm.runInContext(script, context, { filename: "page.js" });
  /* Tell those who listen; true where somebody took the event for theirs. */
  const tell = (kind, event) => {
    let taken = false;
    const whole = { preventDefault: () => (taken = true), stopImmediatePropagation() {}, stopPropagation() {}, ...event };
    (heard[kind] || []).forEach((run) => run(whole));
    return taken;
  };
  const page = Object.assign({}, ...Object.values(window.modules));
  return { window, document, page, handed, asked, tell, at, HTMLElement, heard };
};

module.exports = { standing, HTMLElement };
