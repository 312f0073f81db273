/* A browser as far as a module needs one to be loaded: an address with its history, and a document in
   which nothing is found but what a test puts there. */

const missing = () => {
  throw new Error("run these tests by python -m tests.scripts.check, which hands them the registries of the server");
};

/** Put it in place for the modules that are imported next. */
export const standIn = ({ search = "", storage = {} } = {}) => {
  const steps = [];
  const heard = {};
  const listen = (kind, run) => (heard[kind] ||= []).push(run);
  const location = { search, pathname: "/c/main/" };
  const move = (kind) => (_state, _title, address) => {
    steps.push(kind);
    location.search = address.includes("?") ? address.slice(address.indexOf("?")) : "";
  };
  const element = () => ({ dataset: {}, textContent: "", hidden: false, attributes: {} });
  const elements = { registry: { textContent: process.env.TIMELINE_REGISTRY ?? missing() } };
  const given = {
    location,
    history: { pushState: move("push"), replaceState: move("replace") },
    localStorage: {
      getItem: (name) => storage[name] ?? null,
      setItem: (name, value) => (storage[name] = value),
      removeItem: (name) => delete storage[name],
    },
    document: {
      addEventListener: listen,
      getElementById: (id) => elements[id] ?? null,
      querySelector: () => null,
      querySelectorAll: () => [],
      documentElement: element(),
    },
    addEventListener: listen,
    matchMedia: () => ({ matches: false, addEventListener: listen }),
    requestAnimationFrame: (run) => setTimeout(run),
    HTMLElement: class {},
    HTMLDialogElement: class {},
  };
  Object.entries(given).forEach(([name, value]) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true }),
  );
  const tell = (kind, event = {}) => (heard[kind] ?? []).forEach((run) => run(event));
  return { steps, location, storage, elements, element, tell };
};
