"""What is said of a date between its preposition and itself: "since at least 2019".

"No later than 1920" is "by 1920"; "as early as 1910" is in 1910. A hedge of amounts ("at least")
is one of dates only behind a preposition: "at least 2019 people" are no year.
"""

from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.tagging.tokens import Line

LONGEST = 3  # words: "no later than"
OF_AMOUNTS = "amount"


def hedge(place: int, tokens: Line, lexicon: Lexicon) -> tuple[int, str]:
    """Return where a hedge right before a token starts, and its kind; the place and "" for none."""
    if not place or tokens.lows[place - 1] not in _ends(lexicon.language):
        return place, ""
    for size in range(min(place, LONGEST), 0, -1):
        words = " ".join(tokens.lows[place - size : place])
        if words in lexicon.hedges:
            return place - size, lexicon.hedges[words]
    return place, ""


def is_hedged_date(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a hedge before a number of four digits makes a year of it."""
    start, kind = hedge(place, tokens, lexicon)
    if not kind:
        return False
    before = tokens.lows[start - 1] if start else ""
    return kind != OF_AMOUNTS or (before in lexicon.prepositions and before in lexicon.year_after)


@lru_cache(maxsize=32)
def _ends(language: str) -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in load(language).hedges)
