"""When a date, a status or a title is right: the rules by which gold is scored.

A date is right when its first and last day are those of the gold or of an alternative that the
gold allows. Where the gold is approximate, the two need only overlap, and the one found be at
most three times as long and a month more. In the undated run a date that counts from the
publication is right, too, when it holds the gold and is at most a year long.
"""

from tests.quality.gold_set import GoldEvent, GoldPublished
from timeline.model.when import When

YEAR = 366  # days
MONTH = 31
ROOM = 3  # an approximate date may be so many times as long as the gold
ALIKE = {"ongoing": {"happened"}}  # what a reader could choose as well
SHORT_WORD = 4
STEM_SHARE = 0.7  # of a word's letters; the rest is inflection
FAR = 10**10  # beyond every day number


def date_right(gold: GoldEvent, found: When, *, undated: bool = False) -> bool:
    """Return whether a date is the gold one."""
    if not found.resolved:
        return False
    if undated and gold.relative and _covers(found, gold.when) and _length(found) <= YEAR:
        return True
    if any(_bounds(found) == _bounds(when) for when in (gold.when, *gold.also_when)):
        return True
    return gold.when.approximate and _near(gold.when, found)


def honest(gold: GoldEvent, found: When) -> bool:
    """Return whether a date claims nothing false: it holds the gold, or says nothing."""
    allowed = (gold.when, *gold.also_when)
    if gold.when.approximate:
        return any(found.may_overlap(when) for when in allowed)
    return any(_covers(found, when) for when in allowed)


def status_right(gold: GoldEvent, status: str) -> bool:
    """Return whether a status is the gold one or one that the gold allows."""
    wanted = {gold.status, *gold.also_status}
    return status in wanted.union(*(ALIKE.get(name, set()) for name in wanted))


def title_right(gold: GoldEvent, title: str) -> bool:
    """Return whether a title holds every event word of the gold, and none that makes it false."""
    if any(in_title(word, title) for word in gold.must_not):
        return False
    return any(
        all(in_title(word, title) for word in words) for words in (gold.words, *gold.words_any)
    )


def in_title(phrase: str, title: str) -> bool:
    """Return whether each word of a phrase stands in a title, by its stem."""
    lowered = title.lower()
    return all(_stem(word) in lowered for word in phrase.lower().split())


def actor_right(wanted: str, found: str) -> bool:
    """Return whether a name means the gold actor: the last word of the one stands in the other."""
    one, other = wanted.casefold().split(), found.casefold().split()
    return one[-1] in other or other[-1] in one


def published_right(gold: GoldPublished, found: When) -> bool:
    """Return whether a publication date agrees with the truth and is as narrow as a reader's.

    It may be a year long, or as long as what a careful reader could infer.
    """
    if not found.may_overlap(gold.truth):
        return False
    if gold.inferable is None or not gold.inferable.bounded:
        return True
    return _length(found) <= max(YEAR, _length(gold.inferable))


def _stem(word: str) -> str:
    if len(word) <= SHORT_WORD:
        return word
    return word[: max(SHORT_WORD, int(len(word) * STEM_SHARE))]


def _bounds(when: When) -> tuple[int | None, int | None]:
    return when.first, when.last


def _covers(found: When, gold: When) -> bool:
    first, last = _wide(found)
    gold_first, gold_last = _wide(gold)
    return first <= gold_first and gold_last <= last


def _near(gold: When, found: When) -> bool:
    if not found.may_overlap(gold):
        return False
    if not gold.bounded:
        return True
    return _length(found) <= ROOM * _length(gold) + MONTH


def _length(when: When) -> int:
    first, last = _wide(when)
    return last - first + 1


def _wide(when: When) -> tuple[int, int]:
    first, last = when.first, when.last
    return (-FAR if first is None else first), (FAR if last is None else last)
