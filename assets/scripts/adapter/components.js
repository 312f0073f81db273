/* The page's own components. To Dash each is one, whatever it holds: it asks every component anew at
   each of its many steps; where it knows a list of a hundred rows by all their cells, opening the page
   takes it seconds. */

/** @typedef {{ type: string, props: Record<string, any> }} Part as Dash writes a component */
/** @typedef {Part | string | number | null | Tree[]} Tree */
/** @typedef {{ createElement: Function, Fragment: unknown, useEffect: Function, useRef: Function }} React */
/** `react` and `isAsked`, which tells whether Dash waits for the server, are there when they are
 * called, and not before.
 * @typedef {{ react: () => React, isAsked: () => boolean,
 *   draw: (place: HTMLElement, name: string, figure: any) => void }} Needs */

/** @param {Needs} needs */
export const components = ({ react, isAsked, draw }) => {
  /** @param {Tree | undefined} children @returns {unknown[]} */
  const inner = (children) => [children ?? []].flat().map(make);

  /** @param {Tree} part @returns {unknown} */
  const make = (part) => {
    if (Array.isArray(part)) return inner(part);
    if (part === null || typeof part !== "object") return part;
    const { children, ...attributes } = part.props;
    const name = part.type === "Field" ? "input" : part.type.toLowerCase();
    const key = attributes.id; // what is called otherwise is another element, with nothing typed in it
    return react().createElement(name, { ...attributes, key }, ...inner(children));
  };

  /** Dash tells a component that is asked for anew; the picture fades where that takes long.
   * @param {Record<string, any>} props */
  const Drawing = ({ id, figure, config, className, style }) => {
    const { createElement, useEffect, useRef } = react();
    const place = useRef(null);
    useEffect(() => {
      if (figure) draw(place.current, id, { ...figure, config });
    }, [figure]);
    const asked = isAsked() || undefined;
    const picture = createElement("div", { ref: place, className: "drawing" });
    return createElement("div", { id, className, style, "data-asked": asked }, picture);
  };

  return {
    Drawing,
    Values: () => null,
    /** @param {{ tree: Tree }} props */
    Still: ({ tree }) => react().createElement(react().Fragment, null, ...inner(tree)),
  };
};
