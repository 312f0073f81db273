"""When an article tells one event again, under another noun or verb.

Within one article less is needed than between two (`retelling`): all of it is on one matter. What
speaks for and against is weighed (`signs`), for no one sign decides: the same word may tell of two
deeds of a day, and two words of one. A list of dates is another thing: each of its items is an
event of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from pathlib import Path
from tomllib import TOMLDecodeError, loads

from timeline.errors import WordDataError
from timeline.merging.evidence import covered_share
from timeline.merging.extent import on_one_day, wider, within
from timeline.merging.likeness import apart
from timeline.merging.profile import Profile
from timeline.merging.reference import vague
from timeline.merging.set_apart import another, contradicted, other_object, set_apart
from timeline.merging.signs import MEANT, Signs, signs

WEIGHTS = Path(__file__).with_name("repeat_weights.toml")
_MONTH = 31  # days
_MOST = 0.6  # share of the words of what is said that makes it the same


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs: two mentions are one event where `start` and the sum reach 0.

    From `bridge` on, a third mention may join the two.
    """

    start: float
    bridge: float
    signs: Mapping[str, float]


def repeats(one: Profile, other: Profile) -> bool:
    """Return whether two mentions of one article tell one event."""
    if not possible(one, other) or _told_as_two(one, other):
        return False
    found = signs(one, other)
    if wider(one, other) > _MONTH and found.keys().isdisjoint(MEANT):
        return False  # much is done with the same things within a year
    return weighed(found) >= 0


def bridged(one: Profile, other: Profile) -> bool:
    """Return whether a third mention may join two of one article: "the quake", "five dead"."""
    if not possible(one, other) or not on_one_day(one, other) or contradicted(one, other):
        return False
    return weighed(signs(one, other)) >= weights().bridge


def possible(one: Profile, other: Profile) -> bool:
    """Return whether the dates of two mentions, and their places in the text, allow one event."""
    if not one.dated or not other.dated or not one.agrees(other):
        return False
    if not (on_one_day(one, other) or within(one, other)) or apart(one.ordinals, other.ordinals):
        return False
    later = other if one.rank <= other.rank else one
    return not another(later) and (not set_apart(one, other) or _in_one_sentence(one, other))


def _told_as_two(one: Profile, other: Profile) -> bool:
    """Return whether two sentences, neither by a noun for the other, say two things in one word."""
    later = other if one.rank <= other.rank else one
    if later.up is not None:
        return False
    if other_object(one, other):
        return True
    if one.trigger != other.trigger or not vague(one):
        return False
    return max(covered_share(one, other), covered_share(other, one)) < _MOST


def weighed(found: Signs) -> float:
    """Return how much speaks for one event, from 0 up, or against."""
    known = weights()
    return known.start + fsum(known.signs[name] * value for name, value in found.items())


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights; raise WordDataError where the file is not as it must be."""
    try:
        data = loads(WEIGHTS.read_text(encoding="utf-8"))
        return Weights(data["start"], data["bridge"], data["signs"])
    except (KeyError, TOMLDecodeError) as error:
        raise WordDataError(f"{WEIGHTS.name}: {error}") from error


def _in_one_sentence(one: Profile, other: Profile) -> bool:
    """Return whether a sentence takes up by a noun what it has told: "pleaded …; his plea"."""
    first, later = (one, other) if one.rank <= other.rank else (other, one)
    if first.mention.sentence != later.mention.sentence or later.up is None:
        return False
    return first.mention.expression.span != later.mention.expression.span
