"""Measure what a large collection becomes: events, how pure and how whole, and what is shown.

    TIMELINE_CORPORA=<folder> python -m tests.quality.histories [--stores FOLDER] [--fit]

A collection is a folder below `collections/` with `articles.jsonl`, `anchors.json` (well-known
events: a day, and patterns of the sentences that tell of it) and `worth.json` (mentions that a
reader judged: 2 keep, 1 minor, 0 none). `pieces` is the number of events that an anchor's mentions
fall into, `whole` the share of them in the largest, `pure` the share of its sentences that match,
`shown` how many events an article are shown by default. `--fit` prints the weights of `worth` in a
collection (`timeline/merging/collection/worth.py`) as all labels together give them, and how they
do on each collection when they are fitted on the others. With `--stores`, articles are read from
FOLDER/NAME.db where that is there.
"""

import argparse
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.quality.digest import read
from timeline.merging import Merger
from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.worth import days_away, logit, theme
from timeline.merging.merger import by_document, own_tellings
from timeline.merging.names import SPELLING_ONLY
from timeline.model.calendar import parse_iso_date
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import Timeline

SHOWN = 0.5
KEPT = 0.947  # of what an editor keeps, that is to be shown
MINOR = 0.4  # what a minor event counts as, between 0 and 1
PENALTY = 3.0
_LEAST = 3  # mentions of an anchor that say anything

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Anchored:
    """How a well-known event came out."""

    name: str
    mentions: int
    pieces: int
    whole: float
    pure: float


def anchored(timeline: Timeline, anchors: Sequence[Mapping[str, Any]]) -> Iterator[Anchored]:
    """Yield how each anchor with enough mentions came out."""
    told: dict[int | None, list[tuple[str, str]]] = defaultdict(list)
    by_id = {event.id: event for event in timeline.events}
    for event in timeline.events:
        for one in event.mentions:
            if one.when.first == one.when.last:
                told[one.when.first].append((event.id, one.mention.sentence_text))
    for anchor in anchors:
        patterns = [re.compile(pattern, re.IGNORECASE) for pattern in anchor["all"]]
        hits = Counter(
            key for key, text in told[parse_iso_date(anchor["date"])] if fit(patterns, text)
        )
        if sum(hits.values()) < _LEAST:
            continue
        largest, most = hits.most_common(1)[0]
        texts = [one.mention.sentence_text for one in by_id[largest].mentions]
        pure = fmean(fit(patterns, text) for text in texts)
        total = sum(hits.values())
        yield Anchored(anchor["name"], total, len(hits), most / total, pure)


def fit(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    """Return whether a sentence matches all patterns of an anchor."""
    return all(pattern.search(text) for pattern in patterns)


def events_of_label(label: Mapping[str, Any], told: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Return the events that a label may mean, by its expression or else its sentence."""
    exact, near = [], []
    for event in told.get(label["document"], ()):
        for one in event.mentions:
            span, sentence = one.mention.expression.span, one.mention.sentence
            if one.mention.document != label["document"]:
                continue
            if (span.start, span.end) == (label["start"], label["end"]):
                exact.append((event, sentence))
            elif span.start < label["end"] and label["start"] < span.end:
                near.append((event, sentence))
    there = exact or near
    start, end = label["sentence_start"], label["sentence_end"]
    same = [event for event, span in there if span.start < end and start < span.end]
    return same or [event for event, _ in there]


def signs_of(event: Event, epoch: Epoch) -> tuple[float, float, float]:
    """Return what worth in a collection is weighed by: own worth, theme, distance in days."""
    tellings = [
        one
        for found in by_document(event.mentions).values()
        for one in own_tellings(found, SPELLING_ONLY)
    ]
    best = max(tellings, key=lambda one: (one.worth, one.key))
    return logit(best.worth), theme(best, epoch), log1p(days_away(event.when, epoch))


def fitted(signs: Vector, wanted: Vector) -> Vector:
    """Return the weights of signs, and a start behind them, by logistic regression."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    rows = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    penalty = np.diag([PENALTY] * signs.shape[1] + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (wanted - chance) - penalty @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    raw = weights[:-1] / spread
    return np.append(raw, weights[-1] - float(raw @ mean))


def judged(scores: Mapping[int, Sequence[float]]) -> str:
    """Return in words how scores tell apart what a reader judged 2, 1 and 0."""
    shares = {value: fmean(score >= SHOWN for score in found) for value, found in scores.items()}
    pairs = [(one > other) + 0.5 * (one == other) for one in scores[2] for other in scores[0]]
    return (
        f"kept {100 * shares[2]:.1f}  minor {100 * shares[1]:.1f}  none {100 * shares[0]:.1f}"
        f"  AUC {fmean(pairs):.3f}"
    )


def main() -> None:
    """Print the measures of each collection, and the weights if they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stores", type=Path)
    parser.add_argument("--fit", action="store_true")
    asked = parser.parse_args()
    signs: dict[str, list[tuple[int, tuple[float, float, float]]]] = {}
    scores: dict[int, list[float]] = {0: [], 1: [], 2: []}
    for folder in sorted(Path(os.environ["TIMELINE_CORPORA"], "collections").glob("*/")):
        if not (folder / "anchors.json").exists():
            continue
        timeline = read(folder, asked.stores, jobs=2)
        found = list(anchored(timeline, json.loads((folder / "anchors.json").read_text("utf-8"))))
        dated = [event for event in timeline.events if event.dated]
        shown = [event for event in dated if event.worth >= SHOWN]
        size = len(timeline.documents)
        print(
            f"{folder.name:<12} pieces {fmean(a.pieces for a in found):5.1f}"
            f"  whole {100 * fmean(a.whole for a in found):5.1f}"
            f"  pure {100 * fmean(a.pure for a in found):5.1f}"
            f"  events {len(dated) / size:5.2f}  shown {len(shown) / size:5.2f} an article"
        )
        told: dict[str, list[Event]] = defaultdict(list)
        for event in timeline.events:
            for document in event.documents:
                told[document].append(event)
        epoch = _epoch(timeline.events) if asked.fit else None
        signs[folder.name] = []
        for label in json.loads((folder / "worth.json").read_text("utf-8")):
            meant = events_of_label(label, told)
            scores[label["worth"]].append(max((event.worth for event in meant), default=0.0))
            if meant and epoch is not None:
                best = max(meant, key=lambda event: event.worth)
                signs[folder.name].append((label["worth"], signs_of(best, epoch)))
    print(judged(scores))
    if asked.fit:
        _report_fit(signs)


def _epoch(events: Sequence[Event]) -> Epoch:
    mentions: Iterator[DatedMention] = (one for event in events for one in event.mentions)
    epoch = Merger.of(mentions, {}).basis.epoch
    if epoch is None:
        raise SystemExit("the collection is too small for weights")
    return epoch


def _report_fit(signs: Mapping[str, Sequence[tuple[int, tuple[float, float, float]]]]) -> None:
    for held in (*signs, None):
        rows = [one for name, found in signs.items() if name != held for one in found]
        wanted = np.array([{2: 1.0, 1: MINOR, 0: 0.0}[worth] for worth, _ in rows])
        weights = fitted(np.array([values for _, values in rows]), wanted)
        tried = rows if held is None else signs[held]
        sums = [(worth, float(np.dot(weights, (*values, 1.0)))) for worth, values in tried]
        kept = sorted(total for worth, total in sums if worth == 2)
        cut = kept[int((1 - KEPT) * len(kept))]
        hidden = {w: fmean(t < cut for worth, t in sums if worth == w) for w in (1, 0)}
        print(f"{held or 'all':<12} own, theme, away, start {weights.round(3)}")
        shares = f"of minor {100 * hidden[1]:.0f}, of none {100 * hidden[0]:.0f}"
        print(f"{'':<12} hidden below {cut:.2f}: {shares}")


if __name__ == "__main__":
    main()
