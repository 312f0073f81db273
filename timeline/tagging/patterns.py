"""Patterns over token classes, compiled to regular expressions over the letters of tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from timeline.errors import WordDataError
from timeline.languages import RuleRecord
from timeline.tagging.tokens import Alphabet, Token, alphabet

_ELEMENT = re.compile(
    r"(?P<name>[a-z]+)=(?:(?P<of>[A-Z]+)|(?P<open>\())|(?P<cls>[A-Z]+)|(?P<sign>[()|?*+])|(?P<gap>\s+)"
)
_MACRO = re.compile(r"\{([A-Z]+)\}")
CORE = "core"  # a capture of this name is the expression; what the rule has around it is not
LONGEST_REMEMBERED = 24  # tokens


@dataclass(frozen=True)
class Rule:
    """A rule ready to match: its pattern runs over letters, `captures` names its groups.

    It matches nothing that holds no letter of one of the sets in `needs`.
    """

    name: str
    meaning: str
    order: int
    pattern: str
    captures: tuple[tuple[str, str, str], ...]  # (group, name, class; class "" for a group)
    needs: tuple[frozenset[str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: few texts need every rule."""
        return re.compile(self.pattern)


class Capture(NamedTuple):
    """What a rule captured under a name: its tokens and the class they were taken for."""

    tokens: tuple[Token, ...]
    cls: str

    @property
    def low(self) -> str:
        """The captured words, lower case."""
        return " ".join(token.low for token in self.tokens)


class Match(NamedTuple):
    """A rule at a place: tokens `first` up to, not including, `last`."""

    rule: Rule
    first: int
    last: int
    captures: dict[str, Capture]


def compile_rule(record: RuleRecord, macros: dict[str, str], letters: Alphabet) -> Rule:
    """Compile a rule; raise WordDataError on an unknown class, macro or sign."""
    pattern = _MACRO.sub(lambda m: f"({_macro(m[1], macros, record)})", record.pattern)
    out: list[str] = []
    captures: list[tuple[str, str, str]] = []
    place = 0
    while place < len(pattern):
        found = _ELEMENT.match(pattern, place)
        if not found:
            msg = (
                f"rule {record.name!r}: cannot read its pattern at {pattern[place : place + 20]!r}"
            )
            raise WordDataError(msg)
        place = found.end()
        out.append(_piece(found, captures, letters, record))
    needs = _needs(_ELEMENT.finditer(pattern), letters)
    return Rule(
        record.name, record.meaning, record.order, "".join(out), tuple(captures), tuple(needs)
    )


def _needs(elements: Iterator[re.Match[str]], letters: Alphabet) -> list[frozenset[str]]:
    """Return sets of letters of each of which every match holds one, the smallest set first.

    Reads up to the bracket that closes a group. Of alternatives, what any of them needs is one set.
    """
    ways: list[list[frozenset[str]]] = [[]]
    last: list[frozenset[str]] = []  # what the element before needs, unless a "?" follows
    for found in elements:
        if found["gap"]:
            continue
        if found["sign"] in ("?", "*"):
            last = []
            continue
        ways[-1] += last
        last = []
        if found["sign"] == ")":
            break
        if found["sign"] == "|":
            ways.append([])
        elif found["sign"] == "(" or found["open"]:
            last = _needs(elements, letters)
        elif found["cls"] or found["of"]:
            last = [frozenset(letters.letters_of(found["cls"] or found["of"]))]
    ways[-1] += last
    if len(ways) == 1:
        return sorted(ways[0], key=len)
    if not all(ways):
        return []
    return [frozenset().union(*(min(way, key=len) for way in ways))]


def _macro(name: str, macros: dict[str, str], record: RuleRecord) -> str:
    if name not in macros:
        msg = f"rule {record.name!r} uses the macro {name}, which is not defined"
        raise WordDataError(msg)
    return macros[name]


def _piece(
    found: re.Match[str],
    captures: list[tuple[str, str, str]],
    letters: Alphabet,
    record: RuleRecord,
) -> str:
    if found["gap"]:
        return ""
    if found["sign"]:
        return "(?:" if found["sign"] == "(" else found["sign"]
    if found["name"]:
        group = f"{found['name']}_{len(captures)}"
        captures.append((group, found["name"], found["of"] or ""))
        inside = "" if found["open"] else _letters(found["of"], letters, record) + ")"
        return f"(?P<{group}>{inside}"
    return _letters(found["cls"], letters, record)


def _letters(name: str, letters: Alphabet, record: RuleRecord) -> str:
    found = letters.letters_of(name)
    if not found:
        msg = f"rule {record.name!r} names the class {name}, which has no words"
        raise WordDataError(msg)
    return f"[{found}]"


@lru_cache(maxsize=32)
def rules_of(language: str) -> tuple[Rule, ...]:
    """Return a language's rules, compiled once."""
    letters = alphabet(language)
    lexicon = letters.lexicon
    return tuple(compile_rule(record, lexicon.macros, letters) for record in lexicon.rules)


class Place(NamedTuple):
    """A rule at a place in a run of letters, its captures as (name, class, first, last)."""

    rule: Rule
    first: int
    last: int
    captures: tuple[tuple[str, str, int, int], ...]

    def match(self, tokens: Sequence[Token]) -> Match:
        """Return the match of the tokens that the run of letters stands for."""
        captures = {
            name: Capture(tuple(tokens[first:last]), cls)
            for name, cls, first, last in self.captures
        }
        return Match(self.rule, self.first, self.last, captures)


def places(language: str, run: str) -> tuple[Place, ...]:
    """Find every place of every rule in a run of letters, one letter a token.

    Runs are short and recur ("MONTH YEAR", "THE UNIT"), so that most are remembered.
    """
    return _short_run(language, run) if len(run) <= LONGEST_REMEMBERED else _places(language, run)


def _places(language: str, run: str) -> tuple[Place, ...]:
    needing, here = _needing(language), frozenset(run)
    tried = {rule.order: rule for letter in here for rule in needing.get(letter, ())}
    found = []
    for order in sorted(tried):
        rule = tried[order]
        if not any(map(here.isdisjoint, rule.needs)):
            found += [_place(rule, match) for match in rule.regex.finditer(run)]
    return tuple(found)


@lru_cache(maxsize=32)
def _needing(language: str) -> dict[str, list[Rule]]:
    """Return the rules by each letter of the smallest set of which they need one."""
    found: dict[str, list[Rule]] = {}
    for rule in rules_of(language):
        for letter in rule.needs[0] if rule.needs else alphabet(language).all_letters():
            found.setdefault(letter, []).append(rule)
    return found


_short_run = lru_cache(maxsize=32_768)(_places)


def _place(rule: Rule, found: re.Match[str]) -> Place:
    captures = []
    start, end = found.span()
    for group, name, cls in rule.captures:
        first, last = found.span(group)
        if first < last:
            captures.append((name, cls, first, last))
            if name == CORE:
                start, end = first, last
    return Place(rule, start, end, tuple(captures))
