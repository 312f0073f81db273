"""From one event to its mark: shape, ends, look, and the pixels it takes."""

from timeline.drawing.scene.mark import End, LabelAnchor, MarkShape, SceneMark
from timeline.drawing.scene.plain import plain
from timeline.drawing.scene.text_width import text_width
from timeline.drawing.scene.view import View
from timeline.drawing.style import CONFIRMED, DISPUTED, PINNED, SIGNS, look_of, paint_of
from timeline.model.edit import Verdict
from timeline.model.event import Event
from timeline.model.when import Bound, Edge, Kind, When
from timeline.wording.dates import date_in_words, precision_in_words

POINT_SIZE = 13.0  # pixels, at any zoom
LEAST_BAR = 14.0
LEAST_HATCHED_BAR = 26.0  # hatching needs room beside the category's symbol
FADE = 12.0  # pixels that an approximate end fades over, beyond what is stated
SIGN_GAP = 5.0
MINUTES_IN_DAY = 1440
TITLE_SHOWN = 200  # characters of a title in the hover
DOCUMENTS_SHOWN = 3


def draft(event: Event, view: View, lane: int, *, selected: bool = False) -> SceneMark:
    """Return an event's mark in a view, in row 0."""
    when = event.when
    shape = shape_of(when)
    x0 = when.first
    x1 = None if when.last is None else when.last + 1
    look = look_of(event.status)
    least = LEAST_HATCHED_BAR if paint_of(look).hatch else LEAST_BAR
    drawn = _drawn(when, shape, view, least)
    starts, ends = end_of(when, when.start), end_of(when, when.end)
    body = _within((view.pixel(drawn[0]), view.pixel(drawn[1])), view)
    faded = _faded(when, body, view)
    signs = signs_of(event)
    signs_at, extent = _with_signs(signs, faded, view)
    return SceneMark(
        event_id=event.id,
        lane=lane,
        row=0,
        x0=x0,
        x1=x1,
        drawn=drawn,
        body=body,
        extent=extent,
        shape=shape,
        look=look,
        category=event.category,
        starts=starts,
        ends=ends,
        signs=signs,
        signs_at=signs_at,
        approximate=when.approximate,
        disputed=bool(event.conflicts),
        selected=selected,
        cut_left=x0 is None or x0 < view.first,
        cut_right=x1 is None or x1 > view.last + 1,
        told=told(event),
    )


def shape_of(when: When) -> MarkShape:
    """A known day is a point; else a soft bar (within) or a solid one (throughout)."""
    if when.kind is Kind.THROUGHOUT:
        return MarkShape.SOLID
    return MarkShape.POINT if when.days == 1 else MarkShape.SOFT


def signs_of(event: Event) -> str:
    """The signs that stand at a mark: what people said, its status', one for differing sources."""
    edits = event.edits
    pinned = PINNED if edits and edits.pinned else ""
    confirmed = CONFIRMED if edits and edits.verdict is Verdict.CONFIRMED else ""
    disputed = DISPUTED if event.conflicts else ""
    return pinned + confirmed + SIGNS.get(event.status, "") + disputed


def told(event: Event) -> tuple[str, ...]:
    """Lines for the hover, plain text: title, date, precision, status, sources, conflicts."""
    documents = event.documents
    more = len(documents) - DOCUMENTS_SHOWN
    named = ", ".join(plain(name)[:60] for name in documents[:DOCUMENTS_SHOWN])
    rest = f" and {more:,} more" if more > 0 else ""
    title = plain(event.title)
    return (
        title if len(title) <= TITLE_SHOWN else title[: TITLE_SHOWN - 1] + "…",
        date_in_words(event.when),
        precision_in_words(event.when),
        f"{event.status.value} · {event.category.value}",
        f"{len(documents):,} source{'s' if len(documents) != 1 else ''}: {named}{rest}",
        *(
            f"{DISPUTED} {plain(conflict.statement)[:TITLE_SHOWN]}"
            for conflict in event.conflicts[:2]
        ),
    )


def _drawn(when: When, shape: MarkShape, view: View, least: float) -> tuple[float, float]:
    """Places in time that the body runs between: never less than the least width, nor far out."""
    if shape is MarkShape.POINT and when.first is not None:
        at = when.first + share_of_day(when.clock)
        half = POINT_SIZE / 2 / view.per_day
        return at - half, at + half
    begin = float(view.first - view.days if when.first is None else when.first)
    end = float(view.last + 1 + view.days if when.last is None else when.last + 1)
    begin, end = _least(begin, end, least / view.per_day)
    # Beyond a view's length on either side nothing can come to sight before the next scene.
    return max(begin, view.first - view.days), min(end, view.last + 1 + view.days)


def _least(begin: float, end: float, length: float) -> tuple[float, float]:
    if end - begin >= length:
        return begin, end
    middle = (begin + end) / 2
    return middle - length / 2, middle + length / 2


def _within(pixels: tuple[float, float], view: View) -> tuple[float, float]:
    """The visible part, moved in from an edge where less than a mark's least width would show."""
    left, right = max(pixels[0], view.left), min(pixels[1], view.right)
    if right - left < LEAST_BAR / 2:
        return (
            (view.left, view.left + LEAST_BAR)
            if left <= view.left
            else (view.right - LEAST_BAR, view.right)
        )
    return left, right


def _faded(when: When, body: tuple[float, float], view: View) -> tuple[float, float]:
    """The body with the fading of its stated ends, where they are approximate."""
    if not when.approximate:
        return body
    left = body[0] - (FADE if when.first is not None else 0.0)
    right = body[1] + (FADE if when.last is not None else 0.0)
    return _within((left, right), view)


def _with_signs(
    signs: str, faded: tuple[float, float], view: View
) -> tuple[LabelAnchor, tuple[float, float]]:
    """Where the signs stand, and the extent with them: right, else left, else inside a long bar."""
    if not signs:
        return LabelAnchor.RIGHT, faded
    width = text_width(signs) + SIGN_GAP
    if faded[1] + width <= view.right:
        return LabelAnchor.RIGHT, (faded[0], faded[1] + width)
    if faded[0] - width >= view.left:
        return LabelAnchor.LEFT, (faded[0] - width, faded[1])
    return LabelAnchor.INSIDE, faded


def end_of(when: When, bound: Bound) -> End:
    """Return how an end of a date is drawn."""
    if bound is Edge.OPEN:
        return End.ARROW
    return End.FADED if bound is Edge.UNKNOWN or when.approximate else End.SHARP


def share_of_day(clock: str | None) -> float:
    """Return where in its day a clock time lies, 0 to 1; noon stands for a day without one."""
    if clock is None:
        return 0.5
    return (int(clock[:2]) * 60 + int(clock[3:5])) / MINUTES_IN_DAY
