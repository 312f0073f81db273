/* Parts of the page that Dash does not look into: to it, each is one component, whatever it holds.

   Dash asks every component anew at each of its many steps; where it knows a list of a hundred rows
   by all their cells, opening the page takes it seconds. */
(() => {
  "use strict";
  const inner = (children) => [children ?? []].flat().map(make);

  const make = (part) => {
    if (Array.isArray(part)) return inner(part);
    if (part === null || typeof part !== "object") return part;
    const { children, ...attributes } = part.props;
    const name = part.type === "Field" ? "input" : part.type.toLowerCase();
    const key = attributes.id; // what is called otherwise is another element, with nothing typed in it
    return window.React.createElement(name, { ...attributes, key }, ...inner(children));
  };

  window.timeline_parts = {
    Still: ({ tree }) => window.React.createElement(window.React.Fragment, null, ...inner(tree)),
  };
})();
