"""Events that people bring: by selecting text in an article, by hand, or from a list of their own.

Such an event has one mention, as every event has: the passage that was selected, or the line of
the list. A list is shown as an article, whose text are its lines, so that every quote stands in
its article at its place.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline.editing.anchoring import EARLIER
from timeline.editing.quote_search import exact_place
from timeline.editing.snapshot import OPEN_MEANING
from timeline.model.article import Article, Published
from timeline.model.calendar import FOUR_DIGIT_YEARS, civil, iso_date, iso_year
from timeline.model.edtf import UNKNOWN, from_edtf, to_kept_edtf
from timeline.model.event import (
    Category,
    Coordinates,
    DatedMention,
    Event,
    EventMention,
    Status,
)
from timeline.model.expression import Reading, TimeExpression
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle
from timeline.model.timex import Timex, TimexType
from timeline.model.units import Precision
from timeline.model.when import UNDATED, Basis, When

RULE = "added by a person"
_LATER = ("coordinates", "figures")  # fields that older stores do not know


@dataclass(frozen=True, slots=True)
class AddedEvent:
    """An event as a person states it, and the passage that it rests on.

    `start` is the place of the passage `quote` in the document; with `listed` the document is no
    article but a list of such passages. `before` and `after` stand around the quote in an article.
    """

    title: str
    when: When
    document: str
    quote: str
    start: int = 0
    status: Status = Status.HAPPENED
    category: Category = Category.OTHER
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    url: str | None = None
    before: str = ""
    after: str = ""
    listed: bool = False
    coordinates: Coordinates | None = None
    figures: tuple[Figure, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an event without a title or a passage."""
        if not self.title.strip() or not self.quote:
            raise ValueError("an added event needs a title and a passage")


def written(added: AddedEvent) -> str:
    """Write an added event as the text that the history keeps."""
    plain = {name: getattr(added, name) for name in AddedEvent.__slots__}
    plain |= {
        "when": to_kept_edtf(added.when),
        "status": added.status.value,
        "category": added.category.value,
        "actors": list(added.actors),
        "places": list(added.places),
        "figures": [_figure_record(figure) for figure in added.figures],
    }
    for name in _LATER:  # so that an event that has none is written as it always was
        if not plain[name]:
            del plain[name]
    return json.dumps(plain, ensure_ascii=False)


def read(text: str) -> AddedEvent:
    """Read what `written` writes."""
    plain = json.loads(text)
    return AddedEvent(
        **{
            **plain,
            "when": from_edtf(plain["when"], Basis.GIVEN),
            "status": Status(plain["status"]),
            "category": Category(plain["category"]),
            "actors": tuple(plain["actors"]),
            "places": tuple(plain["places"]),
            "coordinates": tuple(plain["coordinates"]) if plain.get("coordinates") else None,
            "figures": tuple(map(_figure_of, plain.get("figures", ()))),
        }
    )


def _figure_record(figure: Figure) -> list[Any]:
    ends = (figure.span.start, figure.span.end)
    return [
        figure.measure.value,
        figure.number,
        figure.unit,
        figure.text,
        *ends,
        figure.bound.value,
    ]


def _figure_of(record: list[Any]) -> Figure:
    measure, number, unit, text, start, end, bound = record
    return Figure(Measure(measure), number, unit, text, Span(start, end), Bound(bound))


def event_of(key: str, added: AddedEvent, articles: Mapping[str, Article], by: str | None) -> Event:
    """Make an event of what a person stated, at the place where its passage stands now."""
    here = _where(added, articles)
    place = Span(here.start, here.start + len(here.quote))
    expression = TimeExpression(place, place, here.quote, _meaning(added.when), RULE)
    mention = EventMention(
        document=here.document,
        expression=expression,
        sentence=place,
        sentence_text=here.quote,
        title=added.title,
        status=added.status,
        category=added.category,
        actors=added.actors,
        places=added.places,
        confidence=1.0,
        confidence_wording=1.0,
        worth=1.0,
        figures=_placed(added, here.start),
    )
    said = f"{by or 'A person'} added this event and gave its date."
    article = articles.get(here.document)
    timex = Timex(TimexType.DATE, _timex_value(added.when))
    reading = Reading(added.when.with_basis(Basis.GIVEN), timex, (said,))
    return Event(
        id=key,
        title=added.title,
        when=reading.when,
        status=added.status,
        category=added.category,
        mentions=(DatedMention(mention, reading, article.source if article else None),),
        actors=added.actors,
        places=added.places,
        confidence=1.0,
        confidence_date=1.0,
        confidence_wording=1.0,
        worth=1.0,
        coordinates=added.coordinates,
    )


def _placed(added: AddedEvent, start: int) -> tuple[Figure, ...]:
    """Return the figures of an event where its passage stands now."""
    move = start - added.start
    return tuple(
        replace(one, span=Span(one.span.start + move, one.span.end + move)) for one in added.figures
    )


def lists_of(added: Iterable[AddedEvent]) -> tuple[DatedArticle, ...]:
    """Return the lists that events came from as articles, by name."""
    lines: defaultdict[str, list[AddedEvent]] = defaultdict(list)
    for one in added:
        if one.listed:
            lines[one.document].append(one)
    return tuple(
        DatedArticle(_list_article(name, lines[name]), Published(UNDATED, Basis.UNKNOWN))
        for name in sorted(lines)
    )


def _list_article(name: str, lines: list[AddedEvent]) -> Article:
    """Return an article with the lines at their places; what was taken back leaves blanks."""
    length = max(one.start + len(one.quote) for one in lines)
    text = list(" " * length)
    for one in lines:
        text[one.start : one.start + len(one.quote)] = one.quote
    spans = sorted({Span(one.start, one.start + len(one.quote)) for one in lines})
    url = next((one.url for one in lines if one.url), None) if len(lines) == 1 else None
    return Article(name, "".join(text), f"{name}: events that people added", tuple(spans), url=url)


def _where(added: AddedEvent, articles: Mapping[str, Article]) -> AddedEvent:
    article = None if added.listed else articles.get(added.document)
    if article is None:
        return added
    around = (added.before, added.after)
    place = exact_place(added.quote, around, added.start, article.text)
    if place is None:
        return replace(added, document=added.document + EARLIER)
    return replace(added, start=place.start)


def _meaning(when: When) -> Absolute | type(OPEN_MEANING):  # type: ignore[valid-type]
    day = when.first if when.first is not None else when.last
    return OPEN_MEANING if day is None else Absolute(Fields(year=civil(day)[0]))


def _timex_value(when: When) -> str:
    """Return the TIMEX3 value of a date: a day, month or year, or one that is unknown."""
    if when.first is None or civil(when.first)[0] not in FOUR_DIGIT_YEARS:
        return UNKNOWN
    year, month, _ = civil(when.first)
    match when.precision:
        case Precision.DAY | Precision.TIME:
            return iso_date(when.first)
        case Precision.MONTH:
            return f"{iso_year(year)}-{month:02d}"
        case Precision.YEAR:
            return iso_year(year)
        case _:
            return UNKNOWN
