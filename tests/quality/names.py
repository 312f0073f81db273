"""Whether the names of a collection are joined where they are one: pairs judged by hand.

    TIMELINE_CORPORA=<folder> python -m tests.quality.names [--errors] [--all]

`name_pairs.csv` holds pairs of names that extraction yields for two collections of
`collections/*/articles.jsonl` in that folder, with whether a person takes them for one. Rules are
made on one half of the pairs (by a hash of the pair), and the other is reported. `before` is what
the table of names and spelling alone come to. Ends with 1 where a figure is below its floor.
`--errors` lists what is wrong in the half on which rules are made, `--all` in both.
"""

import argparse
import csv
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from timeline.app.pipeline import dated, extract
from timeline.merging.learned_names import learn
from timeline.merging.names import Names, table
from timeline.merging.naming.observed import seen
from timeline.merging.stems import canonical

GOLD = Path(__file__).with_name("name_pairs.csv")
FLOORS = {"precision": 0.97, "f1": 0.9}  # of all pairs
REPORTED = 1  # the half on which no rule is made


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of a collection, and whether they are one."""

    collection: str
    name: str
    other: str
    same: bool

    @property
    def half(self) -> int:
        """The half of the pairs that it is in."""
        told = f"{self.collection}|{self.name}|{self.other}"
        return sha256(told.encode()).digest()[0] % 2


@dataclass(frozen=True, slots=True)
class Measured:
    """How well pairs are joined."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pairs(path: Path = GOLD) -> tuple[Pair, ...]:
    """Read the pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Pair(row["collection"], row["name"], row["other"], row["same"] == "1")
            for row in csv.DictReader(file)
        )


def are_one(pair: Pair, names: Names) -> bool:
    """Return whether two names are shown as one."""
    return canonical(names.shown(pair.name)) == canonical(names.shown(pair.other))


def measured(judged: Sequence[tuple[Pair, bool]]) -> Measured:
    """Return precision and recall of the pairs that were joined."""
    right = sum(joined and pair.same for pair, joined in judged)
    joined = sum(joined for _, joined in judged)
    same = sum(pair.same for pair, _ in judged)
    return Measured(right / joined if joined else 1.0, right / same if same else 1.0)


def names_of(path: Path) -> Names:
    """Read a collection and learn its names."""
    found = [dated(one) for one in extract([path], jobs=2).analyses]
    texts = {one.document.article.document: one.document.article.text for one in found}
    mentions = [mention for one in found for mention in one.mentions]
    return learn((texts[name] for name in sorted(texts)), table(), seen(mentions, texts))


def judged(corpora: Path) -> Iterator[tuple[Pair, bool, bool]]:
    """Yield each pair, whether it is joined, and whether it was without what is learned."""
    plain = Names(table())
    gold = pairs()
    for collection in sorted({pair.collection for pair in gold}):
        names = names_of(corpora / "collections" / collection / "articles.jsonl")
        for pair in gold:
            if pair.collection == collection:
                yield pair, are_one(pair, names), are_one(pair, plain)


def main() -> None:
    """Measure, print, and end with 1 where a figure has fallen."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    folder = os.environ.get("TIMELINE_CORPORA")
    if not folder:
        print("Set TIMELINE_CORPORA to the folder that holds collections.", file=sys.stderr)
        sys.exit(2)
    found = list(judged(Path(folder)))
    now = [(pair, joined) for pair, joined, _ in found]
    groups = {
        "before": [(pair, before) for pair, _, before in found],
        "tuned half": [one for one in now if one[0].half != REPORTED],
        "other half": [one for one in now if one[0].half == REPORTED],
        "all": now,
    }
    for name, group in groups.items():
        m = measured(group)
        print(
            f"{name:<10} {len(group):>4} pairs  "
            f"P {m.precision:.3f}  R {m.recall:.3f}  F1 {m.f1:.3f}"
        )
    for pair, joined in now if chosen.errors or chosen.all else ():
        if joined is not pair.same and (chosen.all or pair.half != REPORTED):
            print(
                f"{pair.collection}: {pair.name} | {pair.other}: {'joined' if joined else 'apart'}"
            )
    whole = measured(now)
    sys.exit(1 if whole.precision < FLOORS["precision"] or whole.f1 < FLOORS["f1"] else 0)


if __name__ == "__main__":
    main()
