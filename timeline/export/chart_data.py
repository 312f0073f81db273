"""What the script of the exported page draws its chart from: events, and how the product draws.

Sizes, looks, symbols, signs and colours are those of the scene and its table of styles; lengths of
text and of years are measured here, so that the script knows neither letters nor calendars.
"""

from collections.abc import Iterable
from typing import Any

from timeline.drawing.scene import drafting, labels, layers
from timeline.drawing.scene.text_width import FONT_SIZE, shortened, text_width
from timeline.drawing.style import DISPUTED, PAINTS, SHAPES, Look, Paint, look_of, paint_of
from timeline.drawing.svg import marks
from timeline.drawing.theme import DARK, LIGHT, Theme, blended
from timeline.export.chronology import Entry
from timeline.model.calendar import day_number
from timeline.model.event import Category, Status
from timeline.wording.dates import BCE, MONTHS
from timeline.wording.plain_text import one_line
from timeline.wording.strings import strings

_Record = dict[str, Any]
WIDEST_TITLE = 260.0  # pixels
SHORT_NAME = 3  # letters of a month
CYCLE = 400  # years after which the calendar comes again
FACTS = (Status.HAPPENED, Status.ONGOING)
SIZES = {
    "point": drafting.POINT_SIZE,
    "bar": drafting.LEAST_BAR,
    "hatchedBar": drafting.LEAST_HATCHED_BAR,
    "fade": drafting.FADE,
    "signGap": drafting.SIGN_GAP,
    "stub": labels.STUB,
    "hint": labels.HINT,
    "height": layers.BAR_HEIGHT,
    "softInset": layers.SOFT_INSET,
    "softShare": layers.NARROWEST_SHADE,
    "stubShare": layers.STUB_SHARE,
    "roomForBoth": layers.ROOM_FOR_BOTH,
    "hintOpacity": layers.HINT_OPACITY,
    "radius": marks.RADIUS,
    "outline": marks.OUTLINE_SIZE,
    "glyph": marks.GLYPH_SIZE,
    "glyphInset": marks.GLYPH_INSET,
    "edge": marks.EDGE,
    "font": FONT_SIZE,
}


def chart_data(entries: Iterable[Entry]) -> _Record:
    """Return the data of the page's script."""
    return {
        "events": [_event(entry) for entry in entries],
        "categories": [{"key": c.value, "name": c.value.capitalize()} for c in Category],
        "palettes": {theme.name: _palette(theme) for theme in (LIGHT, DARK)},
        "style": {
            "paints": {look.value: _paint(paint) for look, paint in PAINTS.items()},
            "symbols": {category.value: shape.outline for category, shape in SHAPES.items()},
            "sizes": SIZES,
            "disputed": DISPUTED,
        },
        "naming": {
            "calendar": _calendar(),
            "months": [month[:SHORT_NAME] for month in MONTHS],
            "bce": BCE,
        },
        "words": dict(strings("exported")),
    }


def _event(entry: Entry) -> _Record:
    event, when = entry.event, entry.event.when
    signs = drafting.signs_of(event)
    told = "" if event.status in FACTS else f" [{event.status.value}]"
    label = shortened(entry.title, WIDEST_TITLE) + told
    return {
        "id": one_line(event.id),
        "title": entry.title,
        "date": entry.date,
        "first": when.first,
        "last": when.last,
        "dated": event.dated,
        "at": drafting.share_of_day(when.clock),
        "shape": drafting.shape_of(when).value,
        "look": look_of(event.status).value,
        "starts": drafting.end_of(when, when.start).value,
        "ends": drafting.end_of(when, when.end).value,
        "approximate": when.approximate,
        "disputed": bool(event.conflicts),
        "signs": signs.removesuffix(DISPUTED) if event.conflicts else signs,
        "room": text_width(signs) if signs else 0,
        "label": label,
        "width": text_width(label),
        "status": event.status.value,
        "category": event.category.value,
        "doubts": list(entry.doubts),
    }


def _paint(paint: Paint) -> _Record:
    hatch = paint.hatch
    return {
        "solid": paint.solid,
        "point": paint.point.value,
        "outline": paint.outline,
        "hatch": hatch
        and {
            "angle": hatch.angle,
            "crossed": hatch.crossed,
            "gap": hatch.gap,
            "line": hatch.line,
        },
    }


def _palette(theme: Theme) -> _Record:
    return {
        "background": theme.background,
        "band": theme.band,
        "text": theme.text,
        "muted": theme.muted,
        "grid": theme.grid,
        "disputed": theme.disputed,
        "shades": theme.shades,
        "categories": {category.value: _hue(category, theme) for category in Category},
    }


def _hue(category: Category, theme: Theme) -> _Record:
    colour = theme.colour(category)
    tints = {
        look.value: blended(colour, theme.background, tint)
        for look in Look
        if (tint := paint_of(look).tint) is not None
    }
    return {"colour": colour, "ink": theme.ink(category), "tints": tints}


def _calendar() -> _Record:
    """Return where the years of a cycle begin, and the months of a short and of a long year."""
    origin = day_number(0)
    return {
        "origin": origin,
        "cycle": day_number(CYCLE) - origin,
        "years": [day_number(year) - origin for year in range(CYCLE)],
        "months": [_months(1), _months(0)],
    }


def _months(year: int) -> list[int]:
    """Return where the months of a year begin, and where it ends, in days from its first."""
    first = day_number(year)
    starts = [day_number(year, month) - first for month in range(1, len(MONTHS) + 1)]
    return [*starts, day_number(year + 1) - first]
