/* Deciding on events: requests go to the server one after the other, for each answer counts. */
import { insisting, yielding } from "../base/conflicts.js";
import { say } from "../page/announcing.js";
import * as server from "../page/server.js";
import { showConflict } from "./conflict-dialog.js";
import { who } from "./identity.js";
import { asOf, known, noteChange } from "./sight.js";

/** @typedef {import("../base/conflicts.js").Request} Request */
/** @typedef {import("../base/conflicts.js").Refusal} Refusal */
/** @typedef {import("../page/server.js").Answer} Answer */
/** What the one who asks does: with each answer, and where what the others put stays.
 * @typedef {{ then?: (answer: Answer) => unknown, keptTheirs?: (request: Request, answer: Answer) => unknown }} Reply */

const PATIENCE = 20000; // milliseconds until the next request no longer waits for an answer
const UNDO_SHOWN = 20000; // milliseconds

/** @type {{ request: Request, reply: Reply }[]} */
const waiting = [];
/** @type {{ request: Request, reply: Reply } | null} */
let under = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let patience;

/** @param {Request} request @param {Reply} [reply] */
export const decide = (request, reply = {}) => {
  waiting.push({ request: { as_of: asOf(), ...request, by: who() }, reply });
  next();
};

const next = () => {
  if (under) return;
  const mine = waiting.shift();
  if (!mine) return;
  under = mine;
  clearTimeout(patience);
  patience = setTimeout(() => {
    under = null;
    next();
  }, PATIENCE);
  server.decide({ ...mine.request, known: known() }).then((answer) => {
    if (under === mine) under = null;
    noteChange(answer.change);
    tell(answer, mine.request, mine.reply);
    mine.reply.then?.(answer);
    next();
  });
};

/** @param {Answer} answer @param {Request} request @param {Reply} reply */
const tell = (answer, request, reply) => {
  if (answer.conflicts && settle(answer, request, reply)) return;
  if (answer.error) return say(answer.error, { visible: true });
  const back = () => decide({ do: "undo", change: answer.change });
  const undo = answer.change && !["undo", "redo"].includes(answer.do) ? back : null;
  say(answer.said, { visible: true, undo, time: undo ? UNDO_SHOWN : undefined });
};

/** Let the person choose where others were quicker; false where that cannot be shown.
 * @param {Answer} answer @param {Request} request @param {Reply} reply */
const settle = (answer, request, reply) => {
  const refusal = /** @type {Refusal} */ (answer);
  return showConflict(answer, request.do, {
    events: request.events?.length,
    mine: () => decide(insisting(request, refusal), reply),
    theirs: () => {
      const left = yielding(request, refusal);
      reply.keptTheirs?.(request, answer);
      if (left) return decide(left, reply);
      say("Kept as it is.", { visible: true });
      reply.then?.({ ...answer, kept: true });
    },
  });
};
