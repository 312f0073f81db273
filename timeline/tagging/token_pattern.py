"""The regular expression that cuts a text of one language into tokens."""

import re
from dataclasses import dataclass
from itertools import chain

from timeline.errors import WordDataError
from timeline.languages import Lexicon
from timeline.tagging import period_codes
from timeline.tagging.joined_dates import (
    COMPACT_STAMP,
    NUMERIC,
    OFFSET,
    STAMP,
    joined_months,
    named_month_patterns,
)

# What can begin with a letter stands first, for most tokens are words; no kind of the one group
# begins as one of the other does, so that the order between them changes nothing but the time.
KINDS_OF_LETTERS = ("WORD", "HALFDAY")  # those that a language's own patterns may add to
_BEGIN_WITH_LETTERS = (
    ("QUARTERCODE", r"[Qq][1-4]\b"),
    ("HALFDAY", r"[apAP]\.[mM]\b\.?"),
    ("WORD", r"[^\W\d_]+"),
)
_DATES_AND_CLOCKS = (
    ("ISODATE", STAMP),
    ("ISODATE", COMPACT_STAMP),
    ("NUMERICDATE", NUMERIC),
    ("OFFSET", OFFSET),
    ("CLOCK", r"\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[apAP]\.?[mM])"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|Z)?(?![\w:])"),
    ("DECADE", r"\d{2,3}0['’]?s\b|\d0s\b"),
    ("DECADE", r"['’‘]\d0s\b"),
    ("ORDINALNUM", r"\d{1,3}(?:st|nd|rd|th)\b|[12]?[23]d\b"),
    ("SHORT", r"['’‘]\d\d\b"),
)
_NUMBERS_AND_SIGNS = (
    ("INT", r"\d+"),
    ("CLITIC", r"['’](?:s|ll|d|ve|re|m)\b"),
    ("OTHER", r"[^\w\s]"),
)


@dataclass(frozen=True, slots=True)
class Cutter:
    """Two forms of one pattern: `cut` splits a text, fast; `tell` names the kind of a token.

    The name of a group is its kind, with a number behind it. `own_numbers` tells whether the
    language writes some numbers in a way of its own.
    """

    cut: re.Pattern[str]
    tell: re.Pattern[str]
    own_numbers: bool

    def kind(self, text: str, place: int) -> str:
        """Return the kind of the token that starts at a place of a text."""
        found = self.tell.match(text, place)
        return "" if found is None else (found.lastgroup or "").partition("_")[0]


def token_cutter(lexicon: Lexicon) -> Cutter:
    """Compile the pattern: what the language writes in its own way first, then what all share.

    Raise WordDataError where a pattern of the language is none.
    """
    own = lexicon.writing.tokens
    of_digits, of_letters = named_month_patterns(months_of(lexicon))
    kinds = (
        *((kind, pattern) for kind, pattern in own if kind in KINDS_OF_LETTERS),
        ("MONTHDATE", of_letters),
        ("PERIODCODE", period_codes.OF_LETTERS),
        *_longer_words(lexicon),
        *_BEGIN_WITH_LETTERS,
        *((kind, pattern) for kind, pattern in own if kind not in KINDS_OF_LETTERS),
        ("MONTHDATE", of_digits),
        ("PERIODCODE", period_codes.OF_DIGITS),
        *_DATES_AND_CLOCKS,
        ("AMOUNT", _amount(lexicon)),
        *_NUMBERS_AND_SIGNS,
    )
    named = (f"(?P<{kind}_{number}>{pattern})" for number, (kind, pattern) in enumerate(kinds))
    try:
        return Cutter(
            re.compile(f"({'|'.join(f'(?:{pattern})' for _, pattern in kinds)})"),
            re.compile("|".join(named)),
            own_numbers=any(kind not in KINDS_OF_LETTERS for kind, _ in own),
        )
    except re.error as error:
        msg = f"a token of the language {lexicon.language!r} is no regular expression: {error}"
        raise WordDataError(msg) from error


def months_of(lexicon: Lexicon) -> dict[str, int]:
    """Return the months by the names that a joined date may have for them."""
    months = lexicon.classes.get("MONTH", {})
    return joined_months({word: n for word, n in months.items() if isinstance(n, int)})


def longer_words_by_rarest(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """Return a pattern for what holds more than letters, under a word that each of them holds."""
    phrases: dict[str, list[str]] = {"m": [r"[ap]\.\s?m"]}  # "a. m." in Spanish
    for phrase in sorted(_words_of_more(lexicon)):
        words = re.findall(r"[^\W\d_]+", phrase)
        rarest = max(words, key=lambda word: (not _frequent(word, lexicon), len(word), word))
        phrases.setdefault(rarest, []).append(_as_written(phrase))
    return {word: re.compile("|".join(found), re.IGNORECASE) for word, found in phrases.items()}


def _frequent(word: str, lexicon: Lexicon) -> bool:
    """Return whether texts are full of a word: "day", "Sunday", "New"."""
    return not lexicon.classes_of(word).isdisjoint(("UNIT", "WEEKDAY", "MONTH", "THE"))


def _amount(lexicon: Lexicon) -> str:
    decimal = re.escape(lexicon.writing.decimal)
    group = r"\." if lexicon.writing.decimal == "," else ","
    return rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?|\d+{decimal}\d+"


def _longer_words(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return one pattern for the words that hold more than letters, longest first."""
    words = sorted(_words_of_more(lexicon), key=lambda w: (len(w), w))
    if not words:
        return []
    # By first letter, each a set of characters, so that at most words one look is enough.
    initials: dict[str, list[str]] = {}
    for word in reversed(words):
        initials.setdefault(word[0], []).append(_as_written(word[1:]))
    written = "|".join(
        f"[{initial}{initial.upper()}](?i:{'|'.join(rest)})" for initial, rest in initials.items()
    )
    return [("WORD", rf"(?<!\w)(?:{written})(?!\w)")]


def _words_of_more(lexicon: Lexicon) -> set[str]:
    groups = chain(lexicon.classes.values(), lexicon.literals.values())
    return {word for group in groups for word in group if _longer(word)}


def _longer(word: str) -> bool:
    """Return whether it is no plain word, as "week-end", nor one elided, as "l'"."""
    return not word.isalpha() and word[0].isalpha() and not word.endswith("'")


def _as_written(word: str) -> str:
    pattern = re.escape(word).replace("\\ ", r"\s+").replace(" ", r"\s+")
    return pattern.replace("'", "['’]")
