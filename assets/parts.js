/* The page's own components. To Dash each is one, whatever it holds: it asks every component anew at
   each of its many steps; where it knows a list of a hundred rows by all their cells, opening the page
   takes it seconds. */
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

  /* Dash tells a component that is asked for anew; the picture fades where that takes long. */
  const isAsked = () => window.dash_component_api.useDashContext().useLoading();

  const Drawing = ({ id, figure, config, className, style }) => {
    const { createElement, useEffect, useRef } = window.React;
    const place = useRef(null);
    useEffect(() => {
      if (figure) window.timelinePage.draw(place.current, id, { ...figure, config });
    }, [figure]);
    const asked = isAsked() || undefined;
    const picture = createElement("div", { ref: place, className: "drawing" });
    return createElement("div", { id, className, style, "data-asked": asked }, picture);
  };

  window.timeline_parts = {
    Drawing,
    Values: () => null,
    Still: ({ tree }) => window.React.createElement(window.React.Fragment, null, ...inner(tree)),
  };
})();
