"""The regular expression that cuts a text of one language into tokens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from timeline.errors import WordDataError
from timeline.languages import Lexicon

# What can begin with a letter stands first, for most tokens are words; no kind of the one group
# begins as one of the other does, so that the order between them changes nothing but the time.
KINDS_OF_LETTERS = ("WORD", "HALFDAY")  # those that a language's own patterns may add to
_BEGIN_WITH_LETTERS = (
    ("QUARTERCODE", r"[Qq][1-4]\b"),
    ("HALFDAY", r"[apAP]\.[mM]\b\.?"),
    ("WORD", r"[^\W\d_]+"),
)
_ODD = frozenset("ſKıİ")  # letters that a pattern takes for s, k and i where it ignores case
_DATES_AND_CLOCKS = (
    ("ISODATE", r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"),
    ("NUMERICDATE", r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/])"),
    ("CLOCK", r"\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[apAP]\.?[mM])"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?(?![\w:])"),
    ("DECADE", r"\d{2,3}0['’]?s\b|\d0s\b"),
    ("DECADE", r"['’‘]\d0s\b"),
    ("ORDINALNUM", r"\d{1,3}(?:st|nd|rd|th)\b"),
    ("SHORT", r"['’‘]\d\d\b"),
)
_NUMBERS_AND_SIGNS = (
    ("INT", r"\d+"),
    ("CLITIC", r"['’](?:s|ll|d|ve|re|m)\b"),
    ("OTHER", r"[^\w\s]"),
)


@dataclass(frozen=True, slots=True)
class Cutter:
    """Forms of one pattern: `cut` splits a text, and `tell` names the kind of a token.

    The name of a group is its kind, with a number behind it. `own_numbers` tells whether the
    language writes some numbers in a way of its own. `quick` splits three times as fast, but takes
    what holds more than letters ("Ash Wednesday", "a.m.") apart: `rare` gives a word of each with
    the pattern that tells whether it is there.
    """

    cut: re.Pattern[str]
    tell: re.Pattern[str]
    own_numbers: bool
    quick: re.Pattern[str] | None
    rare: dict[str, re.Pattern[str]]

    def pieces(self, stretch: str) -> tuple[list[str], list[str], list[str]]:
        """Split a text: by turns what lies between tokens, and a token; tokens; in lower case."""
        if self.quick is not None and (stretch.isascii() or _ODD.isdisjoint(stretch)):
            pieces = self.quick.split(stretch)
            words = pieces[1::2]
            lows = list(map(str.lower, words))
            if not any(self.rare[word].search(stretch) for word in self.rare.keys() & lows):
                return pieces, words, lows
        pieces = self.cut.split(stretch)
        words = pieces[1::2]
        return pieces, words, list(map(str.lower, words))

    def kind(self, text: str, place: int) -> str:
        """Give the kind of the token that starts at a place of a text."""
        found = self.tell.match(text, place)
        return "" if found is None else (found.lastgroup or "").partition("_")[0]


def token_cutter(lexicon: Lexicon) -> Cutter:
    """Compile the pattern: what the language writes in its own way first, then what all share.

    Raise WordDataError where a pattern of the language is none.
    """
    own = lexicon.writing.tokens
    kinds = (
        *((kind, pattern) for kind, pattern in own if kind in KINDS_OF_LETTERS),
        *_longer_words(lexicon),
        *_BEGIN_WITH_LETTERS,
        *((kind, pattern) for kind, pattern in own if kind not in KINDS_OF_LETTERS),
        *_DATES_AND_CLOCKS,
        ("AMOUNT", _amount(lexicon)),
        *_NUMBERS_AND_SIGNS,
    )
    own_letters = any(kind in KINDS_OF_LETTERS for kind, _ in own)
    named = (f"(?P<{kind}_{number}>{pattern})" for number, (kind, pattern) in enumerate(kinds))
    try:
        return Cutter(
            re.compile(f"({'|'.join(f'(?:{pattern})' for _, pattern in kinds)})"),
            re.compile("|".join(named)),
            own_numbers=any(kind not in KINDS_OF_LETTERS for kind, _ in own),
            quick=None if own_letters else _quick(kinds),
            rare=_rare(lexicon),
        )
    except re.error as error:
        msg = f"a token of the language {lexicon.language!r} is no regular expression: {error}"
        raise WordDataError(msg) from error


def _quick(kinds: Sequence[tuple[str, str]]) -> re.Pattern[str]:
    """Give the pattern with plain words first, of a language that has none of a shape of its own.

    Nothing but words and what `_rare` tells of begins with a letter. What begins with a digit, and
    what with a quotation mark, is tried only where one stands.
    """
    shared = {pattern for _, pattern in _BEGIN_WITH_LETTERS}
    begin: dict[str, list[str]] = {r"\d": [], "['’‘]": [], "": []}
    for kind, pattern in kinds:
        if kind in KINDS_OF_LETTERS or pattern in shared:
            continue
        first = next((f for f in begin if f and pattern.startswith(f[:2])), "")
        begin[first].append(f"(?:{pattern})")
    own_or_other = begin.pop("")
    groups = [f"(?={first})(?:{'|'.join(patterns)})" for first, patterns in begin.items()]
    first_of_all = "|".join(["[^\\W\\d_]+", *own_or_other[:-1], *groups, own_or_other[-1]])
    return re.compile(f"({first_of_all})")


def _rare(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """Give a word of everything that begins with a letter and holds more than letters."""
    phrases: dict[str, list[str]] = {"q": [r"q[1-4]"], "m": [r"[ap]\.m"]}
    for phrase in sorted(_words_of_more(lexicon)):
        words = re.findall(r"[^\W\d_]+", phrase)
        rarest = max(words, key=lambda word: (word not in lexicon.by_word, len(word), word))
        phrases.setdefault(rarest, []).append(_as_written(phrase))
    return {word: re.compile("|".join(found), re.IGNORECASE) for word, found in phrases.items()}


def _amount(lexicon: Lexicon) -> str:
    decimal = re.escape(lexicon.writing.decimal)
    group = r"\." if lexicon.writing.decimal == "," else ","
    return rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?|\d+{decimal}\d+"


def _longer_words(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Give one pattern for the words that hold more than letters, longest first."""
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
    """Tell "week-end" and "fin de semana" from plain words, and from "l'", which is elided."""
    return not word.isalpha() and word[0].isalpha() and not word.endswith("'")


def _as_written(word: str) -> str:
    pattern = re.escape(word).replace("\\ ", r"\s+").replace(" ", r"\s+")
    return pattern.replace("'", "['’]")
