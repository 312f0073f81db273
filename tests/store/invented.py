"""Invented articles, mentions and events of any shape, for the tests of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from tests.strategies import spans, whens
from timeline.model.article import (
    Article,
    ClaimSource,
    DateClaim,
    DatedPhrase,
    FrameKind,
    Mark,
    Published,
    TextFrame,
)
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Conflict, DatedMention, Event, EventMention, Status
from timeline.model.expression import Reading, Tense, TimeExpression
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Amount,
    Bounded,
    Current,
    Fields,
    Meaning,
    Occurrence,
    Shift,
    Side,
    Toward,
    Within,
)
from timeline.model.span import Span
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.model.timex import Timex, TimexType
from timeline.model.units import Unit
from timeline.model.when import Basis, When

LAST_YEAR = Shift(Current(Unit.YEAR, PUBLICATION), Amount.exactly(1), Unit.YEAR, Side.BEFORE)
# A few stand for all: that any meaning goes into JSON and back is tested with the model.
MEANINGS: tuple[Meaning, ...] = (
    Absolute(Fields(year=-44, month=3, day=15)),
    Within(LAST_YEAR, Fields(month=6)),
    Occurrence(Fields(weekday=1), Toward.CLAUSE, PUBLICATION),
    Bounded(Absolute(Fields(decade=199)), Side.AFTER, throughout=True, inclusive=False),
    Shift(PUBLICATION, Amount(2, 5.5, vague=True, qualifier="APPROX"), Unit.DAY, Side.AFTER),
)
# PostgreSQL keeps no character 0; half a surrogate pair is no character at all.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
NAMES = st.lists(WORDS, max_size=3).map(tuple)


@st.composite
def expressions(draw: st.DrawFn, parts: int = 2) -> TimeExpression:
    span = draw(spans(60))
    inner = st.lists(expressions(parts=0), max_size=parts).map(tuple) if parts else st.just(())
    return TimeExpression(
        span,
        Span(span.start, span.end + draw(st.integers(0, 5))),
        draw(st.text("aé😀 \n", min_size=len(span), max_size=len(span))),
        draw(st.sampled_from(MEANINGS)),
        draw(WORDS),
        draw(st.sampled_from(Tense)),
        draw(inner),
    )


@st.composite
def articles(draw: st.DrawFn, document: str) -> Article:
    claims = st.builds(
        DateClaim,
        st.sampled_from(ClaimSource),
        WORDS,
        whens(),
        st.none() | spans(60),
        st.none() | WORDS,
    )
    frames = st.builds(
        TextFrame,
        spans(60),
        st.integers(-(10**6), 10**6),
        st.sampled_from(FrameKind),
        st.none() | WORDS,
    )
    # What a file states is EDTF; some dates are written in it as others that say the same.
    stated = whens().map(lambda when: from_edtf(to_edtf(when)))
    dated = st.builds(DatedPhrase, spans(60), stated)
    return Article(
        document=document,
        text=draw(WORDS),
        title=draw(WORDS),
        sentences=draw(st.lists(spans(60), max_size=3).map(tuple)),
        marks=draw(st.lists(st.builds(Mark, spans(60), WORDS), max_size=2).map(tuple)),
        claims=draw(st.lists(claims, max_size=2).map(tuple)),
        title_span=draw(st.none() | spans(60)),
        language=draw(st.sampled_from(("en", "de"))),
        url=draw(st.none() | WORDS),
        source=draw(st.none() | WORDS),
        frames=draw(st.lists(frames, max_size=2).map(tuple)),
        dated=draw(st.lists(dated, max_size=2).map(tuple)),
    )


@st.composite
def mentions(draw: st.DrawFn, document: str, expression: TimeExpression) -> EventMention:
    return EventMention(
        document=document,
        expression=expression,
        sentence=draw(spans(60)),
        sentence_text=draw(WORDS),
        title=draw(WORDS.filter(str.strip)),
        status=draw(st.sampled_from(Status)),
        category=draw(st.sampled_from(Category)),
        actors=draw(NAMES),
        places=draw(NAMES),
        attribution=draw(st.none() | WORDS),
        trigger=draw(WORDS),
        trigger_span=draw(st.none() | spans(60)),
        confidence=draw(st.floats(0, 1)),
        confidence_wording=draw(st.floats(0, 1)),
        worth=draw(st.floats(0, 1)),
    )


@st.composite
def analyses(draw: st.DrawFn, document: str) -> Analysis:
    listed = tuple(draw(st.lists(expressions(), max_size=3)))
    dating = draw(st.lists(st.sampled_from(listed), max_size=3)) if listed else []
    dating += draw(st.lists(expressions(), max_size=1))
    told = [draw(mentions(document, expression)) for expression in dating]
    mentions_of_all = tuple({m.key: m for m in told}.values())
    problem = draw(st.none() | WORDS)
    return Analysis(draw(articles(document)), listed, mentions_of_all, draw(WORDS), problem)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    timex = Timex(draw(st.sampled_from(TimexType)), draw(WORDS), draw(st.none() | WORDS))
    return Reading(draw(whens()), timex, draw(NAMES))


@st.composite
def events(
    draw: st.DrawFn, told: Sequence[EventMention], publishers: Mapping[str, str | None]
) -> Event:
    return Event(
        id=draw(WORDS),
        title=draw(WORDS),
        when=draw(whens()),
        status=draw(st.sampled_from(Status)),
        category=draw(st.sampled_from(Category)),
        mentions=tuple(
            DatedMention(
                replace(mention, status=draw(st.sampled_from(Status))),
                draw(readings()),
                publishers[mention.document],
            )
            for mention in told
        ),
        actors=draw(NAMES),
        places=draw(NAMES),
        confidence=draw(st.floats(0, 1)),
        confidence_date=draw(st.floats(0, 1)),
        confidence_wording=draw(st.floats(0, 1)),
        worth=draw(st.floats(0, 1)),
        conflicts=draw(st.lists(st.builds(Conflict, WORDS, WORDS, NAMES), max_size=2).map(tuple)),
    )


@st.composite
def collections(draw: st.DrawFn) -> tuple[tuple[Analysis, ...], Timeline]:
    """Draw analyses of up to three articles and a timeline of what they tell."""
    names = draw(st.permutations(("b.txt", "a b/ü.txt", "c'; --.txt")))[: draw(st.integers(0, 3))]
    read = tuple(draw(analyses(name)) for name in names)
    published = st.builds(Published, whens(), st.sampled_from(Basis), NAMES)
    documents = tuple(
        DatedArticle(analysis.article, draw(published), analysis.problem) for analysis in read
    )
    told = draw(st.permutations([m for analysis in read for m in analysis.mentions]))
    cut = draw(st.integers(0, len(told)))
    groups = [group for group in (told[:cut], told[cut:]) if group]
    of = {analysis.article.document: analysis.article.source for analysis in read}
    return read, Timeline(documents, tuple(draw(events(group, of)) for group in groups))


def collection(
    word: str, articles: int = 3, told: int = 2
) -> tuple[tuple[Analysis, ...], Timeline]:
    """Make a plain collection whose every text says the word, an event for each mention."""
    read = tuple(_analysis(word, number, told) for number in range(articles))
    when = When.of_day(738_000)
    documents = tuple(DatedArticle(a.article, Published(when, Basis.STATED, (word,))) for a in read)
    reading = Reading(when, Timex(TimexType.DATE, "2021-07-27"), (word,))
    made = tuple(
        Event(m.key, m.title, when, m.status, m.category, (DatedMention(m, reading),), m.actors)
        for analysis in read
        for m in analysis.mentions
    )
    return read, Timeline(documents, made)


def _analysis(word: str, number: int, told: int) -> Analysis:
    document = f"{number:04d}.txt"
    text = f"{word} on Monday. " * told
    size = len(text) // told
    listed = tuple(_on_monday(start + len(word) + 1) for start in range(0, len(text), size))
    mentions = tuple(
        EventMention(
            document,
            expression,
            Span(index * size, (index + 1) * size - 1),
            f"{word} on Monday.",
            word,
            Status.HAPPENED,
            actors=(word,),
        )
        for index, expression in enumerate(listed)
    )
    return Analysis(Article(document, text, word, ()), listed, mentions)


def _on_monday(start: int) -> TimeExpression:
    span = Span(start + 3, start + 9)
    meaning = Occurrence(Fields(weekday=1), Toward.CLAUSE, PUBLICATION)
    return TimeExpression(span, Span(start, start + 9), "Monday", meaning, "weekday")
