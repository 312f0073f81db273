"""How far the confidences of the events shown are from the share that is right.

Each is judged by the mentions of the event: `confidence` by date and title together,
`confidence_date` by the date, `confidence_wording` by the title whatever the date. A dated mention
where the gold has none is wrong in its date; of its wording nobody can say.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from tests.quality.pairing import Found, Scored
from tests.quality.verdicts import title_right

Judged = tuple[float, bool]  # a confidence, and whether it was right
_BINS = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right of a mention; `titled` is None where no gold event says."""

    found: Found
    dated: bool
    titled: bool | None
    whole: bool


MEASURES: dict[str, tuple[str, Callable[[Verdict], bool | None]]] = {
    "calibration": ("confidence", lambda verdict: verdict.whole),
    "calibration_date": ("confidence_date", lambda verdict: verdict.dated),
    "calibration_wording": ("confidence_wording", lambda verdict: verdict.titled),
}


def calibrations(articles: Iterable[Scored]) -> dict[str, float]:
    """Return the error of every confidence, in percent."""
    found = [verdict for article in articles for verdict in verdicts(article)]
    return {
        name: calibration(judged(found, confidence, is_right))
        for name, (confidence, is_right) in MEASURES.items()
    }


def judged(
    found: Iterable[Verdict], confidence: str, is_right: Callable[[Verdict], bool | None]
) -> list[Judged]:
    """Return a confidence of the event of each mention, and whether it was right."""
    return [
        (getattr(verdict.found.event, confidence), right)
        for verdict in found
        if (right := is_right(verdict)) is not None
    ]


def verdicts(article: Scored) -> list[Verdict]:
    """Return what is right of each mention that counts: of any gold event that it overlaps."""
    of_mention: dict[int, Verdict] = {}
    for pair in article.graded:
        for found in pair.found:
            before = of_mention.get(id(found.dated), _wrong(found, titled=False))
            dated, titled = found in pair.right, title_right(pair.gold, found.dated.mention.title)
            of_mention[id(found.dated)] = Verdict(
                found,
                dated=before.dated or dated,
                titled=before.titled or titled,
                whole=before.whole or (dated and titled),
            )
    return [*of_mention.values(), *(_wrong(found, titled=None) for found in article.spurious)]


def _wrong(found: Found, *, titled: bool | None) -> Verdict:
    return Verdict(found, dated=False, titled=titled, whole=False)


def calibration(found: Sequence[Judged]) -> float:
    """Return the expected calibration error in percent, rounded up to a decimal."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for confidence, right in found:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, right))
    gaps = (abs(sum(c - r for c, r in members)) for members in bins.values())
    return ceil(round(1000 * sum(gaps) / max(1, len(found)), 6)) / 10
