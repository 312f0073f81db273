"""The regular expression that cuts a text of one language into tokens."""

import re

from timeline.errors import WordDataError
from timeline.languages import Lexicon

_GENERAL = (
    r"(?P<ISODATE>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?![\w-])"
    r"|(?P<NUMERICDATE>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))(?![\w/])"
    r"|(?P<CLOCK>\d{1,2}[:.]\d\d(?::\d\d)?)(?=\s?[apAP]\.?[mM])"
    r"|(?P<CLOCK_>\d{1,2}:\d\d(?::\d\d)?)(?![\w:])"
    r"|(?P<DECADE>\d{2,3}0['’]?s|['’‘]?\d0s)\b"
    r"|(?P<QUARTERCODE>[Qq][1-4])\b"
    r"|(?P<ORDINALNUM>\d{1,3}(?:st|nd|rd|th))\b"
    r"|(?P<SHORT>['’‘]\d\d)\b"
)
_WORDS_AND_SIGNS = (
    r"|(?P<INT>\d+)"
    r"|(?P<HALFDAY>[apAP]\.[mM]\.?)"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<CLITIC>['’](?:s|ll|d|ve|re|m)\b)"
    r"|(?P<OTHER>[^\w\s])"
)


def token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile it: what the language writes in its own way first, then what all share.

    Raise WordDataError where a pattern of the language is none.
    """
    pieces = [
        f"(?P<{kind}_{number}>{pattern})"
        for number, (kind, pattern) in enumerate((*lexicon.writing.tokens, *_longer_words(lexicon)))
    ]
    try:
        return re.compile("|".join((*pieces, _GENERAL + _amount(lexicon) + _WORDS_AND_SIGNS)))
    except re.error as error:
        msg = f"a token of the language {lexicon.language!r} is no regular expression: {error}"
        raise WordDataError(msg) from error


def _amount(lexicon: Lexicon) -> str:
    decimal = re.escape(lexicon.writing.decimal)
    group = r"\." if lexicon.writing.decimal == "," else ","
    return rf"|(?P<AMOUNT>\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?|\d+{decimal}\d+)"


def _longer_words(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Give one pattern for the words that hold more than letters, longest first."""
    groups = (*lexicon.classes.values(), *lexicon.literals.values())
    words = sorted({w for group in groups for w in group if _longer(w)}, key=lambda w: (len(w), w))
    if not words:
        return []
    written = "|".join(_as_written(word) for word in reversed(words))
    return [("WORD", rf"(?<!\w)(?i:{written})(?!\w)")]


def _longer(word: str) -> bool:
    """Tell "week-end" and "fin de semana" from plain words, and from "l'", which is elided."""
    return not word.isalpha() and word[0].isalpha() and not word.endswith("'")


def _as_written(word: str) -> str:
    pattern = re.escape(word).replace("\\ ", r"\s+").replace(" ", r"\s+")
    return pattern.replace("'", "['’]")
