"""Names in running text, and the other ways in which a name may stand for a place."""

import re
from collections.abc import Iterator

from timeline.places.folding import fold

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?"
_RUN = re.compile(rf"{_NAME}(?: (?:of |de |del |la |el-|and the )?{_NAME})*")
_MOST_WORDS = 4
# What a short name may be the head of: "the Gulf" of the Gulf of Mexico, "the Square" of Tahrir.
GENERIC = frozenset(
    [
        "gulf",
        "sea",
        "bay",
        "square",
        "river",
        "canal",
        "delta",
        "desert",
        "peninsula",
        "lake",
        "islands",
        "strait",
        "channel",
        "sound",
    ]
)
# Names that end in these are rarely those of the towns that are called so, too.
FEATURES = frozenset(
    [
        "river",
        "lake",
        "creek",
        "bay",
        "sound",
        "island",
        "islands",
        "mountain",
        "canyon",
        "park",
        "valley",
        "pass",
        "square",
        "bridge",
        "street",
        "center",
        "centre",
        "room",
        "house",
        "church",
        "university",
    ]
)
_DIRECTIONS = frozenset(
    [
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
        "mainland",
    ]
)
_SITES = ("international airport", "airport", "city centre", "city center", "area")


def names_in(sentence: str) -> Iterator[str]:
    """Yield, folded, what may be names in a sentence: runs of capitals, and parts of long runs."""
    for run in _RUN.findall(sentence):
        words = fold(run.rstrip(".")).split()
        yield " ".join(words)
        for length in range(1, min(len(words), _MOST_WORDS + 1)):
            for start in range(len(words) - length + 1):
                yield " ".join(words[start : start + length])


def qualifiers(name: str, sentence: str) -> tuple[str, ...]:
    """Return what stands behind a comma after a name: "Illinois" of "Springfield, Illinois"."""
    if name not in sentence:
        return ()
    found = re.findall(
        re.escape(name) + r", ((?:[A-Z][\w’'-]*\.?)(?: [A-Z][\w’'-]*\.?)*)", sentence
    )
    return tuple(dict.fromkeys(found))


def without_site(name: str) -> str:
    """Return the place that a part or a site of it is named by, or nothing.

    "northern Iraq" lies in Iraq, and an airport near the city of its name.
    """
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    if rest and first in _DIRECTIONS:
        return rest
    for site in _SITES:
        if folded.endswith(f" {site}"):
            return folded.removesuffix(f" {site}")
    return ""
