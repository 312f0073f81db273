"""Whether mentions that tell one event are joined, on articles marked in their text.

    python -m tests.quality.told_again [--errors] [--held-out]

The articles lie in `tests/gold/repeats`: a first line with the day of publication and the language,
then the text. In it `[on Monday](a)` is a date of the event `a`, and `{a|They left at dawn.}` a
sentence without a date of its own that tells more of `a`. All marks are taken away before the
article is read. Rules are made on `tuned`; of `held_out` only the figures are printed, no errors.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from timeline.app.pipeline import Dated, analyse, dated, merged
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention
from timeline.model.span import Span
from timeline.reading import Facts, read_text

GOLD = Path(__file__).parents[1] / "gold" / "repeats"
_MARK = re.compile(r"\[(?P<date>[^\]]+)\]\((?P<event>\w+)\)|\{(?P<of>\w+)\|(?P<detail>[^}]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, the dates of its events, and the sentences that tell more."""

    name: str
    text: str
    published: str
    language: str
    dates: Mapping[Span, str]
    details: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class PairOfDates:
    """Two dates of an article for which a mention was found."""

    document: str
    one: DatedMention
    other: DatedMention
    same: bool
    joined: bool


def marked(name: str, written: str) -> Marked:
    """Take the marks out of an article."""
    head, _, body = written.partition("\n")
    _, published, language = head.split()
    text, last = "", 0
    dates, details = dict[Span, str](), dict[Span, str]()
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        told = mark["date"] or mark["detail"]
        place = Span(len(text), len(text) + len(told))
        (dates if mark["date"] else details)[place] = mark["event"] or mark["of"]
        text, last = text + told, mark.end()
    return Marked(name, text + body[last:], published, language, dates, details)


def gold(part: str) -> Iterator[Marked]:
    """Yield the articles of a part: `tuned` or `held_out`."""
    for path in sorted((GOLD / part).glob("*.txt")):
        yield marked(path.name, path.read_text(encoding="utf-8"))


@cache
def read(part: str) -> tuple[tuple[Marked, Dated], ...]:
    """Return the articles of a part with what the program finds in each by itself."""
    return tuple((one, _read(one)) for one in gold(part))


def _read(one: Marked) -> Dated:
    article = read_text(one.name, one.text, Facts(language=one.language))
    return dated(analyse(article), from_edtf(one.published))


def pairs(one: Marked, found: Dated) -> Iterator[PairOfDates]:
    """Yield the pairs of an article's marked dates, and what became of them."""
    event_of = {
        told.mention.key: event for event in merged([found]).events for told in event.mentions
    }
    at = {place: mention for place in one.dates if (mention := _at(found, place)) is not None}
    for (place, mine), (other, theirs) in combinations(at.items(), 2):
        joined = event_of[mine.mention.key] is event_of[theirs.mention.key]
        same = one.dates[place] == one.dates[other]
        yield PairOfDates(one.name, mine, theirs, same, joined)


def _at(found: Dated, place: Span) -> DatedMention | None:
    told = (m for m in found.mentions if m.mention.expression.phrase.overlaps(place))
    return next((m for m in told if m.when.resolved), None)


def figures(told: list[PairOfDates]) -> str:
    """Write the figures in a line."""
    one = [pair for pair in told if pair.same]
    joined = [pair for pair in told if pair.joined]
    right = sum(pair.same for pair in joined)
    apart = len(told) - len(one) - (len(joined) - right)
    return (
        f"{len(one)} pairs of one event: repeats {_share(right, len(one))}"
        f"  precision {_share(right, len(joined))}  apart {_share(apart, len(told) - len(one))}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part}/{whole})" if whole else "-"


def _error(pair: PairOfDates) -> str:
    kind = "joined, and two" if pair.joined else "one, and not joined"
    lines = (
        f"    {m.when.first} {m.mention.status} {m.mention.category} [{m.mention.trigger}]"
        f" {m.mention.title} :: {' '.join(m.mention.sentence_text.split())}"
        for m in (pair.one, pair.other)
    )
    return "\n".join((f"{pair.document} {kind}", *lines))


def main(arguments: list[str]) -> int:
    """Print the figures, and for the tuned part the errors on request."""
    part = "held_out" if "--held-out" in arguments else "tuned"
    told = [pair for one, found in read(part) for pair in pairs(one, found)]
    print(part, figures(told))
    if "--errors" in arguments and part == "tuned":
        print(*(_error(pair) for pair in told if pair.same != pair.joined), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
