"""From meanings to dates: every expression of an article, under what is known of its date.

An article's publication is an interval. Every operator is monotone in the publication day (a
later day never makes an earlier date), so that reading an article once with its first possible
day and once with its last gives the tightest interval that holds every reading in between. The
law that narrowing the publication never widens a date follows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from timeline.model.article import FrameKind, TextFrame, frame_at
from timeline.model.expression import Reading, Tense, TimeExpression
from timeline.model.granularity import names_a_day
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Absolute,
    Amount,
    Anchor,
    Bounded,
    Counterpart,
    Current,
    Length,
    Meaning,
    Occurrence,
    Point,
    Shift,
    Side,
    Toward,
    Within,
    depends_on,
    parts,
    substituted,
)
from timeline.model.span import Span
from timeline.model.units import Unit
from timeline.model.when import UNDATED, Basis, Edge, Kind, When
from timeline.resolving import steps
from timeline.resolving.evaluate import evaluate
from timeline.resolving.explaining import explanation
from timeline.resolving.extent import UNKNOWN, UNPLACED, Extent
from timeline.resolving.frame import Evaluated, Frame
from timeline.resolving.same_day import DayLine, Mentioned, goes_on_from
from timeline.resolving.story import Place, StoryLine, places, plans
from timeline.resolving.timexes import timex

OF_THESE_YEARS = 3653  # days: a story may tell them, and news may name them for background,
CLOSE_TO_PUBLICATION = 92  # where the date that it would be in news is as near as that
# Months and years that reports compare with those of the year before, beside quarters.
_REPORTED = (
    (Amount.exactly(6), Unit.MONTH),
    (Amount.exactly(9), Unit.MONTH),
    (Amount.exactly(1), Unit.YEAR),
)

PUBLISHED = "publication"
# Of what the day of a frame is, as an explanation says it.
DAY_OF = {
    FrameKind.MESSAGE: "the message",
    FrameKind.MAIL: "the mail that it quotes",
    FrameKind.COMMENT: "the comment",
    FrameKind.ENTRY: "the entry",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a single expression is resolved against.

    `mentioned` is the date that the text named before, `known` dates events by their key.
    """

    published: When = UNDATED
    mentioned: When | None = None
    tense: Tense = Tense.UNKNOWN
    known: Mapping[str, When] = field(default_factory=dict)


def resolve(meaning: Meaning, context: Context) -> Reading:
    """Resolve one meaning on its own; the same meaning and context always give the same."""
    mentioned = None if context.mentioned is None else _extent_of(context.mentioned)
    meaning = substituted(meaning, SAME_DAY, PUBLICATION if mentioned is None else MENTIONED)
    ends = tuple(
        Frame(day, context.published, mentioned, None, context.tense, context.known)
        for day in (context.published.first, context.published.last)
    )
    marked = _news_marked(meaning)
    return _reading(marked, [evaluate(meaning, frame) for frame in ends], context.published)


def resolve_all(
    expressions: Sequence[TimeExpression],
    published: When,
    known: Mapping[str, When] | None = None,
    frames: Sequence[TextFrame] = (),
    *,
    sentences: Sequence[Span] = (),
) -> tuple[Reading, ...]:
    """Resolve an article's expressions in the order of the text, later ones counting from earlier.

    What stands in one of the `frames` of the text counts from its day, and from nothing outside of
    it. The `sentences` of the text help to tell a story from news that names years. Return one
    reading an expression, in the same order.
    """
    if not frames:
        return _resolved_under(expressions, published, known or {}, sentences)
    apart: dict[TextFrame | None, list[int]] = {}
    for place, expression in enumerate(expressions):
        apart.setdefault(frame_at(frames, expression.span.start), []).append(place)
    read: dict[int, Reading] = {}
    for frame, taken in apart.items():
        mine = [expressions[place] for place in taken]
        day, named = (published, PUBLISHED) if frame is None else (frame.when, DAY_OF[frame.kind])
        readings = _resolved_under(mine, day, known or {}, sentences, named)
        read |= zip(taken, readings, strict=True)
    return tuple(read[place] for place in range(len(expressions)))


def _resolved_under(
    expressions: Sequence[TimeExpression],
    published: When,
    known: Mapping[str, When],
    sentences: Sequence[Span],
    day_of: str = PUBLISHED,
) -> tuple[Reading, ...]:
    """Resolve expressions under one day, which is that of `day_of`, in words."""
    around = places(expressions, sentences)
    first = Frame(published.first, published, known=known, day_of=day_of)
    early = late = _one_pass(expressions, around, first)
    if published.first != published.last:
        late = _one_pass(expressions, around, replace(first, publication=published.last))
    # Most expressions recur, and those that were told the same are read the same.
    read: dict[tuple[_Told, _Told], Reading] = {}
    for ends in zip(early, late, strict=True):
        if ends not in read:
            reading = _reading(ends[0].meaning, [end.evaluated for end in ends], published)
            read[ends] = _with_the_other(reading, ends[0].otherwise, ends[1].otherwise, published)
    return tuple(read[ends] for ends in zip(early, late, strict=True))


def _with_the_other(
    reading: Reading, early: Extent | None, late: Extent | None, published: When
) -> Reading:
    """Add what a date of a short story of these years would be in news, close to publication."""
    if early is None or late is None or reading.when.first is None:
        return reading
    other = _when(early, late, published.basis)
    day = published.last
    if (
        day is None
        or other.first is None
        or other.last is None
        or reading.when.first == other.first
    ):
        return reading
    of_these_years = day - reading.when.first <= OF_THESE_YEARS
    if not of_these_years or max(other.first - day, day - other.last) > CLOSE_TO_PUBLICATION:
        return reading
    return replace(reading, explanation=(*reading.explanation, steps.other(other)))


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What an expression came to, the meaning that it was given, and what follows for the text.

    A story gives another meaning: it counts otherwise. `marked` is the same as news marks it.
    `otherwise` is what it would come to in news, where the text tells too short a story to be sure.
    `aside` tells that it counts from the day of publication, `moves` whether later expressions
    count from it, `day` the day that it names, `quarter` and `longer` whether it names a period
    that reports compare.
    """

    meaning: Meaning
    evaluated: Evaluated
    marked: "_Told | None" = None
    aside: bool = False
    moves: bool = False
    mentioned: Extent | None = None
    day: Extent | None = None
    quarter: bool = False
    longer: bool = False
    otherwise: Extent | None = None


def _told(meaning: Meaning, evaluated: Evaluated) -> _Told:
    extent = evaluated.core if _reaches(meaning) else evaluated.extent
    news = _news_marked(meaning)
    return _Told(
        meaning,
        evaluated,
        None if news is meaning else _Told(news, evaluated),
        depends_on(meaning, Point.PUBLICATION),
        _moves_the_story(meaning, extent),
        extent or UNPLACED,
        (extent or UNPLACED) if names_a_day(meaning) else None,
        _names_a_quarter(meaning),
        _names_more_than_a_quarter(meaning),
    )


def _told_in(now: Frame, meaning: Meaning, retold: Meaning | None, *, surely: bool) -> _Told:
    """Return what a meaning comes to; `retold` is what it is in a story, if it stands in one."""
    if retold is None:
        return _told(meaning, evaluate(meaning, now))
    told = _told(retold, evaluate(retold, now))
    news = None if surely else evaluate(meaning, replace(now, mentioned=None, story=False)).extent
    return replace(told, otherwise=news)


@dataclass(slots=True)
class _Remembered:
    """What was told already, of what does not count from the text before.

    Readings of the same words share their meaning, so that most are found by that alone.
    """

    alive: dict[tuple[int, Tense], _Told] = field(default_factory=dict)
    equal: dict[tuple[Meaning, Tense], _Told] = field(default_factory=dict)

    def get(self, meaning: Meaning, tense: Tense) -> _Told | None:
        """Return what was told; the meanings are those of the text, so that none ends meanwhile."""
        told = self.alive.get((id(meaning), tense))
        if told is None:
            told = self.equal.get((meaning, tense))
            if told is not None:
                self.alive[id(meaning), tense] = told
        return told

    def keep(self, meaning: Meaning, tense: Tense, told: _Told) -> None:
        """Remember what was told, unless it counts from the text before."""
        if not counts_from_the_text(meaning):
            self.alive[id(meaning), tense] = self.equal[meaning, tense] = told


def _one_pass(
    expressions: Sequence[TimeExpression], around: Sequence[Place], frame: Frame
) -> list[_Told]:
    """Resolve in the order of the text; `frame` holds what is known before its first word."""
    out: list[_Told] = []
    line, days, same = StoryLine(), DayLine(), _Remembered()
    last_told, period, yearly = Mentioned(frame.mentioned), frame.period, frame.yearly
    for expression, place in zip(expressions, around, strict=True):
        meaning, tense = expression.meaning, expression.tense
        retold = line.retold(meaning, tense, place)
        told = same.get(meaning, tense) if retold is None else None
        if told is None:
            last, story = line.last, retold is not None
            if not story:
                meaning, last = days.settled(expression, days.counted_from(expression, last_told))
            now = frame.at(last, period, tense, yearly=yearly, story=story)
            told = _told_in(now, meaning, retold, surely=place.long)
            if retold is None:
                same.keep(meaning, tense, told)
        out.append(told if place.story or told.marked is None else told.marked)
        if not plans(meaning, place):
            line = line.after(told.meaning, told.evaluated.core, place, aside=told.aside)
        if told.moves and not (told.aside and line.last is not None):
            place_told = expression.span.start
            last_told = Mentioned(
                told.mentioned, place_told, goes_on_from(told.meaning), told.aside
            )
        days = days.after(told.day, expression)
        if told.quarter and tense is not Tense.FUTURE:
            if not _looks_back(told.meaning, told.evaluated.extent, period):
                period = told.evaluated.extent or UNPLACED
            yearly = False
        elif told.longer:
            yearly = True
    return out


@lru_cache(maxsize=4096)
def counts_from_the_text(meaning: Meaning) -> bool:
    """Return whether what was read before in the text changes what a meaning comes to."""
    if isinstance(meaning, Anchor):
        return meaning.point is not Point.PUBLICATION
    compared = isinstance(meaning, Counterpart) or (
        isinstance(meaning, Shift) and meaning.keep_grain
    )
    return compared or any(map(counts_from_the_text, parts(meaning)))


def _news_marked(meaning: Meaning) -> Meaning:
    if isinstance(meaning, Shift) and meaning.of == MENTIONED and not meaning.keep_grain:
        return replace(meaning, as_length=True)
    return meaning


def _names_a_quarter(meaning: Meaning) -> bool:
    """Return whether it sets the period under discussion: business reports compare quarters."""
    if isinstance(meaning, Absolute | Occurrence | Within):
        return meaning.fields.quarter is not None
    if isinstance(meaning, Current):  # "this quarter" is still to be reported
        return meaning.unit is Unit.QUARTER and meaning.of != PUBLICATION
    return isinstance(meaning, Shift) and meaning.unit is Unit.QUARTER


def _looks_back(meaning: Meaning, quarter: Extent | None, period: Extent | None) -> bool:
    """Return whether a quarter lies before the one under discussion, which then stays so.

    "Second-quarter profit" is news of its own, whichever quarter was spoken of before.
    """
    if not (isinstance(meaning, Occurrence) and meaning.toward is Toward.CLAUSE):
        return False
    if quarter is None or period is None or quarter.first is None or period.first is None:
        return False
    return quarter.first < period.first


def _names_more_than_a_quarter(meaning: Meaning) -> bool:
    """Return whether it is a longer stretch that reports compare: "the nine months"."""
    return isinstance(meaning, Length) and (meaning.amount, meaning.unit) in _REPORTED


def _moves_the_story(meaning: Meaning, extent: Extent | None) -> bool:
    """Return whether later expressions count from this one.

    They do too where it would have a place if only the publication date were known.
    """
    if isinstance(meaning, Bounded) and not _reaches(meaning):
        return False
    if isinstance(meaning, Counterpart) or (isinstance(meaning, Shift) and meaning.between_events):
        return False
    if extent is None:
        return any(depends_on(meaning, point) for point in Point)
    return extent.first is not None and extent.last is not None


def _reaches(meaning: Meaning) -> bool:
    """Return whether it is "by 21 April", "until 2003", with which the text has come to then."""
    if not isinstance(meaning, Bounded):
        return False
    return meaning.side is Side.BEFORE and meaning.inclusive


def _reading(meaning: Meaning, ends: list[Evaluated], published: When) -> Reading:
    early, late = ends
    points = (Point.PUBLICATION, Point.PERIOD)
    relative = any(depends_on(meaning, point) for point in points) or early != late
    basis = published.basis if relative else Basis.STATED
    when = _when(early.extent, late.extent, basis)
    if _fails_on_a_known_day(early, published.first) or _fails_on_a_known_day(late, published.last):
        when = When(basis=Basis.UNKNOWN)
    return Reading(
        when,
        timex(meaning, _shared(early, late)),
        explanation(meaning, early, late, when, published),
    )


def _fails_on_a_known_day(end: Evaluated, day: int | None) -> bool:
    """Return whether there is no such date ("29 February last year"), though the day is known."""
    return end.extent is None and day is not None


def _shared(early: Evaluated, late: Evaluated) -> Extent | None:
    return early.core if early.core == late.core else None


def _when(early: Extent | None, late: Extent | None, basis: Basis) -> When:
    """Join the readings at the first and last possible publication day."""
    if early is None and late is None:
        return When(basis=Basis.UNKNOWN)
    if early == late and early is not None:
        return When(
            early.start,
            early.end,
            early.kind,
            early.approximate and _resolved(early),
            early.clock,
            basis,
        )
    # What is unknown at one end of the publication interval is not known over the whole of it.
    start = Edge.UNKNOWN if early is None or (late and late.start is UNKNOWN) else early.start
    end = Edge.UNKNOWN if late is None or (early and early.end is UNKNOWN) else late.end
    throughout = Edge.OPEN in (start, end)
    if not isinstance(start, int) and not isinstance(end, int):
        return When(basis=Basis.UNKNOWN)
    if isinstance(start, int) and isinstance(end, int) and start > end:
        start, end = end, start
    approximate = bool((early and early.approximate) or (late and late.approximate))
    kind = Kind.THROUGHOUT if throughout else Kind.WITHIN
    return When(start, end, kind, approximate, basis=basis)


def _resolved(extent: Extent) -> bool:
    return extent.first is not None or extent.last is not None


def _extent_of(when: When) -> Extent:
    unit = next((u for u in Unit if u.value == when.precision.value), None)
    return Extent(when.start, when.end, unit, when.kind, when.approximate)
