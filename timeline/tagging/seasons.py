"""A season without its years is one of sport only in a sentence that speaks of sport.

Rains have seasons as well.
"""

from timeline.languages import Lexicon
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

RELATIVE_SEASON = "last, this or next season"


def drop_seasons_of_no_sport(
    found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> list[Candidate]:
    """Drop "last season" where the sentence does not speak of sport."""
    if all(c.rule != RELATIVE_SEASON for c in found):
        return found
    sport = lexicon.topics.get("sport", frozenset())
    if not sport.isdisjoint(tokens.lows):
        return found
    return [c for c in found if c.rule != RELATIVE_SEASON]
