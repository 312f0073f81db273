"""How often the publication inferred for a dated text, its date taken away, holds the true day.

    TIMELINE_CORPORA=<folder> python -m tests.quality.undated [--half tune|report] [--wrong] SET...

A set is a folder of TimeML files with creation times. Whatever states the date is taken out: the
creation time, header lines and datelines with a year, and full dates of that very day within the
first 300 characters. The texts are split by a hash of their names into a half for tuning and one
to report on. Honest is an interval that holds the true day, open or not; right is one that does
and is closed and a year long at most.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.app.pipeline import analyse, known_events
from timeline.dating import published
from timeline.model.article import Article, ClaimSource, Published
from timeline.model.calendar import iso_date
from timeline.model.when import UNDATED
from timeline.reading import Facts, read_text
from timeline.reading.timeml import timeml
from timeline.resolving import resolve_all
from timeline.tagging import tag

LANGUAGES = {"spanish": "es", "french": "fr", "german": "de", "italian": "it"}
HEAD = 300  # characters in which a date of the very day is one of publication
SHORTEST = 30  # words
YEAR = 366
HALVES = ("report", "tune")


@dataclass(frozen=True, slots=True)
class Undated:
    """A text without its date, the day that it was published, and the half that it is in."""

    article: Article
    day: int
    half: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was inferred for a text."""

    name: str
    day: int
    found: Published

    @property
    def honest(self) -> bool:
        """Whether the interval holds the day."""
        first, last = self.found.when.first, self.found.when.last
        return (first is None or first <= self.day) and (last is None or self.day <= last)

    @property
    def right(self) -> bool:
        """Whether it does, closed and a year long at most."""
        days = self.found.when.days
        return self.honest and days is not None and days <= YEAR


def texts(folder: Path) -> Iterator[Undated]:
    """Yield the texts of a set whose creation time is a day."""
    language = LANGUAGES.get(folder.name, "en")
    for path in sorted(folder.glob("*.tml")):
        content = timeml(path.read_bytes())
        created = [c.when for c in content.facts.claims if c.source is ClaimSource.CREATION]
        if created and created[0].first is not None and created[0].first == created[0].last:
            made = undated(path.name, content.text, language, created[0].first)
            if made is not None:
                yield made


def undated(name: str, text: str, language: str, day: int) -> Undated | None:
    """Take away what states the date of a text; None where little is left."""
    if len(text.split()) < SHORTEST:
        return None
    whole = read_text(name, text, Facts(language=language), whole=True)
    for expression in sorted(tag(whole), key=lambda e: -e.span.start):
        when = resolve_all([expression], UNDATED, {})[0].when
        if expression.span.start <= HEAD and when.first == day == when.last:
            text = text[: expression.span.start] + text[expression.span.end :]
    if len(text.split()) < SHORTEST:
        return None
    article = read_text("story.txt", text, Facts(language=language))
    claims = tuple(claim for claim in article.claims if not claim.when.resolved)
    half = HALVES[int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2]
    return Undated(replace(article, document=name, claims=claims), day, half)


def outcome(text: Undated) -> Outcome:
    """Infer the publication of a text."""
    found = published(analyse(text.article), known_events())
    return Outcome(text.article.document, text.day, found)


def shares(outcomes: list[Outcome]) -> dict[str, float]:
    """Return the figures of some texts, in percent; edges are counted."""
    count = len(outcomes) or 1
    return {
        "texts": len(outcomes),
        "honest": round(100 * sum(o.honest for o in outcomes) / count, 1),
        "right": round(100 * sum(o.right for o in outcomes) / count, 1),
        "earliest": sum(o.found.when.first is not None for o in outcomes),
        "latest": sum(o.found.when.last is not None for o in outcomes),
    }


def main() -> int:
    """Measure the sets named, or print what is wrong in them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--wrong", action="store_true", help="print the reasons of false intervals")
    asked = parser.parse_args()
    corpora = os.environ.get("TIMELINE_CORPORA")
    if corpora is None:
        print("Set TIMELINE_CORPORA to the folder that holds the sets.", file=sys.stderr)
        return 2
    every: list[Outcome] = []
    for name in asked.sets:
        chosen = (t for t in texts(Path(corpora) / name) if asked.half in (None, t.half))
        outcomes = [outcome(text) for text in chosen]
        every += outcomes
        print(name, shares(outcomes))
        for one in outcomes if asked.wrong else ():
            if not one.honest:
                print(one.name, iso_date(one.day), *one.found.explanation, sep="\n    ")
    print("all", shares(every))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
