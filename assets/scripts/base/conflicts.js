/* A request that was refused because somebody else was quicker, again in another way. */

/** What is asked of the events: what to `do`, on which, and what of it the editor chose or typed.
 * @typedef {{ do: string, events?: string[], value?: string, change?: number, places?: number[],
 *   sentences?: string, fields?: Record<string, string>, seen?: Record<string, string>,
 *   place?: object | null, document?: string, quote?: string, start?: number, end?: number, date?: string | null,
 *   other?: string, by?: string, as_of?: number, known?: number[] }} Request */
/** @typedef {{ title: string, name: string, theirs: string, mine: string, by: string, at?: string,
 *   field: string, held: string }} Conflict */
/** @typedef {{ conflicts: Conflict[], conflicted: string[], as_of: number, more?: number }} Refusal */

export const ALONE = ["merge", "split", "undo", "redo"]; // done as a whole or not at all

/** Return the request that is done over what the others did.
 * @param {Request} request @param {Refusal} answer @returns {Request} */
export const insisting = (request, answer) => {
  const held = Object.fromEntries(answer.conflicts.map(({ field, held: text }) => [field, text]));
  const now = request.seen ? { seen: { ...request.seen, ...held } } : {};
  return { ...request, ...now, as_of: answer.as_of };
};

/** Return the request without what the others did, null where nothing is left of it.
 * @param {Request} request @param {Refusal} answer @returns {Request | null} */
export const yielding = (request, answer) => {
  if (request.fields) {
    const theirs = answer.conflicts.map(({ field }) => field);
    const left = Object.entries(request.fields).filter(([name]) => !theirs.includes(name));
    return left.length ? { ...request, fields: Object.fromEntries(left), as_of: answer.as_of } : null;
  }
  if (ALONE.includes(request.do)) return null;
  const events = (request.events ?? []).filter((id) => !answer.conflicted.includes(id));
  return events.length ? { ...request, events, as_of: answer.as_of } : null;
};

/** Return the names of the texts for the two choices: to leave it, and to insist.
 * @param {string} what @param {number} events @returns {[string, string]} */
export const choices = (what, events) => {
  if (what === "undo" || what === "redo") return ["edits.leave-it", what === "undo" ? "edits.undo-anyway" : "edits.redo-anyway"];
  if (events > 1 && !ALONE.includes(what)) return ["edits.leave-these", "edits.change-all"];
  return ["edits.keep-theirs", "edits.save-mine"];
};
