"""Short forms that articles introduce: "the Baltic Fisheries Council (BFC)".

The letters of the short form are looked for from its end in the words before the bracket, as
Schwartz and Hearst do ("A simple algorithm for identifying abbreviation definitions in biomedical
text", 2003); the first letter must begin a word, and the long form must be a name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.merging.names import Named, Names
from timeline.merging.naming.decisions import NO_DECISIONS, Decisions
from timeline.merging.naming.learning import learn as learn_table
from timeline.merging.naming.observed import Observed
from timeline.merging.naming.table import Table
from timeline.merging.stems import name_words

_BRACKET = re.compile(r"\(([A-Z][\w&.’'-]{1,11})\)")
_BREAK = re.compile(r"[.;:!?()\[\]\"“”]\s|\n\s*\n")
_LETTERS = 2  # capitals, at least, of a short form
_MOST_WORDS = 10
_REACH = 160  # characters before the bracket
_ALIKE = 0.5  # of the words of two long forms, to be one


def learn(
    texts: Iterable[str],
    known: Iterable[Named],
    articles: Sequence[Observed] = (),
    decided: Decisions = NO_DECISIONS,
) -> Names:
    """Return the known names with what a collection adds to them.

    The `texts` introduce short forms; one of two names stays out. What the `articles` show of their
    names joins spellings, titles and short forms (`naming`); what people `decided` comes first.
    """
    entries = _introduced(texts, known)
    if not articles and decided == NO_DECISIONS:
        return Names(entries)
    table = tabled(articles, Names(entries), decided)
    return Names(_grown(entries, table))


def tabled(articles: Sequence[Observed], names: Names, decided: Decisions = NO_DECISIONS) -> Table:
    """Return what a collection's articles tell of its names beside those that are known."""
    used = {name for one in articles for name in one.uses}
    entries = ((name, names.of(name)) for name in sorted(used))
    return learn_table(articles, decided, {name: one.name for name, one in entries if one})


def _grown(entries: Sequence[Named], table: Table) -> Iterator[Named]:
    """Yield the entries with the forms that a collection adds, then its own."""
    named = {entry.name for entry in entries}
    for entry in entries:
        group = table.groups.get(entry.name, ())
        yield replace(entry, also=(*entry.also, *group))
    for name, group in sorted(table.groups.items()):
        if name not in named:
            alike = all(name_words(form) & name_words(name) for form in group)
            yield Named(name, () if alike else group, also=group if alike else ())


def _introduced(texts: Iterable[str], known: Iterable[Named]) -> list[Named]:
    """Return the known names with the short forms that the texts introduce."""
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
    return [*(Named(e.name, tuple(forms), e.source) for e, forms in grown.items()), *new]


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
