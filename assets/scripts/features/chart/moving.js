/* Moving through time, and from event to event. */
import { dayNumber } from "../../base/calendar.js";
import { centred, panned, widened, zoomed } from "../../base/windows.js";
import { addActions } from "../../page/actions.js";
import { clear, get, go, setWindow } from "../../page/state.js";
import { view } from "./view.js";

/** @param {number} factor */
export const zoom = (factor) => {
  if (view.drawn) setWindow(...zoomed(view.drawn, factor), { burst: "window" });
};

/** @param {number} share */
export const pan = (share) => {
  if (view.drawn) setWindow(...panned(view.drawn, share), { burst: "window" });
};

/** Show the same length of time around the viewer's own day. */
export const today = () => {
  const now = new Date();
  const day = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (view.drawn) setWindow(...centred(view.drawn, day));
};

/** @param {number} first @param {number} last */
export const zoomInto = (first, last) => setWindow(...widened(first, last));

/** @param {"first" | "last" | "before" | "after"} to */
export const step = (to) => {
  const { ids, first, last } = view.order;
  if (!ids.length) return;
  const now = ids.indexOf(get("event"));
  const before = now < 0 ? last : ids[now - 1];
  const next = { first, last, after: ids[now + 1], before }[to];
  if (next) go((query) => query.set("event", next), { burst: "event" });
};

addActions({
  today: () => today(),
  "zoom-in": () => zoom(0.5),
  "zoom-out": () => zoom(2),
  earlier: () => pan(-0.5),
  later: () => pan(0.5),
  widen: (el) => setWindow(Number(el.dataset.first), Number(el.dataset.last)),
  fit: () => clear("window"),
});
