/* Edits go to the server one after the other, for each takes along which others were acknowledged. */
import { insisting, yielding } from "../base/conflicts.js";
import { say } from "../page/announcing.js";
import * as server from "../page/server.js";
import { words } from "../page/words.js";
import { showConflict } from "./conflict-dialog.js";
import { who } from "./identity.js";
import { asOf, known, noteEdit } from "./sight.js";

/** @typedef {import("../base/conflicts.js").Request} Request */
/** @typedef {import("../base/conflicts.js").Refusal} Refusal */
/** @typedef {import("../page/server.js").Answer} Answer */
/** What the one who asks does: with each answer, and where what the others put stays.
 * @typedef {{ then?: (answer: Answer) => unknown, keptTheirs?: (request: Request, answer: Answer) => unknown }} Reply */

const PATIENCE = 20000; // milliseconds until the next request no longer waits for an answer
const UNDO_SHOWN = 20000; // milliseconds

/** @type {Promise<unknown>} */
let last = Promise.resolve();
const patience = () => new Promise((done) => setTimeout(done, PATIENCE));

/** Make an edit when those before it are answered.
 * @param {Request} request @param {Reply} [reply] */
export const decide = (request, reply = {}) => {
  const asked = { as_of: asOf(), ...request, by: who() };
  last = last.then(() => Promise.race([settle(asked, reply).catch((error) => reportError(error)), patience()]));
};

/** Send an edit, and note that it was made; the page is rendered anew where it was.
 * @param {Request} request @returns {Promise<Answer>} */
export const send = async (request) => {
  const answer = await server.edit({ ...request, known: known() });
  noteEdit(answer.edit);
  server.lookForNews();
  return answer;
};

/** @param {Request} request @param {Reply} reply */
const settle = async (request, reply) => {
  const answer = await send(request);
  tell(answer, request, reply);
  reply.then?.(answer);
};

/** @param {Answer} answer @param {Request} request @param {Reply} reply */
const tell = (answer, request, reply) => {
  if (answer.conflicts && choose(answer, request, reply)) return;
  if (answer.error) return say(answer.error, { visible: true });
  const back = () => decide({ do: "undo", change: answer.edit });
  const undo = answer.edit && !["undo", "redo"].includes(request.do) ? back : null;
  say(answer.said, { visible: true, undo, time: undo ? UNDO_SHOWN : undefined });
};

/** Let the person choose where others were quicker; false where that cannot be shown.
 * @param {Answer} answer @param {Request} request @param {Reply} reply */
const choose = (answer, request, reply) => {
  const refusal = /** @type {Refusal} */ (answer);
  return showConflict(answer, request.do, {
    events: request.events?.length,
    mine: () => decide(insisting(request, refusal), reply),
    theirs: () => {
      const left = yielding(request, refusal);
      reply.keptTheirs?.(request, answer);
      if (left) return decide(left, reply);
      say(words("edits.kept"), { visible: true });
      reply.then?.({ ...answer, kept: true });
    },
  });
};
