"""The runs that are measured: a gold set, with the publication dates given or not.

Extraction does not depend on the dates, so each set is read once a process, and dated twice. The
set "long-held_out" is there to measure on, not to develop on: of it only totals are shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from tests.quality.gold_model import GoldSet
from tests.quality.gold_set import load_long, load_own, load_seeds
from tests.quality.merges import Joined, joined
from tests.quality.pairing import Scored, scored
from tests.quality.scoring import Figures, figures, of_language, without_alternatives
from tests.quality.within_article import repeats
from timeline.app.pipeline import assemble, extract
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Analysis

SETS: dict[str, Callable[[], GoldSet]] = {
    "seeds": load_seeds,
    "own": load_own,
    "long-tuned": partial(load_long, "tuned"),
    "long-held_out": partial(load_long, "held_out"),
}
HELD_OUT = "long-held_out"
DATES = ("dated", "undated")


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a set, and its figures."""

    gold: GoldSet
    articles: tuple[Scored, ...]
    merges: Joined
    figures: Figures


def names() -> tuple[str, ...]:
    """Return the names of all runs: "seeds-dated", "seeds-undated", ..."""
    return tuple(name for gold_name in SETS for name in of_set(gold_name))


def of_set(gold_name: str) -> tuple[str, ...]:
    """Return the names of the runs of a set."""
    return tuple(f"{gold_name}-{dates}" for dates in DATES)


@cache
def measure(name: str) -> Run:
    """Run the pipeline on a set and score it, by the name of the run."""
    gold_name, _, dates = name.rpartition("-")
    gold, undated = gold_set(gold_name), dates == "undated"
    given = {} if undated else {a.document: from_edtf(a.published.supply) for a in gold.articles}
    timeline = assemble(analyses(gold_name), given)
    articles = scored(gold, timeline, undated=undated)
    merges = joined(gold, articles)
    measured = figures(articles, merges, repeats(gold, articles))
    if gold.has_alternatives:
        strict = scored(gold.without_alternatives, timeline, undated=undated)
        measured |= without_alternatives(strict)
    if len(gold.languages) > 1:
        for language in gold.languages:
            measured |= of_language(articles, language)
    return Run(gold, articles, merges, measured)


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
