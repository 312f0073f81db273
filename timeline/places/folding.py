"""Names of places as they are looked up: without case, accents, points and small words."""

import unicodedata
from functools import lru_cache

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_TITLES = frozenset({"the", "downtown", "greater"})
# What a name of a region may end in, and goes by without.
REGION_WORDS = frozenset(
    [
        "province",
        "state",
        "governorate",
        "department",
        "oblast",
        "prefecture",
        "canton",
        "county",
        "parish",
        "region",
        "territory",
        "district",
        "voivodeship",
    ]
)


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return a name as it is looked up; two names that fold to the same are one name."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not _dropped(c))
    words = [_SHORT.get(word, word) for word in letters.split()]
    while (skipped := _opening(words)) and len(words) > skipped:
        words = words[skipped:]
    return " ".join(words)


def _opening(words: list[str]) -> int:
    """Return how many words stand before the name itself."""
    if words[:2] == ["city", "of"]:
        return 2
    return int(words[:1] != [] and words[0] in _TITLES)


def shorter(folded: str) -> str:
    """Return the name of a region without the word that says what it is ("Helmand Province")."""
    head, _, last = folded.rpartition(" ")
    return head if head and last in REGION_WORDS else folded


def _dropped(char: str) -> bool:
    return unicodedata.combining(char) > 0 or char in ".'’‘ʻ`ʿʾ"
