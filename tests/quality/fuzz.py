"""Odd texts through the whole analysis: `python -m tests.quality.fuzz N [SEED]`.

Texts are made of clock times, ISO stamps, dates of all shapes, odd numbers and digits, words of the
languages, separators and repeated blocks, from one character to 20,000. Each goes through tagging,
dating and resolving with its EDTF and TIMEX3 views; each twentieth (or `--events`) through the
reader of plain text, the parser, the finding of events, merging and exports as well. The run ends
with exit 1 where a stage failed, and tells the text by its number: the same seed and number make
the same text. It tells, too, which texts took longest for their length, and how much longer four
times as much of them takes.
"""

import io
import json
import random
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from timeline.app import pipeline
from timeline.app.pipeline import read_expressions
from timeline.errors import ReadingError
from timeline.export import write
from timeline.isolation.faults import reason_of
from timeline.languages import load, own_languages
from timeline.languages.folders import MAIN
from timeline.model.article import Article
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.model.timeline import Analysis
from timeline.model.when import UNDATED, When
from timeline.reading import read_text
from timeline.tagging import tag

GRAMMARS = own_languages()
LANGUAGES = (*[MAIN] * 3, *GRAMMARS, "ru", "ar", "zh", "hi", "tr")
EVENTS = 20  # each so-manieth text goes through the parser as well
LONG = 1_000  # characters from which on the time for each is looked at
SLOWEST = 8  # texts that are told, and made longer
DIGITS = ("٠", "۰", "०", "০", "０", "𝟎", "๐", "០", "𝟬")  # the zero of other scripts
SIGNS = (
    "²",
    "½",
    "Ⅻ",
    "①",
    "一",
    "十二",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\u202e",
    "\u00ad",
    "\ufeff",
)
ODD = ("\x00", "\x1b", "\ud800", "\ufffe", "\ufffd", "\U0001f5d3", "\u0300", "ß", "İ", "\u0661")
GAPS = (
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "\t",
    "",
    "-",
    "–",
    "/",
    ":",
    "; ",
    " (",
    ") ",
    "'",
)
EXPORTS = ("json", "csv", "ics", "timeml", "timesketch", "timelinejs")
WORDS = (
    *("fell", "met", "was killed", "will meet", "said", "the fire", "in Paris", "the court ruled"),
    *("flood", "election", "he", "they", "who", "that", "25%", "$3m", "Reuters", "UN", "and", "or"),
)


@dataclass(slots=True)
class Found:
    """What a run has found: failures by the number of their text, and what was slow."""

    failures: dict[int, str] = field(default_factory=dict)
    slow: list[tuple[float, int, int]] = field(default_factory=list)  # seconds each, length, number
    characters: int = 0
    expressions: int = 0
    mentions: int = 0
    parsed: int = 0


def text_of(seed: int, number: int) -> tuple[str, str]:
    """Make the text of a number and its language: always the same."""
    chance = random.Random(f"{seed}/{number}")
    language = chance.choice(LANGUAGES)
    length = _length(chance)
    pieces: list[str] = []
    size = 0
    while size < length:
        piece = _piece(chance, language)
        if chance.random() < 0.02:
            piece *= min(chance.choice((2, 10, 100, 1_000)), length // max(1, len(piece)) + 1)
        pieces += (piece, chance.choice(GAPS))
        size += len(piece) + len(pieces[-1])
    text = "".join(pieces)[:length]
    if chance.random() < 0.05:
        text = _other_digits(chance, text)
    return text, language


def _length(chance: random.Random) -> int:
    kind = chance.random()
    if kind < 0.97:
        return chance.randint(1, 120)
    if kind < 0.998:
        return chance.randint(120, 2_000)
    return chance.randint(2_000, 20_000)


def _piece(chance: random.Random, language: str) -> str:
    makers = (_clock, _stamp, _date, _number, _number, _word, _word, _word, _word, _event)
    return chance.choice(makers)(chance, language)


def _clock(chance: random.Random, _language: str) -> str:
    hour, minute, second = (chance.randint(0, most) for most in (30, 75, 75))
    shape = chance.choice(
        (
            "{h}:{m:02d}",
            "{h:02d}:{m:02d}:{s:02d}",
            "{h}.{m:02d}",
            "{h}h{m:02d}",
            "{h}",
            "T{h:02d}:{m:02d}",
        )
    )
    halves = (
        "",
        "",
        " am",
        " p.m.",
        "pm",
        " Uhr",
        " h",
        " o'clock",
        " GMT",
        "Z",
        " UTC+25",
        "+99:99",
    )
    special = chance.choice(
        (None, None, "24:00", "24:00:00", "23:59:60", "00:00", "24:01", "99:99")
    )
    return (special or shape.format(h=hour, m=minute, s=second)) + chance.choice(halves)


def _stamp(chance: random.Random, _language: str) -> str:
    year = chance.choice(
        (0, 1, 999, 1582, 1900, 1999, 2000, 2022, 2024, 9999, chance.randint(0, 9999))
    )
    month, day = chance.randint(0, 14), chance.randint(0, 33)
    date = chance.choice(
        (
            f"{year:04d}-{month:02d}-{day:02d}",
            f"{year:04d}{month:02d}{day:02d}",
            f"{year:04d}-{month:02d}",
            f"{year:04d}-W{chance.randint(0, 60):02d}",
            f"{year:04d}-W{chance.randint(0, 60):02d}-{chance.randint(0, 9)}",
            f"{year:04d}-{chance.randint(0, 400):03d}",
            f"-{year:04d}-{month:02d}-{day:02d}",
            f"+1{year:04d}-{month:02d}-{day:02d}",
        )
    )
    if chance.random() < 0.5:
        return date
    time_of_day = f"{chance.randint(0, 27):02d}:{chance.randint(0, 66):02d}"
    seconds = chance.choice(("", f":{chance.randint(0, 66):02d}", ":59.999", ":60"))
    zone = chance.choice(("", "Z", "+00:00", "-23:59", "+24:00", "+0530", "+99:99", "-5", " UTC"))
    return f"{date}{chance.choice('T TT')}{time_of_day}{seconds}{zone}"


def _date(chance: random.Random, language: str) -> str:
    day, month, year = chance.randint(0, 35), chance.randint(0, 14), chance.randint(0, 2300)
    name = _of_class(chance, language, "MONTH")
    return chance.choice(
        (
            f"{day} {name} {year}",
            f"{name} {day}, {year}",
            f"{name} {year}",
            f"{day}/{month}/{year}",
            f"{day}.{month}.{year % 100:02d}",
            f"{month}-{day}-{year:04d}",
            f"{day}-{day + 3} {name}",
            f"{year}-{year % 100 + 1:02d}",
            f"{year}s",
            f"{year} BC",
            f"{year}年{month}月{day}日",
            f"Q{chance.randint(0, 6)} {year}",
            f"{_of_class(chance, language, 'WEEKDAY')}, {day} {name}",
        )
    )


def _number(chance: random.Random, language: str) -> str:
    digits = chance.choice((1, 1, 2, 2, 3, 4, 4, 5, 9, 20, 400))
    number = "".join(chance.choice("0123456789") for _ in range(digits))
    unit = _of_class(
        chance, language, chance.choice(("UNIT", "UNITS", "UNIT", "QUARTER", "CENTURY"))
    )
    shapes = (
        "{n} {u}",
        "{n}",
        "{n}th {u}",
        "{n},{n}",
        "{n}.{n} {u}",
        "{n}-{n}",
        "{n} {u} ago",
        "in {n} {u}",
        "{n} 1/2 {u}",
        "'{n}s",
        "{sign}{n}",
    )
    return chance.choice(shapes).format(n=number, u=unit, sign=chance.choice(SIGNS))


def _word(chance: random.Random, language: str) -> str:
    groups = _vocabulary(language if language in GRAMMARS else chance.choice(GRAMMARS))
    return chance.choice(chance.choice(groups))


@cache
def _vocabulary(language: str) -> tuple[tuple[str, ...], ...]:
    lexicon = load(language)
    kinds = {**lexicon.classes, **lexicon.literals}
    return tuple(tuple(sorted(kinds[name])) for name in sorted(kinds))


@cache
def _class(language: str, name: str) -> tuple[str, ...]:
    lexicon = load(language if language in GRAMMARS else "en")
    return tuple(sorted(lexicon.classes.get(name, ()))) or ("May",)


def _event(chance: random.Random, _language: str) -> str:
    return chance.choice(ODD) if chance.random() < 0.05 else chance.choice(WORDS)


def _of_class(chance: random.Random, language: str, name: str) -> str:
    word = chance.choice(_class(language, name))
    return word.capitalize() if chance.random() < 0.7 else word


def _other_digits(chance: random.Random, text: str) -> str:
    zero = ord(chance.choice(DIGITS))
    return text.translate({ord(str(n)): chr(zero + n) for n in range(10)})


def read(found: Found, number: int, text: str, language: str, publication: When) -> None:
    """Tag, date and resolve a text; note what fails."""
    article = Article(f"{number}.txt", text, "", tuple(_sentences(text)), language=language)
    try:
        found.expressions += _resolved(article, publication)
    except Exception as error:  # noqa: BLE001 - what a stage raises is what is sought
        found.failures[number] = reason_of(error)


def _resolved(article: Article, publication: When) -> int:
    """Tag and date an article, resolve it under two dates, and look at each view; count."""
    expressions = tag(article)
    dated = pipeline.dated(Analysis(article, expressions, ()))
    assert dated.document.problem is None, dated.document.problem
    for date in (publication, dated.document.published.when):
        for expression, reading in read_expressions(expressions, date, sentences=article.sentences):
            assert expression.span.of(article.text) == expression.text
            edtf = to_edtf(reading.when)
            assert to_edtf(from_edtf(edtf)) == edtf, f"{edtf} comes back otherwise"
            assert reading.timex.value, f"{expression.text} has no value"
    return len(expressions)


def read_whole(found: Found, number: int, text: str) -> None:
    """Take a text through every stage and several exports; note what fails."""
    try:
        article = read_text(f"{number}.txt", text)
    except ReadingError:
        return
    except Exception as error:  # noqa: BLE001 - what a stage raises is what is sought
        found.failures[number] = f"reading its text failed ({reason_of(error)})"
        return
    analysis = pipeline.analyse(article)
    timeline = pipeline.assemble([analysis])
    problem = analysis.problem or timeline.documents[0].problem
    try:
        for kind in EXPORTS:
            write(timeline, kind, io.BytesIO())
    except Exception as error:  # noqa: BLE001 - what a stage raises is what is sought
        problem = problem or f"exporting it as {kind} failed ({reason_of(error)})"
    if problem:
        found.failures[number] = problem
    found.mentions += len(analysis.mentions)
    found.parsed += 1


def _sentences(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def run(count: int, seed: int, share: int = EVENTS, first: int = 0) -> Found:
    """Take texts through the stages; print how far it is each minute."""
    found = Found()
    told = time.monotonic()
    publication = When.of_day(738_000)
    for number in range(first, first + count):
        text, language = text_of(seed, number)
        begun = time.process_time()
        read(found, number, text, language, publication if number % 3 else UNDATED)
        if share and number % share == 0:
            read_whole(found, number, text)
        took = time.process_time() - begun
        if number in found.failures:
            print(f"FAILED: text {number} of seed {seed}, {found.failures[number]}", flush=True)
        found.characters += len(text)
        if len(text) >= LONG:
            found.slow = sorted([*found.slow, (took / len(text), len(text), number)])[-SLOWEST:]
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(f"{number + 1 - first:,} texts, {len(found.failures)} failures", flush=True)
    return found


def growth(seed: int, number: int) -> tuple[float, float]:
    """Return the seconds that tagging a text, and four times as much of it, takes."""
    text, language = text_of(seed, number)
    times = []
    for many in (1, 4):
        longer = "\n".join([text] * many)
        begun = time.process_time()
        read(Found(), number, longer, language, UNDATED)
        times.append(time.process_time() - begun)
    return times[0], times[1]


def main(arguments: list[str]) -> int:
    """Run, and print what was found."""
    parser = ArgumentParser(description="Take odd texts through the whole analysis.")
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--events", type=int, default=EVENTS, metavar="SHARE")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="to go on from")
    asked = parser.parse_args(arguments)
    count, seed = asked.count, asked.seed
    begun = time.monotonic()
    found = run(count, seed, asked.events, asked.first)
    took = time.monotonic() - begun
    print(
        f"{count:,} texts of {found.characters:,} characters in {took:,.0f} s: "
        f"{found.expressions:,} expressions; {found.parsed:,} of them through the parser, merging, "
        f"and exports: {found.mentions:,} mentions"
    )
    for seconds, length, number in reversed(found.slow):
        once, fourfold = growth(seed, number)
        print(
            f"slow: text {number}, {length:,} characters, {seconds * 1e6:.0f} µs each; "
            f"four times as much took {fourfold / max(once, 1e-9):.1f} times as long"
        )
    for number in found.failures:
        text, language = text_of(seed, number)
        print(f"text {number} ({language}): {json.dumps(text[:200])}")
    print(f"{len(found.failures)} failures")
    return 1 if found.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
