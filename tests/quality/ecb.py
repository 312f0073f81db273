"""Whether two sentences tell one event, on ECB+: pairs of sentences of one topic.

    TIMELINE_EVENT_CORPORA=<folder> python -m tests.quality.ecb

A topic of ECB+ holds articles on two events of one kind (two fires, two arrests). Each annotated
sentence is a mention whose title is the whole sentence, without a date: most of these sentences
have none, and dates that cannot agree would only make it easier. A pair of sentences of different
articles is right where they share an event of the corpus. Printed are the area under the ROC
curve of the likeness by which merging goes, and its precision at a recall of 40 %.
"""

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.merging.mentions import told
from timeline.merging.articles import articles
from timeline.merging.likeness import alike
from timeline.merging.profile import Profile, profile

RECALL = 0.4


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated sentence: its topic and article, and the events that it tells, by chain."""

    topic: str
    document: str
    text: str
    events: frozenset[str]


def sentences(folder: Path) -> Iterator[Sentence]:
    """Yield the sentences that the corpus lists as checked."""
    checked = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            checked[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    for path in sorted(folder.glob("*/*.xml")):
        yield from _sentences(path, checked[path.stem])


def _sentences(path: Path, checked: set[str]) -> Iterator[Sentence]:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
    words: dict[str, list[str]] = defaultdict(list)
    place: dict[str, str] = {}
    for token in root.iter("token"):
        place[token.get("t_id", "")] = number = token.get("sentence", "")
        words[number].append(token.text or "")
    stands_in = {
        mark.get("m_id", ""): place[anchor.get("t_id", "")]
        for mark in root.iterfind("Markables/*")
        if "ACTION" in mark.tag
        for anchor in mark.iterfind("token_anchor")
    }
    events: dict[str, set[str]] = defaultdict(set)
    for chain in root.iterfind("Relations/CROSS_DOC_COREF"):
        for source in chain.iterfind("source"):
            if source.get("m_id") in stands_in:
                events[stands_in[source.get("m_id", "")]].add(chain.get("note", ""))
    for number in words.keys() & checked:
        text = " ".join(words[number])
        yield Sentence(path.parent.name, path.stem, text, frozenset(events[number]))


def pairs(found: Sequence[Sentence]) -> list[tuple[float, bool]]:
    """Return the likeness of every pair of sentences of a topic's articles, and the truth."""
    ordered = sorted(found, key=lambda s: (s.topic, s.document, s.text))
    mentions = [
        told(s.document, "", s.text, sentence=s.text, start=i) for i, s in enumerate(ordered)
    ]
    known = articles(mentions)
    profiles = [profile(i, m, known[m.mention.document]) for i, m in enumerate(mentions)]
    both = zip(ordered, profiles, strict=True)
    return [
        pair for _, group in groupby(both, key=lambda b: b[0].topic) for pair in _graded([*group])
    ]


def _graded(topic: list[tuple[Sentence, Profile]]) -> Iterator[tuple[float, bool]]:
    for (one, first), (other, second) in combinations(topic, 2):
        if one.document != other.document:
            yield alike(first, second), bool(one.events & other.events)


def area_under_curve(graded: Sequence[tuple[float, bool]]) -> float:
    """Return the share of pairs, a right one and a wrong one, that are in the right order."""
    ranks, seen = 0.0, 0
    for _, group in groupby(sorted(graded), key=lambda g: g[0]):
        same = [right for _, right in group]
        ranks += sum(same) * (seen + (len(same) + 1) / 2)
        seen += len(same)
    right = sum(verdict for _, verdict in graded)
    return (ranks - right * (right + 1) / 2) / (right * (len(graded) - right))


def precision_at(graded: Sequence[tuple[float, bool]], recall: float = RECALL) -> float:
    """Return the precision of the likest pairs that hold this share of the right ones."""
    wanted = recall * sum(right for _, right in graded)
    hits = 0
    for count, (_, right) in enumerate(sorted(graded, reverse=True), 1):
        hits += right
        if hits >= wanted:
            return hits / count
    return 0.0


def main() -> int:
    """Print the figures."""
    corpora = os.environ.get("TIMELINE_EVENT_CORPORA")
    if not corpora:
        print("Set TIMELINE_EVENT_CORPORA to the folder that holds ecbplus.", file=sys.stderr)
        return 2
    graded = pairs(list(sentences(Path(corpora) / "ecbplus")))
    print(
        f"{len(graded)} pairs  AUC {area_under_curve(graded):.3f}"
        f"  precision at recall {RECALL}: {precision_at(graded):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
