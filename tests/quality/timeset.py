"""The date of an event wherever it stands in its article, on TimeSET (BRAT files).

    TIMELINE_EVENT_CORPORA=<folder> python -m tests.quality.timeset [--errors]

Counted are the salient events of a set to which people gave a date. A date is right where it has
the days of the gold, a time of day set aside. Beside what the program proposes for the event's
word (`timeline.editing.date_proposals`) stands the date of the event found nearest to it.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.app.pipeline import assemble, extract
from timeline.editing.date_proposals import proposed_date
from timeline.model.article import Article
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import DatedMention
from timeline.model.span import Span
from timeline.model.when import When

SET = "timeset"
_DAY = re.compile(r"(\d{4})[-_](\d\d|xx)[-_](\d\d|xx)")
_LENGTH = re.compile(r"duration: (\d{4})-xx-xx thru (\d{4})-xx-xx")

Dater = Callable[[Article, Sequence[DatedMention], Span], When | None]


@dataclass(frozen=True, slots=True)
class Salient:
    """An event as people marked it: its word and its date."""

    word: Span
    when: When


def salient(annotations: str) -> Iterator[Salient]:
    """Read the events with a date from the text of a BRAT file."""
    places: dict[str, Span] = {}
    notes: dict[str, str] = {}
    events: list[tuple[str, str]] = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            numbers = [int(n) for n in re.findall(r"\d+", rest.partition("\t")[0])]
            places[name] = Span(numbers[0], numbers[-1])
        elif name.startswith("E") and (time := re.search(r"TIMEX:(T\d+)", rest)):
            events.append((rest.partition(" ")[0].removeprefix("event:"), time[1]))
        elif name.startswith("#"):
            about, _, note = rest.partition("\t")
            notes[about.split()[-1]] = note
    for word, timed in events:
        edtf = edtf_of(notes.get(timed, ""))
        if edtf is not None:
            yield Salient(places[word], from_edtf(edtf))


def edtf_of(note: str) -> str | None:
    """Write the date of a note as EDTF ("2022-02-xx" is "2022-02"); None for what is none."""
    length = _LENGTH.fullmatch(note)
    if length:
        return f"{length[1]}/{length[2]}"
    day = _DAY.fullmatch(note)
    return day and "-".join(part for part in day.groups() if part != "xx")


def nearest(article: Article, told: Sequence[DatedMention], word: Span) -> When | None:  # noqa: ARG001
    """Return the date of the event whose word stands nearest."""

    def distance(one: DatedMention) -> int:
        place = one.mention.trigger_span or one.mention.sentence
        return max(place.start - word.end, word.start - place.end, 0)

    found = min(told, key=distance, default=None)
    return None if found is None else found.when


def proposed(article: Article, told: Sequence[DatedMention], word: Span) -> When | None:
    """Return the date that the program would propose."""
    found = proposed_date(article, told, word)
    return None if found is None else found.when


def agrees(found: When | None, gold: When) -> bool:
    """Return whether a date has the days of the gold."""
    return found is not None and (found.first, found.last) == (gold.first, gold.last)


def verdicts(folder: Path, dater: Dater, errors: list[str]) -> Iterator[bool]:
    """Run the program on every article of the set; tell of each event whether its date is right."""
    timeline = assemble(extract(sorted(folder.glob("*.txt"))).analyses)
    told: dict[str, list[DatedMention]] = {}
    for one in (mention for event in timeline.events for mention in event.mentions):
        told.setdefault(one.mention.document, []).append(one)
    for dated in timeline.documents:
        article = dated.article
        annotations = (folder / article.document).with_suffix(".ann")
        for event in salient(annotations.read_text(encoding="utf-8")):
            found = dater(article, told.get(article.document, ()), event.word)
            yield agrees(found, event.when)
            if not agrees(found, event.when):
                got = to_edtf(found) if found and found.resolved else "open"
                word = event.word.of(article.text)
                errors.append(f"{article.document} {word!r}: {to_edtf(event.when)} <> {got}")


def main(arguments: list[str]) -> int:
    """Print the share of right dates by each way, and the errors on request."""
    corpora = os.environ.get("TIMELINE_EVENT_CORPORA")
    if not corpora:
        print("Set TIMELINE_EVENT_CORPORA to the folder that holds timeset.", file=sys.stderr)
        return 2
    for name, dater in (("nearest event", nearest), ("proposed", proposed)):
        errors: list[str] = []
        right = list(verdicts(Path(corpora) / SET, dater, errors))
        print(f"{name:14} {sum(right) / len(right):.3f} of {len(right)}")
        if "--errors" in arguments:
            print(*(f"  {line}" for line in errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
