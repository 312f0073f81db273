"""The one parser of searches: words, "phrases", OR, minus, and field words such as place:Cairo.

It reads anything. What it does not understand it says in notes; a search is typed letter by letter,
and most of what is typed is not yet whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache

from timeline.model.edtf import from_edtf
from timeline.query.facets import REGISTRY, Facet
from timeline.query.search_terms import (
    Clause,
    FieldWord,
    Letters,
    Note,
    Part,
    Period,
    Phrase,
    Search,
)

OR_WORDS, AND_WORDS, NOT_WORDS = frozenset({"OR", "|"}), frozenset({"AND"}), frozenset({"NOT"})
_OPERATORS = OR_WORDS | AND_WORDS | NOT_WORDS
# Other words for a facet, each with those that it may stand for: the first one there is counts.
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "document"),
    "publisher": ("source", "document"),
    "article": ("document",),
    "name": ("actor",),
    "who": ("actor",),
    "where": ("place",),
    "confidence": ("certainty",),
    "review": ("curation",),
}
_YES_NO = {"yes": "disputed", "no": "undisputed"}
_DATES = ("before", "until", "on", "since", "after")
_DAY = re.compile(r"-?\d{4,}(-\d\d){0,2}")
DATE_HINT = "write a date as 2011, 2011-03 or 2011-03-15"
_ITEM = re.compile(
    r'(?P<minus>-(?=[\w"]))?(?:(?P<field>[^\W\d_]+):(?!//|\s|$))?'
    r'(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S+))'
)
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a search: a part, or an operator between parts."""

    start: int
    end: int
    part: Part | None = None
    excluded: bool = False
    operator: str = ""


@lru_cache(_REMEMBERED)
def parse(text: str) -> Search:
    """Return what a search asks for."""
    notes: list[Note] = []
    items = [item for found in _ITEM.finditer(text) if (item := _item(found, notes)) is not None]
    return Search(tuple(_clauses(_settled(items, notes))), tuple(notes))


def field_words() -> tuple[str, ...]:
    """Return the field words that there are: facets, other words for them, and dates."""
    return tuple(dict.fromkeys((*REGISTRY, *_ALIASES, *_DATES)))


def _item(found: re.Match[str], notes: list[Note]) -> _Item | None:
    """Read one item; None where nothing is asked for."""
    start, end, excluded = found.start(), found.end(), found["minus"] is not None
    if found[0] in _OPERATORS:
        return _Item(start, end, operator=found[0])
    part = _field(found, notes) if found["field"] else _text(found, notes)
    return None if part is None else _Item(start, end, part, excluded)


def _text(found: re.Match[str], notes: list[Note]) -> Part | None:
    if found["phrase"] is not None:
        words = tuple(found["phrase"].split())
        return Phrase(words) if words else None
    name = found["word"].removesuffix(":").casefold()
    if found["word"].endswith(":") and name in field_words():
        message = f"{name}: is not followed by a value; it is passed over"
        notes.append(_note(found, message, f"write the value right behind it, as in {name}:value"))
        return None
    return Letters(found["word"])


def _field(found: re.Match[str], notes: list[Note]) -> Part | None:
    name, value = found["field"].casefold(), found["phrase"] or found["word"] or ""
    value = value.strip().strip('"')
    if name in _DATES:
        return _period(name, value, found, notes)
    facet = facet_called(name)
    if facet is None:
        near = get_close_matches(name, field_words(), 1)
        hint = (
            f"did you mean {near[0]}:{value}?" if near else f"fields are {_listed(field_words())}"
        )
        notes.append(
            _note(found, f"no field is called {name!r}; its letters are searched for", hint)
        )
        return Letters(found[0].removeprefix("-"))
    return _valued(facet, value, found, notes)


def facet_called(word: str) -> Facet | None:
    """Return the facet that a field word stands for; None where there is none."""
    keys = (word, *_ALIASES.get(word, ()))
    return next((REGISTRY[key] for key in keys if key in REGISTRY), None)


def _valued(facet: Facet, value: str, found: re.Match[str], notes: list[Note]) -> Part | None:
    letters = value.casefold()
    if not facet.values:
        return FieldWord(facet.key, letters)
    asked = _YES_NO.get(letters, letters) if facet.key == "disputed" else letters
    whole = [one for one in facet.values if asked in (one, facet.label(one).casefold())]
    begun = [
        one
        for one in facet.values
        if one.startswith(asked) or facet.label(one).casefold().startswith(asked)
    ]
    values = tuple(whole or begun)
    if values:
        return FieldWord(facet.key, letters, values)
    near = get_close_matches(letters, facet.values, 1)
    known = f"did you mean {near[0]}?" if near else f"there are {_listed(facet.values)}"
    message = f"{value!r} is no value of {facet.name.lower()}; it is passed over"
    notes.append(_note(found, message, known))
    return None


def _period(name: str, value: str, found: re.Match[str], notes: list[Note]) -> Period | None:
    days = _days(value)
    if days is None:
        notes.append(_note(found, f"{value!r} is no date; {name}: is passed over", DATE_HINT))
        return None
    first, last = days
    return {
        "before": Period(None, first - 1),
        "until": Period(None, last),
        "on": Period(first, last),
        "since": Period(first, None),
        "after": Period(last + 1, None),
    }[name]


def _days(value: str) -> tuple[int, int] | None:
    """Return the first and last day of a year, a month or a day; None where it is none."""
    if not _DAY.fullmatch(value):
        return None
    try:
        when = from_edtf(value)
    except ValueError:
        return None
    return None if when.first is None or when.last is None else (when.first, when.last)


def _settled(items: list[_Item], notes: list[Note]) -> Iterator[_Item]:
    """Yield parts, and the ORs between two of them; an operator with nothing to join is a word."""
    for place, item in enumerate(items):
        before = items[place - 1].part if place else None
        following = items[place + 1] if place + 1 < len(items) else None
        after = following.part if following else None
        if item.part is not None:
            negated = place > 0 and items[place - 1].operator in NOT_WORDS
            yield replace(item, excluded=item.excluded or negated)
        elif item.operator in NOT_WORDS and after is not None:
            continue
        elif before is None or (after is None and not _negation(following)):
            yield _Item(item.start, item.end, Letters(item.operator))
        elif item.operator in OR_WORDS:
            if items[place - 1].excluded or (following and following.excluded) or after is None:
                message = "OR cannot join what is left out; both are asked for"
                notes.append(Note(item.start, item.end, message, "leave out with a minus alone"))
            else:
                yield item


def _negation(item: _Item | None) -> bool:
    return item is not None and item.operator in NOT_WORDS


def _clauses(items: Iterator[_Item]) -> Iterator[Clause]:
    """Yield the clauses: parts that an OR joins are alternatives of one."""
    open_clause: Clause | None = None
    joined = False
    for item in items:
        if item.part is None:
            joined = True
            continue
        if open_clause is not None and joined:
            parts = (*open_clause.parts, item.part)
            open_clause = replace(open_clause, parts=parts, end=item.end)
        else:
            if open_clause is not None:
                yield open_clause
            open_clause = Clause((item.part,), item.excluded, item.start, item.end)
        joined = False
    if open_clause is not None:
        yield open_clause


def _note(found: re.Match[str], message: str, hint: str) -> Note:
    return Note(found.start(), found.end(), message, hint)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)
