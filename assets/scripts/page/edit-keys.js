/* Keys that edit: features add theirs, and the shell hears them where edits can be made. */

/** By the key, "Ctrl+z" where one is held with it. @type {Record<string, () => unknown>} */
export const editKeys = {};

/** @param {Record<string, () => unknown>} further */
export const addEditKeys = (further) => {
  Object.entries(further).forEach(([name, act]) => {
    if (editKeys[name]) throw new Error(`two keys are called ${name}`);
    editKeys[name] = act;
  });
};
