"""The runs that are measured: a gold set, with the publication dates given or not.

Extraction does not depend on the dates, so each set is read once a process, and dated twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.quality.gold_set import GoldSet, load_own, load_seeds
from tests.quality.merges import Joined, joined
from tests.quality.pairing import Scored, scored
from tests.quality.scoring import Figures, figures
from timeline.app.pipeline import assemble, extract
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Analysis

SETS: dict[str, Callable[[], GoldSet]] = {"seeds": load_seeds, "own": load_own}


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a set, and its figures."""

    gold: GoldSet
    articles: tuple[Scored, ...]
    merges: Joined
    figures: Figures


def names() -> tuple[str, ...]:
    """Name every run: "seeds-dated", "seeds-undated", ..."""
    return tuple(f"{name}-{dates}" for name in SETS for dates in ("dated", "undated"))


@cache
def measure(name: str) -> Run:
    """Run the pipeline on a set and score it, by the name of the run."""
    gold_name, _, dates = name.partition("-")
    gold, undated = gold_set(gold_name), dates == "undated"
    given = {} if undated else {a.document: from_edtf(a.published.supply) for a in gold.articles}
    timeline = assemble(analyses(gold_name), given)
    articles = scored(gold, timeline, undated=undated)
    merges = joined(gold, articles)
    return Run(gold, articles, merges, figures(articles, merges))


@cache
def gold_set(name: str) -> GoldSet:
    """Load a set once."""
    return SETS[name]()


@cache
def analyses(name: str) -> tuple[Analysis, ...]:
    """Read and analyse a set once."""
    extraction = extract([article.path for article in gold_set(name).articles])
    if extraction.failures:
        raise ValueError(f"{name}: {extraction.failures[0]}")
    return extraction.analyses
