"""Short forms that articles introduce: "the Baltic Fisheries Council (BFC)".

The letters of the short form are looked for from its end in the words before the bracket, as
Schwartz and Hearst do ("A simple algorithm for identifying abbreviation definitions in biomedical
text", 2003); the first letter must begin a word, and the long form must be a name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from timeline.merging.names import Named, Names

_BRACKET = re.compile(r"\(([A-Z][\w&.’'-]{1,11})\)")
_BREAK = re.compile(r"[.;:!?()\[\]\"“”]\s|\n\s*\n")
_LETTERS = 2  # capitals, at least, of a short form
_MOST_WORDS = 10
_REACH = 160  # characters before the bracket
_ALIKE = 0.5  # of the words of two long forms, to be one


def learn(texts: Iterable[str], known: Iterable[Named]) -> Names:
    """Return the known names with what the texts add; a short form of two names stays out."""
    entries = list(known)
    names = Names(entries)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for text in texts:
        for short, long in introduced(text):
            found[short][long] = None
    grown = {entry: list(entry.forms) for entry in entries}
    new: list[Named] = []
    for short, longs in sorted(found.items()):
        of_long = next((entry for long in sorted(longs) if (entry := names.of(long))), None)
        entry = names.of(short) or of_long
        if entry is None and _one_name(longs):
            first, *others = sorted(longs)
            new.append(Named(first, (*others, short)))
        elif entry is not None and of_long in (entry, None) and _one_name(longs):
            grown[entry] += [form for form in (*longs, short) if form not in grown[entry]]
    return Names([*(Named(e.name, tuple(forms), e.source) for e, forms in grown.items()), *new])


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Yield each short form of a text with the name before it."""
    for found in _BRACKET.finditer(text):
        short = found.group(1).strip(".’'-")
        if sum(letter.isupper() for letter in short) < _LETTERS:
            continue
        before = text[max(0, found.start() - _REACH) : found.start()]
        long = _long_form(short, _BREAK.split(before)[-1].rstrip())
        if long is not None:
            yield short, long


def _long_form(short: str, before: str) -> str | None:
    at = len(before)
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    for place, letter in reversed(list(enumerate(letters))):
        at = _place_before(before, at, letter, first=place == 0)
        if at < 0:
            return None
    long = " ".join(before[at:].split())
    words = long.split()
    named = long[:1].isupper() and words[-1][:1].isupper() and not long.isupper()
    several = len(words) > 1 or "-" in long
    fits = len(words) <= min(_MOST_WORDS, 2 * len(letters))
    whole = "," not in long and short not in words
    return long if named and several and fits and whole else None


def _place_before(before: str, at: int, letter: str, *, first: bool) -> int:
    """Return the last place of a letter before a place, -1 where there is none.

    The first letter of a short form begins a word of the name, and is a capital there.
    """
    begins = re.compile(rf"(?<!\w){re.escape(letter.upper())}")
    if not first:
        return max(before.rfind(form, 0, at) for form in (letter, letter.upper()))
    return max((found.start() for found in begins.finditer(before, 0, at)), default=-1)


def _one_name(longs: Iterable[str]) -> bool:
    """Return whether long forms are spellings of one name, not two that share their letters."""
    first, *others = (frozenset(long.casefold().split()) for long in sorted(longs))
    return all(len(first & other) >= _ALIKE * len(first | other) for other in others)
