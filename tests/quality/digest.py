"""Measure digests against the days that journalists chose.

    TIMELINE_CORPORA=<folder> python -m tests.quality.digest [--stores FOLDER] [--jobs N]

A collection is a folder below `collections/` with `articles.jsonl` and `days.json`: for each
publisher, lists of days with the sentences that its journalists wrote. For each list a digest is
made of that publisher's articles, of as many days between the first and the last. `days` is its F1
on the days, `counting` that of the days that most articles tell of, `words` the F1 on the words of
title and sentence against the journalists' (ROUGE-1; 0 where the day is missed), `front` the share
of the 50 most important events on a day that a journalist chose. With `--stores`, collections are
read from FOLDER/NAME.db where that is there, which takes seconds and not minutes.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from timeline.app import pipeline
from timeline.digest import DigestDay, DigestRequest, Tellings, days_that_matter
from timeline.digest.tellings import about
from timeline.model.calendar import iso_date, parse_iso_date
from timeline.model.timeline import Timeline
from timeline.store import Store

Days = Mapping[str, Sequence[str]]
FRONT = 50
_SHOWN = 0.5
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Scored:
    """A list of journalists and how near a digest comes to it, in percent."""

    name: str
    days: float
    counting: float
    words: tuple[float, ...]  # of each of its days


def read(collection: Path, stores: Path | None = None, jobs: int = 1) -> Timeline:
    """Return the timeline of a collection, out of its store where there is one."""
    store = stores / f"{collection.name}.db" if stores else None
    if store is not None and store.exists():
        with Store.open(store, must_exist=True) as opened:
            return opened.timeline.load()
    extraction = pipeline.extract([collection / "articles.jsonl"], {}, None, jobs)
    return pipeline.assemble(extraction.analyses)


def lists(collection: Path) -> Iterator[tuple[str, str, Days]]:
    """Yield the lists of a collection with their publishers and names."""
    for publisher, all_days in json.loads((collection / "days.json").read_text("utf-8")).items():
        for place, days in enumerate(all_days):
            yield f"{publisher}-{place}", publisher, days


def scored(collection: Path, timeline: Timeline) -> Iterator[Scored]:
    """Yield how near the digests of a collection come to its lists."""
    tellings = Tellings(timeline)
    for name, publisher, gold in lists(collection):
        first, last = parse_iso_date(min(gold)), parse_iso_date(max(gold))
        asked = DigestRequest(len(gold), (publisher,), None, first, last)
        made = {iso_date(one.day): one for one in days_that_matter(tellings, asked).days}
        counted = _most_told(tellings, asked)
        words = tuple(_rouge(made.get(day), said) for day, said in gold.items())
        yield Scored(name, f1(set(made), set(gold)), f1(counted, set(gold)), words)


def _most_told(tellings: Tellings, asked: DigestRequest) -> set[str]:
    """Return the days that most articles tell of."""
    told = {
        day: len({one.document for one in about(each, asked.sources, None)})
        for day, each in tellings.days.items()
        if asked.holds(day)
    }
    ranked = sorted((day for day in told if told[day]), key=lambda day: (-told[day], day))
    return set(map(iso_date, ranked[: asked.days]))


def front(collection: Path, timeline: Timeline) -> float:
    """Return the share of the most important events on a day that a journalist chose."""
    chosen = {day for _, _, gold in lists(collection) for day in gold}
    shown = [event for event in timeline.events if event.dated and event.worth >= _SHOWN]
    shown.sort(key=lambda event: (-event.importance, event.id))
    days = [event.when.first if event.when.days == 1 else None for event in shown[:FRONT]]
    return 100 * fmean(day is not None and iso_date(day) in chosen for day in days)


def f1(found: set[str], gold: set[str]) -> float:
    """Return the F1 of days, in percent."""
    return 200 * len(found & gold) / (len(found) + len(gold)) if found else 0.0


def _rouge(day: DigestDay | None, said: Sequence[str]) -> float:
    mine = _words(f"{day.title} {day.sentence}") if day else Counter[str]()
    theirs = _words(" ".join(said))
    return 200 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each list and each collection, and the means over all lists."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--stores", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args(arguments)
    corpora = os.environ.get("TIMELINE_CORPORA")
    folders = sorted((Path(corpora) / "collections").glob("*/days.json")) if corpora else []
    if not folders:
        print("TIMELINE_CORPORA names no folder with collections/*/days.json", file=sys.stderr)
        return 2
    every: list[Scored] = []
    for folder in (path.parent for path in folders):
        timeline = read(folder, chosen.stores, chosen.jobs)
        found = list(scored(folder, timeline))
        for one in found:
            print(f"{folder.name:12} {one.name:20} {_figures([one])}")
        print(f"{folder.name:12} front {front(folder, timeline):.1f}")
        every += found
    print(f"{'all lists':33} {_figures(every)}")
    return 0


def _figures(found: Sequence[Scored]) -> str:
    days, counting = fmean(one.days for one in found), fmean(one.counting for one in found)
    words = fmean(score for one in found for score in one.words)
    return f"days {days:.1f} counting {counting:.1f} words {words:.1f}"


if __name__ == "__main__":
    sys.exit(main())
