"""How far the confidences of date and wording are from what is right.

    python -m tests.quality.calibration [SET...]

The sets are `own`, `seeds` and `tuned`, the long articles that may be developed on; by default the
last. Publication dates are given. A date is right as scoring has it; a wording is judged where the
date is right. The expected calibration error is the mean gap between confidence and share that is
right over ten bins, weighed by their mentions. For each value that a confidence takes the share
that is right stands below it, so that the tables in `timeline/events/confidence.py` and
`timeline/merging/certainty.py` can be set by it.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.quality import gold_set
from tests.quality.gold_set import GoldSet
from tests.quality.pairing import Scored, scored
from tests.quality.scoring import calibration
from tests.quality.verdicts import title_right
from timeline.app.pipeline import assemble, extract
from timeline.model.edtf import from_edtf

SETS: dict[str, Callable[[], GoldSet]] = {
    "own": gold_set.load_own,
    "seeds": gold_set.load_seeds,
    "tuned": lambda: gold_set.load_long("tuned"),
}
Verdicts = list[tuple[float, bool]]


def read(gold: GoldSet) -> Iterator[Scored]:
    """Run the pipeline on a set with its dates given, and score it."""
    extraction = extract([article.path for article in gold.articles])
    given = {a.document: from_edtf(a.published.supply) for a in gold.articles}
    yield from scored(gold, assemble(extraction.analyses, given), undated=False)


def of_date(article: Scored) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each date shown, and whether it is right."""
    for pair in article.graded:
        for found in pair.found:
            yield found.event.confidence_date, found in pair.right
    for found in article.spurious:
        yield found.event.confidence_date, False


def of_wording(article: Scored) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each title whose date is right, and whether the title is."""
    for pair in article.graded:
        for found in pair.right:
            mention = found.dated.mention
            yield mention.confidence_wording, title_right(pair.gold, mention.title)


def shares(verdicts: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """Yield for each value of a confidence how often it came, and the share that was right."""
    values: defaultdict[float, list[bool]] = defaultdict(list)
    for value, right in verdicts:
        values[round(value, 2)].append(right)
    for value, rights in sorted(values.items()):
        yield f"{value:.2f}: {100 * sum(rights) / len(rights):5.1f} % of {len(rights)}"


def main(arguments: Sequence[str]) -> int:
    """Print both errors of the sets that are asked for, together."""
    unknown = [name for name in arguments if name not in SETS]
    if unknown:
        print(f"there is no set {unknown[0]}; there are: {', '.join(SETS)}", file=sys.stderr)
        return 2
    dates: Verdicts = []
    wordings: Verdicts = []
    for name in arguments or ("tuned",):
        for article in read(SETS[name]()):
            dates += of_date(article)
            wordings += of_wording(article)
    for title, verdicts in (("date", dates), ("wording", wordings)):
        print(f"{title}: calibration error {calibration(verdicts)} % of {len(verdicts)}")
        print("\n".join(f"  {line}" for line in shares(verdicts)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
