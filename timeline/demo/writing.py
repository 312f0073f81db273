"""Articles made of the history: who writes when about what, and in which sentences.

Nothing is drawn by lot: each choice follows from the names of what is chosen for, so that the
collection is the same on every machine and in every version of Python.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from timeline.demo.days import MONTHS, NUMBERS, days_after, long_day, short_day, told_on
from timeline.demo.history import Happening, History, Publisher, history

METADATA = "metadata.csv"
LAST = date(2024, 5, 31)
FOLLOWING = (0, 1, 2, 4, 8)  # days after an event on which papers come back to it
LEAST_WORDS = 160
LATER = ("the day after", "what is known", "voices from the valley", "a week on")
MOST_RECALLED = 3
CORRECTION = (
    "Correction: An earlier version of this article spoke of {wrong} dead. There are {dead}."
)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?")


@dataclass(frozen=True, slots=True)
class Written:
    """An article: its file, who published it and when, and its text."""

    name: str
    publisher: str
    published: date
    title: str
    text: str
    undated: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """One paper writes about one event on one day; `turn` tells its articles apart."""

    publisher: Publisher
    happening: Happening
    day: date
    turn: int


def written() -> list[Written]:
    """Return all articles, by publisher and day."""
    told = history()
    return [_article(told, one) for one in _assignments(told)]


def _assignments(told: History) -> Iterator[Assignment]:
    for publisher in told.publishers:
        for happening in told.happenings:
            for turn, later in enumerate(FOLLOWING):
                day = days_after(happening.day, later)
                if day <= LAST and _writes(publisher, happening, turn):
                    yield Assignment(publisher, happening, day, turn)


def _writes(publisher: Publisher, happening: Happening, turn: int) -> bool:
    """Return whether a paper writes about an event in its turn: the first day most of them do."""
    if turn == 0:
        return publisher.agency or _draw(happening.weight + 1, publisher.name, happening.key) > 0
    return _draw(11, publisher.name, happening.key, turn) < happening.weight + 2 - turn


def _article(told: History, one: Assignment) -> Written:
    publisher, happening = one.publisher, one.happening
    title = _choice(happening.headlines, publisher.name, happening.key, one.turn)
    if one.turn:
        title = f"{title}: {LATER[one.turn - 1]}"
    text = _spelled(_text(told, one, title), publisher)
    stamp = "" if publisher.undated else f"{one.day.isoformat()}-"
    return Written(
        name=f"{publisher.folder}/{stamp}{happening.key}-{one.turn + 1}.txt",
        publisher=publisher.name,
        published=one.day,
        title=_spelled(title, publisher),
        text=text,
        undated=publisher.undated,
    )


def _text(told: History, one: Assignment, title: str) -> str:
    head = _header(one)
    body = list(_body(told, one))
    body[0] = _opening(one) + body[0]
    return "\n\n".join([title, *([head] if head else []), *body]) + "\n"


def _body(told: History, one: Assignment) -> Iterator[str]:
    """Yield paragraphs: the news, its details, what came before, and what is to come."""
    source = _source(told, one)
    happening, key = one.happening, (source.name, one.happening.key)
    lede = happening.ledes[(_draw(2, *key) + one.turn) % len(happening.ledes)]
    quote = happening.quotes[(_draw(2, *key, "quote") + one.turn) % len(happening.quotes)]
    details = _turned(happening.details, _draw(len(happening.details), *key) + one.turn)
    paragraphs = [lede, details[0], quote, *details[1:3]]
    paragraphs += filter(None, (_recalled(told, one, source), _planned(told, one, source)))
    background = _turned(told.background, _draw(len(told.background), *key, one.turn))
    rest = (*background[:1], *details[3:], *(q for q in happening.quotes if q != quote))
    for paragraph in (*rest, *background[1:]):
        if len(paragraphs) > len(happening.details) and _words(paragraphs) >= LEAST_WORDS:
            break
        paragraphs.append(paragraph)
    if _corrects(one):
        toll = told.toll(one.day)
        paragraphs.append(CORRECTION.format(wrong=toll.dead + 3, dead=toll.dead))
    for paragraph in paragraphs:
        yield _filled(told, _dated(paragraph, happening.day, one, source), one)


def _recalled(told: History, one: Assignment, source: Publisher) -> str:
    """Return sentences on earlier events: the first of all, and the latest ones."""
    before = [h for h in told.happenings if h.day < one.happening.day]
    chosen = dict.fromkeys((*before[:1], *before[-MOST_RECALLED + 1 :]))
    return " ".join(
        _dated(_choice(h.recalls, source.name, h.key, one.turn), h.day, one, source) for h in chosen
    )


def _planned(told: History, one: Assignment, source: Publisher) -> str:
    """Return sentences on what was announced by then, and is to come."""
    plans = [plan for plan in told.plans if plan.announced <= one.day <= plan.until]
    return " ".join(_dated(plan.text, plan.day, one, source) for plan in plans[:2])


def _source(told: History, one: Assignment) -> Publisher:
    """Return whose words these are: the agency's, where a paper prints its text at first."""
    copies = one.publisher.copies and _draw(2, one.publisher.name, one.happening.key, "copy")
    if one.turn or not copies:
        return one.publisher
    return next(publisher for publisher in told.publishers if publisher.agency)


def _dated(text: str, day: date, one: Assignment, source: Publisher) -> str:
    turn = _draw(6, source.name, one.happening.key, day.isoformat(), one.turn)
    told = told_on(day, one.day, american=source.american, turn=turn)
    return text.replace("{when}", told).replace(",.", ".")


def _filled(told: History, text: str, one: Assignment) -> str:
    toll = told.toll(days_after(one.day, -one.publisher.lag))
    dead = toll.dead + one.publisher.more
    return text.format(
        dead=NUMBERS.get(dead, dead),
        missing=NUMBERS.get(toll.missing, toll.missing),
        homes=toll.homes,
    )


def _header(one: Assignment) -> str:
    day = one.day
    return one.publisher.header.format(
        long=long_day(day, american=False), american=long_day(day, american=True)
    )


def _opening(one: Assignment) -> str:
    american = one.publisher.american
    short = short_day(one.day, american=american)
    return one.publisher.opening.format(place=one.happening.place, short=short)


def _corrects(one: Assignment) -> bool:
    return bool(one.turn) and not _draw(6, one.publisher.name, one.happening.key, "correction")


def _spelled(text: str, publisher: Publisher) -> str:
    """Write names as the paper spells them, a few of them wrong, and days in its order."""
    for usual, own in publisher.spelling.items():
        text = text.replace(usual, own)
    return _DAY.sub(_in_american, text) if publisher.american else text


def _in_american(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{month} {day}, {year}" if year else f"{month} {day}"


def metadata(articles: Sequence[Written]) -> str:
    """Write the table beside the articles: who published each; the day is left to their texts."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("document", "published", "title", "source"))
    rows.writerows((one.name, "", one.title, one.publisher) for one in articles)
    return out.getvalue()


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _turned(items: Sequence[str], by: int) -> list[str]:
    by %= len(items)
    return [*items[by:], *items[:by]]


def _choice(items: Sequence[str], *names: object) -> str:
    return items[_draw(len(items), *names)]


def _draw(count: int, *names: object) -> int:
    """Return a number below `count` that these names always have."""
    return crc32("/".join(map(str, names)).encode()) % count
