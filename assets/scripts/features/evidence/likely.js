/* Events that are probably one: joined with the selected one, which keeps its place, or kept apart. */
import { decide } from "../../edits/deciding.js";
import { addActions } from "../../page/actions.js";
import { data } from "../../page/dom.js";
import { select } from "../../page/selection.js";

addActions({
  "join-events": (el) =>
    decide(
      { do: "merge", events: [data(el, "whose"), ...data(el, "value").split(" ")] },
      { then: (answer) => void (answer.error || select(answer.subject)) },
    ),
  "keep-apart": (el) => decide({ do: "apart", events: [data(el, "whose"), data(el, "value")] }),
});
