"""The figures of a set, in percent, or counts where less is better.

| figure | what it is |
| --- | --- |
| date_precision, date_recall, date_f1 | dates right, of those given and of those in the gold |
| event_f1 | the same for events: the date right, and the title (`verdicts.title_right`) |
| status | share of the mentions with a right date whose status is right |
| honest | share of the gold events for which no date was given that excludes the truth |
| published | share of the articles whose publication date is right (`verdicts.published_right`) |
| sound | share of the dated mentions whose title reads as a headline (`soundness.py`) |
| merges_precision, merges_recall | pairs of gold events joined, of those that are one |
| repeats, apart | of an article's pairs dated right: joined, of those that are one event; kept
  apart, of the others (`within_article.py`) |
| actors | F1 of the actors with a name, of the mentions with a right date |
| calibration | how far confidence is from the share that is right in date and title: the mean over
  ten bins of confidence, weighed by their mentions (less is better); `calibration_date` and
  `calibration_wording` the same of the confidence in each (`calibration.py`) |
| conflicts | contradictions of the gold that are shown as such |
| spurious | dated mentions at places where the gold has none (count) |
| traps | those of them that dated an age, a price, a number, ... (count) |

`..._no_alternatives`: with the first reading of the gold alone, where it allows others. A figure of
one language has the language behind a colon: `event_f1:de`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.quality.calibration import MEASURES, calibrations
from tests.quality.merges import Joined
from tests.quality.pairing import Scored
from tests.quality.soundness import sound
from tests.quality.verdicts import published_right
from tests.quality.within_article import Repeats

Figures = dict[str, float]
Shares = dict[str, tuple[int, int]]
COUNTS = frozenset({"spurious", "traps", *MEASURES})  # less is better
FEWEST = 20  # cases that make a figure of one language
OF_A_LANGUAGE = ("date_f1", "event_f1", "status", "sound")


def figures(articles: Sequence[Scored], merges: Joined, retold: Repeats) -> Figures:
    """Compute every figure of a set; a share of nothing is left out."""
    shares = _of_events(articles) | {
        "published": (_published(articles), len(articles)),
        "sound": _sound(articles),
        "merges_precision": (len(merges.right), len(merges.right) + len(merges.wrong)),
        "merges_recall": (len(merges.right), len(merges.right) + len(merges.missed)),
        "repeats": (retold.joined, retold.one),
        "apart": (retold.apart, retold.others),
        "conflicts": (merges.conflicts, merges.contradictions),
        "actors": _actors(articles),
    }
    less = {
        "spurious": float(sum(len(article.spurious) for article in articles)),
        "traps": float(sum(len(article.traps) for article in articles)),
    }
    return _percents(shares) | less | calibrations(articles)


def without_alternatives(articles: Sequence[Scored]) -> Figures:
    """Compute what alternatives of the gold could make better, of articles scored without them."""
    measured = _percents(_of_events(articles))
    names = ("date_f1", "event_f1", "status", "honest")
    return {f"{name}_no_alternatives": measured[name] for name in names if name in measured}


def of_language(articles: Sequence[Scored], language: str) -> Figures:
    """Compute the figures of the articles in one language; a share of few cases is left out."""
    chosen = [article for article in articles if article.article.language == language]
    shares = _of_events(chosen) | {"sound": _sound(chosen)}
    return {
        f"{name}:{language}": percent(*shares[name])
        for name in OF_A_LANGUAGE
        if shares[name][1] >= FEWEST
    }


def percent(part: int, whole: int) -> float:
    """Return a share in percent, to one decimal, rounded down so that a floor is not above it."""
    return int(1000 * part / whole) / 10


def _percents(shares: Shares) -> Figures:
    return {name: percent(*share) for name, share in shares.items() if share[1]}


def _of_events(articles: Sequence[Scored]) -> Shares:
    pairs = [pair for article in articles for pair in article.graded]
    dated = [pair for pair in pairs if pair.right]
    found = sum(bool(pair.found) for pair in pairs) + sum(len(a.spurious) for a in articles)
    titled = sum(pair.titled for pair in pairs)
    return {
        "date_precision": (len(dated), found),
        "date_recall": (len(dated), len(pairs)),
        "date_f1": (2 * len(dated), found + len(pairs)),
        "event_f1": (2 * titled, found + len(pairs)),
        "status": (sum(pair.status_right for pair in dated), len(dated)),
        "honest": (sum(pair.honest for pair in pairs), len(pairs)),
    }


def _published(articles: Iterable[Scored]) -> int:
    return sum(published_right(a.article.published, a.published.when) for a in articles)


def _sound(articles: Iterable[Scored]) -> tuple[int, int]:
    titles = [(f.dated.mention.title, a.article.language) for a in articles for f in a.dated]
    return sum(sound(title, language) for title, language in titles), len(titles)


def _actors(articles: Iterable[Scored]) -> tuple[int, int]:
    pairs = (pair for article in articles for pair in article.graded)
    counted = sum((pair.actors for pair in pairs), Counter[str]())
    return 2 * counted["right"], counted["gold"] + counted["found"]
