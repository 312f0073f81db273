"""The figures of a set, in percent, or counts where less is better.

| figure | what it is |
| --- | --- |
| date_precision, date_recall, date_f1 | dates right, of those given and of those in the gold |
| event_f1 | the same for events: the date right, and every event word of the gold in the title |
| status | share of the mentions with a right date whose status is right |
| honest | share of the gold events for which no date was given that excludes the truth |
| published | share of the articles whose publication date is right (`verdicts.published_right`) |
| merges_precision, merges_recall | pairs of gold events joined, of those that are one |
| actors | F1 of the actors with a name, of the mentions with a right date |
| calibration | how far confidence is from the share that is right in date, title and status:
  the mean over ten bins of confidence, weighed by their mentions (less is better) |
| conflicts | contradictions of the gold that are shown as such |
| spurious | dated mentions at places where the gold has none (count) |
| traps | those of them that dated an age, a price, a number, ... (count) |
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

from tests.quality.merges import Joined
from tests.quality.pairing import Scored
from tests.quality.verdicts import published_right

Figures = dict[str, float]
COUNTS = frozenset({"spurious", "traps", "calibration"})  # less is better
_BINS = 10


def figures(articles: Sequence[Scored], merges: Joined) -> Figures:
    """Compute every figure of a set; a share of nothing is left out."""
    pairs = [pair for article in articles for pair in article.graded]
    dated = [pair for pair in pairs if pair.right]
    spurious = sum(len(article.spurious) for article in articles)
    found = sum(bool(pair.found) for pair in pairs) + spurious
    titled = sum(pair.titled for pair in pairs)
    joined = len(merges.right) + len(merges.wrong)
    shares = {
        "date_precision": (len(dated), found),
        "date_recall": (len(dated), len(pairs)),
        "date_f1": (2 * len(dated), found + len(pairs)),
        "event_f1": (2 * titled, found + len(pairs)),
        "status": (sum(pair.status_right for pair in dated), len(dated)),
        "honest": (sum(pair.honest for pair in pairs), len(pairs)),
        "published": (_published(articles), len(articles)),
        "merges_precision": (len(merges.right), joined),
        "merges_recall": (len(merges.right), len(merges.right) + len(merges.missed)),
        "conflicts": (merges.conflicts, merges.contradictions),
    }
    actors = sum((pair.actors for pair in pairs), Counter[str]())
    shares["actors"] = (2 * actors["right"], actors["gold"] + actors["found"])
    counted = {name: percent(*share) for name, share in shares.items() if share[1]}
    traps = sum(len(article.traps) for article in articles)
    less = {"spurious": float(spurious), "traps": float(traps)}
    return counted | less | {"calibration": calibration(judged(articles))}


def judged(articles: Iterable[Scored]) -> list[tuple[float, bool]]:
    """Return the confidence of every event shown, by its mentions, and whether it is right."""
    verdicts: dict[int, tuple[float, bool]] = {}
    for article in articles:
        for pair in article.graded:
            for found in pair.found:
                _, before = verdicts.get(id(found.dated), (0.0, False))
                right = before or pair.is_whole(found)
                verdicts[id(found.dated)] = (found.event.confidence, right)
        for found in article.spurious:
            verdicts[id(found.dated)] = (found.event.confidence, False)
    return list(verdicts.values())


def calibration(verdicts: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error in percent, rounded up to a decimal."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in verdicts:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, right))
    gaps = (abs(sum(c - r for c, r in members)) for members in bins.values())
    return ceil(1000 * sum(gaps) / max(1, len(verdicts))) / 10


def percent(part: int, whole: int) -> float:
    """Return a share in percent, to one decimal, rounded down so that a floor is never above it."""
    return int(1000 * part / whole) / 10


def _published(articles: Iterable[Scored]) -> int:
    return sum(published_right(a.article.published, a.published.when) for a in articles)
