"""How well time expressions are found and valued, on TimeML corpora, as TempEval-3 scores it.

    TIMELINE_CORPORA=<folder> python -m tests.quality.timex [--errors] [SET...]

A set is a folder of TimeML files: the project's own passages, one set a language (`own-en`, ...),
and those of `CORPORA` that are in the folder named by TIMELINE_CORPORA; by default all. Type and
value F1 are relaxed F1 times the share of right types and values among the matches, as in the
official scorer.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.quality.timeml_gold import GoldDocument, Marked, read_folder
from timeline.app.tag import tag_article
from timeline.dating import KnownTable, load
from timeline.reading import Facts, read_text
from timeline.reading.creation_time import creation_claim

CORPORA = (
    *("timebank", "aquaint", "meantime", "wikiwars", "spanish", "french"),
    *("german", "italian", "ukrainian", "greek"),
)
OWN = Path(__file__).parents[1] / "gold" / "timex"
ERRORS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one expression: gold and system, either of them None."""

    document: str
    gold: Marked | None
    system: Marked | None

    @property
    def exact(self) -> bool:
        """Whether both cover the same characters."""
        return self.gold is not None and self.system is not None and _same_span(self)

    @property
    def kind(self) -> str:
        """Name what went wrong: missed, spurious, value, span; "" where nothing did."""
        if self.gold is None:
            return "spurious"
        if self.system is None:
            return "missed"
        if self.gold.value != self.system.value:
            return "value"
        return "" if self.exact else "span"


def _same_span(outcome: Outcome) -> bool:
    gold, system = outcome.gold, outcome.system
    return gold is not None and system is not None and gold.span == system.span


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of a set, in percent."""

    strict: float
    relaxed: float
    type: float
    value: float


def tag(document: GoldDocument) -> list[Marked]:
    """Tag a document as the command line does, counted from its creation time."""
    created = creation_claim(document.created)
    facts = Facts((created,) if created else ())
    article = read_text(document.name, document.text, facts, whole=True)
    return [
        Marked(expression.span, reading.timex.type.value, reading.timex.value)
        for expression, reading in tag_article(article, known_events()).readings
    ]


@cache
def known_events() -> KnownTable:
    """Return the table of known events, loaded once."""
    return load()


def outcomes(document: GoldDocument, system: Iterable[Marked]) -> list[Outcome]:
    """Pair gold and system one to one: exact spans first, then by the longest overlap."""
    left = sorted(system, key=lambda m: m.span)
    pairs: list[Outcome] = []
    unpaired: list[Marked] = []
    for gold in document.marked:
        same = next((m for m in left if m.span == gold.span), None)
        if same is None:
            unpaired.append(gold)
        else:
            left.remove(same)
            pairs.append(Outcome(document.name, gold, same))
    for gold in unpaired:
        best = max(left, key=lambda m: _overlap(gold, m), default=None)
        if best is not None and not _overlap(gold, best):
            best = None
        if best is not None:
            left.remove(best)
        pairs.append(Outcome(document.name, gold, best))
    return pairs + [Outcome(document.name, None, m) for m in left]


def _overlap(one: Marked, other: Marked) -> int:
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def figures(found: Iterable[Outcome]) -> Figures:
    """Return F1 over the outcomes of a set."""
    all_found = list(found)
    matched = [(o.gold, o.system, o.exact) for o in all_found if o.gold and o.system]
    total = sum(bool(o.gold) for o in all_found) + sum(bool(o.system) for o in all_found)

    def f1(right: int) -> float:
        return 200 * right / total if total else 0.0

    return Figures(
        strict=f1(sum(exact for _, _, exact in matched)),
        relaxed=f1(len(matched)),
        type=f1(sum(gold.type == system.type for gold, system, _ in matched)),
        value=f1(sum(gold.value == system.value for gold, system, _ in matched)),
    )


def run(folder: Path) -> tuple[list[GoldDocument], list[Outcome]]:
    """Tag a set; gives its documents and what became of every expression."""
    documents = list(read_folder(folder))
    return documents, [o for d in documents for o in outcomes(d, tag(d))]


def commonest(documents: Iterable[GoldDocument], found: Iterable[Outcome]) -> Counter[str]:
    """Count the errors by kind, words, and values."""
    texts = {document.name: document.text for document in documents}

    def said(marked: Marked | None, document: str) -> str:
        if marked is None:
            return "-"
        return f"{' '.join(marked.span.of(texts[document]).lower().split())} [{marked.value}]"

    return Counter(
        f"{o.kind:9}{said(o.gold, o.document)} <> {said(o.system, o.document)}"
        for o in found
        if o.kind
    )


def folders() -> dict[str, Path]:
    """Return the folders of the sets that are there, by name."""
    own = {f"own-{folder.name}": folder for folder in sorted(OWN.iterdir())}
    corpora = os.environ.get("TIMELINE_CORPORA")
    others = {name: Path(corpora) / name for name in CORPORA} if corpora else {}
    return own | {name: folder for name, folder in others.items() if folder.is_dir()}


def main(arguments: list[str]) -> int:
    """Print the figures of each set, and its errors on request."""
    there = folders()
    for name in [a for a in arguments if not a.startswith("-")] or there:
        if name not in there:
            where = "TIMELINE_CORPORA names the folder of the corpora"
            print(f"{name}: no such set ({where})", file=sys.stderr)
            return 2
        documents, found = run(there[name])
        f = figures(found)
        print(
            f"{name:10} strict {f.strict:5.1f}  relaxed {f.relaxed:5.1f}"
            f"  type {f.type:5.1f}  value {f.value:5.1f}"
        )
        if "--errors" in arguments:
            for error, times in commonest(documents, found).most_common(ERRORS_SHOWN):
                print(f"{times:5} {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
