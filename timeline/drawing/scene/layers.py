"""What a mark is painted with, for every renderer: bars in groups of one style, colours of signs.

A scene's stretches are grouped so that a style costs one trace.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.drawing.scene.drafting import FADE
from timeline.drawing.scene.labels import STUB
from timeline.drawing.scene.mark import End, LabelAnchor, MarkShape, SceneMark
from timeline.drawing.scene.view import View
from timeline.drawing.style import DISPUTED
from timeline.drawing.theme import Theme

BAR_HEIGHT = 15.0
SOFT_INSET = 3.0  # pixels from shade to shade at the ends of a soft bar, at most
STUB_SHARE = 0.55  # of the strong part of a bar with an open end, where it is strongest
NARROWEST_SHADE = 0.16  # of a bar's length
ROOM_FOR_BOTH = 26.0  # pixels: a bar that holds a wedge and its category's symbol
HINT_OPACITY = 0.75  # of the wedges at the edge
PALE, MIDDLE, STRONG, FULL = range(4)  # places in a theme's `shades`


@dataclass(frozen=True, slots=True)
class BarStretch:
    """A bar of one mark: from `begin` to `end` in time, in a style and one of the four shades."""

    mark: SceneMark
    begin: float
    end: float
    style: str
    shade: int = FULL


def stretches_of(mark: SceneMark, view: View) -> Iterator[BarStretch]:
    """Yield the bars that a mark is drawn with, outermost first; none for a point."""
    if mark.shape is MarkShape.POINT:
        yield from _halo(mark, view)
    elif mark.x0 is None or mark.x1 is None:
        yield from _running_out(mark, view)
    elif mark.paint.solid and mark.shape is MarkShape.SOFT:
        yield from _soft(mark, view)
    else:
        yield from _halo(mark, view)
        if mark.approximate and mark.paint.hatch:
            yield BarStretch(mark, *mark.drawn, "backing")
        yield BarStretch(mark, *mark.drawn, _body_style(mark), _body_shade(mark))


def _body_style(mark: SceneMark) -> str:
    return mark.shape.value if mark.paint.solid else mark.look.value


def _body_shade(mark: SceneMark) -> int:
    return FULL if mark.shape is MarkShape.SOLID else STRONG


def _halo(mark: SceneMark, view: View) -> Iterator[BarStretch]:
    """Approximate: two pale shades that go beyond what is stated."""
    if not mark.approximate:
        return
    begin, end = mark.drawn
    for share in (1.0, 0.5):
        reach = FADE * share / view.per_day
        yield BarStretch(mark, begin - reach, end + reach, f"fade-{share:g}", PALE)


def _soft(mark: SceneMark, view: View) -> Iterator[BarStretch]:
    """Some time within: flat, for each day is as likely, with soft ends of two paler shades."""
    yield from _halo(mark, view)
    begin, end = mark.drawn
    inset = min(SOFT_INSET / view.per_day, (end - begin) * NARROWEST_SHADE)
    for depth in (PALE, MIDDLE, STRONG):
        yield BarStretch(mark, begin + depth * inset, end - depth * inset, f"soft-{depth}", depth)


def _running_out(mark: SceneMark, view: View) -> Iterator[BarStretch]:
    """Open or unknown at an end: strong where it is known, ever paler away from there."""
    begin, end = mark.drawn
    yield BarStretch(mark, begin, end, "fade-1", PALE)
    for share, style, shade in (
        (1.0, "fade-0.5", MIDDLE),
        (STUB_SHARE, _body_style(mark), _body_shade(mark)),
    ):
        reach = STUB * share / view.per_day
        if mark.x1 is None:
            yield BarStretch(mark, begin, min(begin + reach, end), style, shade)
        else:
            yield BarStretch(mark, max(end - reach, begin), end, style, shade)


def has_arrow(mark: SceneMark) -> bool:
    """Whether an end is stated to be open."""
    return End.ARROW in (mark.starts, mark.ends)


def is_crowded(mark: SceneMark) -> bool:
    """Return whether a wedge at the edge leaves a bar no room for its symbol."""
    return (mark.cut_left or mark.cut_right) and mark.body[1] - mark.body[0] < ROOM_FOR_BOTH


def glyph_colour(mark: SceneMark, theme: Theme) -> str:
    """Return the symbol's colour: ink on a strong bar, the category's own on a pale one."""
    if mark.shape is not MarkShape.SOLID or not mark.paint.solid:
        return theme.colour(mark.category)
    on_stub = mark.x0 is None or mark.x1 is not None or not mark.cut_left
    return theme.ink(mark.category) if on_stub else theme.colour(mark.category)


def coloured(mark: SceneMark, theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return the signs with their colours: dispute has its own, but not on a coloured bar."""
    status = mark.signs.removesuffix(DISPUTED) if mark.disputed else mark.signs
    dispute = theme.text if mark.signs_at is LabelAnchor.INSIDE else theme.disputed
    signs = ((status, theme.colour(mark.category)), (DISPUTED if mark.disputed else "", dispute))
    return tuple((sign, fill) for sign, fill in signs if sign)
