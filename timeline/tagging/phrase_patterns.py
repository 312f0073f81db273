"""The patterns of `phrases.toml`, compiled to regular expressions over the text.

A pattern is written as its phrase is: a blank is any space, `{year}` a slot for a class of words or
a number, `( ... )` a group, `{NAME}` a macro. Every slot and word outside of groups has to be
there, so that a sentence without one of them is not searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.errors import WordDataError
from timeline.languages.folders import PHRASES
from timeline.languages.phrase_file import Phrases, PhraseValue, phrases_of, plain

LETTER = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u200c"
_DIGIT = "#"  # stands among the words of a sentence that holds a digit
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_MACRO = re.compile(r"\{([A-Z]+)\}")
_PIECES = re.compile(r"\{[a-z]+\d?\}|\{\d[\d,]*\}|\(\?[:!=<]+|[()]|\[[^\]]*\]|\\.|[^(){}\[\]\\]+")
_APOSTROPHES = "['’ʼ`]"
_TOKEN = re.compile(rf"[{LETTER}]+")
_NUMBERS = {
    "year": r"\d{4}(?!\d)",
    "day": r"\d{1,2}(?!\d)",
    "monthnumber": r"\d{1,2}(?!\d)",
    "number": r"\d{1,4}(?!\d)",
    "short": r"\d\d(?!\d)",
    # In brackets, or where nothing follows that it could count.
    "bareyear": r"(?:(?<=\()|(?<![^\s]))\d{4}(?=\s?(?:[;:!?)»”\"\]]|[.,](?!\d)|$))",
}
_NUMERALS = {  # beside the words of the class of the same name
    "count": r"\d{1,4}(?:[.,]\d)?(?!\d)",
    "ordinal": r"\d{1,2}{ending}",
    "century": r"[IVXХІ]{1,6}|\d{1,2}{ending}",
    "decade": r"(?:\d{3}[0٠۰०]|\d[0٠۰०])(?!\d)",
    "eranumber": r"\d{1,2}(?!\d)",
}
_DEFAULT = (("date", "{weekday}"),)  # where a language lists words only
_SHARED = (  # by languages with phrases
    ("date", "{bareyear}"),
    ("between", "{year} ?[-–—‑] ?{year2}"),
    ("between", "{year}[-–—‑/]{short2}"),
)
_WITH_COUNTS = ("count", "ordinal", "century", "eranumber")  # several words of number may follow


@dataclass(frozen=True)
class PhrasePattern:
    """A phrase of a language: its kind, its pattern as the file writes it, and the slots it has."""

    kind: str
    source: str
    expression: str
    slots: tuple[tuple[str, str], ...]  # (group, class)
    needs: tuple[frozenset[str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it: few texts need every one."""
        return re.compile(self.expression, re.IGNORECASE)

    def may_match(self, words: "Words") -> bool:
        """Return whether the words of a sentence hold what the pattern needs."""
        return all(words.holds(need) for need in self.needs)


class Words:
    """The words of a sentence, as the needs of patterns ask for them."""

    def __init__(self, text: str, phrases: Phrases) -> None:
        """Hold the words in small letters, those with a letter attached also without it."""
        self.text = plain(text)
        self.joined = phrases.joined
        self.known: dict[frozenset[str], bool] = {}
        words = set(_TOKEN.findall(self.text))
        for letters in phrases.attached:
            words |= {word[len(letters) :] for word in words if word.startswith(letters)}
        if any(map(str.isdecimal, text)):
            words.add(_DIGIT)
        self.words = words

    def holds(self, need: frozenset[str]) -> bool:
        """Return whether one of the words is there."""
        found = self.known.get(need)
        if found is None:
            found = not self.words.isdisjoint(need)
            if not found and self.joined:
                found = any(word in self.text for word in need)
            self.known[need] = found
        return found


@lru_cache(maxsize=64)
def phrase_patterns(language: str) -> tuple[PhrasePattern, ...]:
    """Compile the phrases of a language; raise WordDataError where one cannot be read."""
    phrases = phrases_of(language)
    made = []
    own = (*phrases.patterns, *_SHARED) if phrases.patterns else _DEFAULT
    for kind, source in own if phrases.classes else ():
        body, slots, needs = compiled(source, phrases, language)
        made.append(PhrasePattern(kind, source, _whole(body, phrases), slots, needs))
    return tuple(made)


@lru_cache(maxsize=64)
def _by_words(language: str) -> tuple[dict[str, list[int]], list[int]]:
    """Return the places of patterns by each word of the smallest need, and of those without."""
    by_word: dict[str, list[int]] = {}
    always = []
    for place, pattern in enumerate(phrase_patterns(language)):
        if not pattern.needs or phrases_of(language).joined:
            always.append(place)
            continue
        for word in pattern.needs[0]:
            by_word.setdefault(word, []).append(place)
    return by_word, always


def patterns_for(words: Words, language: str) -> list[PhrasePattern]:
    """Return the patterns that may match a sentence of these words, in their order."""
    by_word, always = _by_words(language)
    found = set(always)
    for word in by_word.keys() & words.words:
        found.update(by_word[word])
    patterns = phrase_patterns(language)
    return [patterns[place] for place in sorted(found) if patterns[place].may_match(words)]


@dataclass(frozen=True)
class AroundPattern:
    """What stands before and behind a date, and what it makes of it."""

    kind: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    slots: tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def around_patterns(language: str) -> tuple[AroundPattern, ...]:
    """Compile what may stand around a date in a language."""
    phrases = phrases_of(language)
    made = []
    for kind, source in phrases.around:
        before, middle, behind = source.partition("{date}")
        if not middle:
            raise _wrong(language, source, "has no {date}")
        left, slots, _ = compiled(before, phrases, language)
        right, more, _ = compiled(behind, phrases, language)
        start = "" if phrases.joined else rf"(?<![{LETTER}])"
        attached = f"(?:{_any(phrases.attached)})?" if phrases.attached else ""
        end = "" if phrases.joined else rf"(?![{LETTER}])"
        made.append(
            AroundPattern(
                kind,
                re.compile(f"{start}{attached}(?P<core>{left})$", re.IGNORECASE) if left else None,
                re.compile(f"{right}{end}", re.IGNORECASE) if right else None,
                (*slots, *more),
            )
        )
    return tuple(made)


def compiled(
    source: str, phrases: Phrases, language: str
) -> tuple[str, tuple[tuple[str, str], ...], tuple[frozenset[str], ...]]:
    """Return the expression of a pattern, its slots, and what a text must hold to match it."""
    text = _MACRO.sub(lambda m: _macro(m[1], phrases, language, source), source)
    out, slots, needs, depth = [], [], [], 0
    pieces = _PIECES.findall(text)
    for place, piece in enumerate(pieces):
        slot = _SLOT.fullmatch(piece)
        if slot:
            group = slot[1] + slot[2]
            out.append(f"(?P<{group}>{_slot(slot[1], phrases, language, source)})")
            slots.append((group, slot[1]))
            beside = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
            # Two words may make one, but a numeral stays one.
            if not depth and (slot[1] in _NUMBERS or not any(map(_touching, beside))):
                needs.append(_need(slot[1], phrases))
        elif piece == "(" or piece.startswith("(?"):
            depth += 1
            out.append("(?:" if piece == "(" else piece)
        elif piece == ")":
            depth -= 1
            out.append(piece)
        else:
            out.append(_literal(piece, phrases))
            if not depth:
                needs += _words_needed(piece, place == 0, place == len(pieces) - 1)
    return "".join(out), tuple(slots), tuple(sorted(set(needs), key=len))


def _touching(piece: str) -> bool:
    return piece == " ?" or _SLOT.fullmatch(piece) is not None


def _macro(name: str, phrases: Phrases, language: str, source: str) -> str:
    if name == "ENDING" and phrases.numeral_endings:
        return f"({_any(phrases.numeral_endings)})"
    if name not in phrases.macros:
        raise _wrong(language, source, f"names the macro {name}, which is not there")
    return f"({phrases.macros[name]})"


def _wrong(language: str, source: str, why: str) -> WordDataError:
    return WordDataError(f"{language}/{PHRASES}: the pattern {source!r} {why}")


def _literal(piece: str, phrases: Phrases) -> str:
    if piece.startswith(("[", "\\", "{")):
        return piece
    spaced = piece.replace("'", _APOSTROPHES).replace(" ?", r"\s*")
    return spaced.replace(" ", r"\s*" if phrases.joined else r"\s+")


def _words_needed(piece: str, first: bool, last: bool) -> Iterator[frozenset[str]]:  # noqa: FBT001 - read with it
    """Yield the words of a piece without signs that change them: "назад", not "года?".

    What touches the piece beside it may be part of a longer word.
    """
    if piece.startswith(("[", "\\")) or any(sign in piece for sign in "?*+|.^$"):
        return
    for word in _TOKEN.finditer(piece):
        if (word.start() or first) and (word.end() < len(piece) or last):
            yield frozenset({plain(word.group())})


def _need(name: str, phrases: Phrases) -> frozenset[str]:
    words = set(_first_words(phrases.classes.get(name, {}), phrases))
    if name in _WITH_COUNTS:
        words |= set(_first_words(phrases.classes.get("count", {}), phrases))
    return frozenset(
        words | ({_DIGIT} if name in {**_NUMBERS, **_NUMERALS} else set()) | _roman(name)
    )


def _roman(name: str) -> set[str]:
    tens = ("", "x", "xx")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    latin = {ten + one for ten in tens for one in ones} - {""} if name == "century" else set()
    return (
        latin
        | {number.replace("x", "х").replace("i", "і") for number in latin}
        | {number.replace("x", "х") for number in latin}
    )


def _first_words(words: Iterable[str], phrases: Phrases) -> Iterator[str]:
    for word in words:
        found = plain(word)
        if phrases.joined:
            yield found
        else:
            first = _TOKEN.findall(found)
            yield first[0] if first else found
            yield plain(word.replace("\u200c", " ")).split()[0]


def _slot(name: str, phrases: Phrases, language: str, source: str) -> str:
    words = phrases.classes.get(name, {})
    ways = [_word(word, name, phrases) for word in sorted(words, key=lambda w: (-len(w), w))]
    if name in _NUMBERS:
        return f"(?<!\\d){_NUMBERS[name]}"
    if name in _WITH_COUNTS and "count" in phrases.classes:
        ways = _numbers(words, name, phrases) if name != "count" else _numbers({}, name, phrases)
    if name in _NUMERALS:
        endings = f"(?:{_any(phrases.numeral_endings)})?" if phrases.numeral_endings else ""
        # A roman number is written with capitals.
        ways.append(rf"(?<![\d.,])(?-i:{_NUMERALS[name].replace('{ending}', endings)})")
    if not ways:
        raise _wrong(language, source, f"names the class {name}, which has no words")
    return f"(?:{'|'.join(ways)})"


def _numbers(words: Mapping[str, PhraseValue], name: str, phrases: Phrases) -> list[str]:
    """Return numbers of up to five words, the last of which may be an ordinal."""
    counts = sorted(phrases.classes["count"], key=lambda w: (-len(w), w))
    each = f"(?:{'|'.join(_word(word, 'count', phrases) for word in counts)})"
    join = "" if phrases.joined else rf"(?:(?:[\s\u200c-]+{_between(phrases)})|{_between(phrases)})"
    last = [_word(word, name, phrases) for word in sorted(words, key=lambda w: (-len(w), w))]
    if not words:
        return [rf"{each}(?:{join}{each}){{0,4}}"]
    return [rf"(?:{each}{join}){{0,3}}(?:{'|'.join(last)})"]


def _between(phrases: Phrases) -> str:
    joins = phrases.classes.get("numberjoin", {})
    return rf"(?:(?:{_any(joins)})\s*)?" if joins else ""


def _word(word: str, name: str, phrases: Phrases) -> str:
    """Return a word of a class with the conditions on what stands beside it.

    A condition is on a word, or on the word in one class ("season:lata").
    """
    made = re.escape(word).replace("\\\u200c", "\u200c").replace("\u200c", r"[\u200c\s]?")
    made = made.replace("'", _APOSTROPHES).replace("\\ ", r"\s+").replace("\\-", "[-‐‑–]")
    if word != word.lower():
        made = f"(?-i:{made})"
    low = word.casefold()
    keys = (low, f"{name}:{low}")
    before = _beside(phrases.only_after, keys)
    if before:
        made = f"(?:{'|'.join(_behind(lead, '=') for lead in before)}){made}"
    made = "".join(_behind(lead, "!") for lead in _beside(phrases.not_after, keys)) + made
    after = _beside(phrases.not_before, keys)
    if after:
        gap = r"\s*" if phrases.joined else r"\s+"
        made += f"(?!{gap}(?:{_any(after)}))"
    return made


def _beside(words: Mapping[str, tuple[str, ...]], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for key in keys for word in words.get(key, ()))


def _behind(lead: str, sign: str) -> str:
    edge = rf"(?<![{LETTER}])"
    return rf"(?<{sign}{edge}{re.escape(lead)}\s)"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _whole(body: str, phrases: Phrases) -> str:
    attached = f"(?:{_any(phrases.attached)})?" if phrases.attached else ""
    if phrases.joined:
        return f"(?P<core>{body})"
    return rf"(?<![{LETTER}]){attached}(?P<core>{body})(?![{LETTER}])"
