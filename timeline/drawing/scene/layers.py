"""Bars in groups of one style: a scene's stretches, so that a style costs one trace."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.drawing.scene.drafting import FADE
from timeline.drawing.scene.labels import STUB
from timeline.drawing.scene.mark import End, Look, Mark, Shape
from timeline.drawing.scene.view import View

BAR_HEIGHT = 15.0
SOFT_INSET = 24.0  # pixels from shade to shade of a soft bar, at most
NARROWEST_SHADE = 0.16  # of a bar's length
PALE, MIDDLE, STRONG, FULL = range(4)  # places in a theme's `shades`


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar of one mark: from `begin` to `end` in time, in a style and one of the four shades."""

    mark: Mark
    begin: float
    end: float
    style: str
    shade: int = FULL


def stretches_of(mark: Mark, view: View) -> Iterator[Stretch]:
    """Give the bars that a mark is drawn with, outermost first; none for a point."""
    if mark.shape is Shape.POINT:
        yield from _halo(mark, view)
    elif mark.x0 is None or mark.x1 is None:
        yield from _running_out(mark, view)
    elif mark.look is Look.FILLED and mark.shape is Shape.SOFT:
        yield from _soft(mark, view)
    else:
        yield from _halo(mark, view)
        if mark.approximate and mark.look is Look.HATCHED:
            yield Stretch(mark, *mark.drawn, "backing")
        yield Stretch(mark, *mark.drawn, _body_style(mark), _body_shade(mark))


def _body_style(mark: Mark) -> str:
    return mark.look.value if mark.look is not Look.FILLED else mark.shape.value


def _body_shade(mark: Mark) -> int:
    return FULL if mark.shape is Shape.SOLID else STRONG


def _halo(mark: Mark, view: View) -> Iterator[Stretch]:
    """Approximate: two pale shades that go beyond what is stated."""
    if not mark.approximate:
        return
    begin, end = mark.drawn
    for share in (1.0, 0.5):
        reach = FADE * share / view.per_day
        yield Stretch(mark, begin - reach, end + reach, f"fade-{share:g}", PALE)


def _soft(mark: Mark, view: View) -> Iterator[Stretch]:
    """Some time within: three nested shades, strongest in the middle."""
    yield from _halo(mark, view)
    begin, end = mark.drawn
    inset = min(SOFT_INSET / view.per_day, (end - begin) * NARROWEST_SHADE)
    for depth in (PALE, MIDDLE, STRONG):
        yield Stretch(mark, begin + depth * inset, end - depth * inset, f"soft-{depth}", depth)


def _running_out(mark: Mark, view: View) -> Iterator[Stretch]:
    """Open or unknown at an end: strong where it is known, ever paler away from there."""
    begin, end = mark.drawn
    yield Stretch(mark, begin, end, "fade-1", PALE)
    for share, style, shade in (
        (1.0, "fade-0.5", MIDDLE),
        (0.55, _body_style(mark), _body_shade(mark)),
    ):
        reach = STUB * share / view.per_day
        if mark.x1 is None:
            yield Stretch(mark, begin, min(begin + reach, end), style, shade)
        else:
            yield Stretch(mark, max(end - reach, begin), end, style, shade)


def has_arrow(mark: Mark) -> bool:
    """Whether an end is stated to be open."""
    return End.ARROW in (mark.starts, mark.ends)
