"""The words of time of dateparser's locales, as data: months, weekdays, what counts from now.

They serve the languages that have no words and rules of their own. Abbreviations and single
letters are left out, for in running text they are other words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.dateparser_adapter import LocaleData, locale_codes, locale_data
from timeline.languages.locale_file import locale_facts
from timeline.languages.phrase_file import phrases_of
from timeline.model.operands import Side
from timeline.model.units import Unit

_MONTHS = ["january", "february", "march", "april", "may", "june"]
_MONTHS += ["july", "august", "september", "october", "november", "december"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBER = r"(\d++[.,]?\d*+)"  # as dateparser writes it in its patterns
_RELATIVE = re.compile(
    r"(?:in (?P<after>\d)|(?P<before>\d)) (?P<unit>day|week|month|year)(?: ago)?"
)
_COUNTED = re.compile(r"(?:in )?\\1 (?P<unit>day|week|month|year)(?P<ago> ago)?")
_SHORTEST = 3  # letters of a word, in alphabets
_LONGEST_CASED = 0x0530  # Latin, Greek and Cyrillic lie below: their abbreviations are words


@dataclass(frozen=True, slots=True)
class LocaleWords:
    """What a locale knows.

    `relative` maps a phrase to a unit and how many of them off it is; `counted` gives for each
    phrase with a count what stands before and behind the number; `year` the words before and after
    a year, and those that lead to one. Where words are written without spaces, or with particles
    at their ends, they may end (`ends` false) or start (`starts` false) anywhere.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, tuple[Unit, int]]
    counted: tuple[tuple[str, str, Unit, Side], ...]
    year: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    starts: bool
    ends: bool


@lru_cache(maxsize=32)
def locale_words(language: str) -> LocaleWords | None:
    """Return the words of a language (ISO 639-1); None where dateparser does not know it."""
    info = locale_data(language)
    if info is None:
        return None
    facts, phrases = locale_facts(language), phrases_of(language)
    spaced = info.get("no_word_spacing") != "True"
    return LocaleWords(
        months=phrases.numbered("month") or _named(info, _MONTHS),
        weekdays=phrases.numbered("weekday") or _named(info, _WEEKDAYS),
        relative=dict(_relative(info)),
        counted=tuple(_counted(info)),
        year=(facts.before, facts.after, facts.led),
        starts=spaced,
        ends=spaced and not facts.particles,
    )


def locale_languages() -> tuple[str, ...]:
    """Return the codes of all languages that dateparser knows, those of most speakers first."""
    return locale_codes()


def _named(info: LocaleData, names: list[str]) -> dict[str, int]:
    """Number the words of months or weekdays, without what is short for several or for none."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for number, name in enumerate(names, 1):
        full = _full([word.casefold() for word in info.get(name, ())])
        shared.update(word for word in full if found.get(word, number) != number)
        found.update(dict.fromkeys(full, number))
    return {word: number for word, number in found.items() if word not in shared}


def _full(words: list[str]) -> set[str]:
    """Leave out abbreviations: what starts a longer word of the list, and what is very short."""
    return {
        word
        for word in words
        if not any(other != word and other.startswith(word) for other in words)
        and (len(word) >= _SHORTEST or ord(word[0]) >= _LONGEST_CASED)
        and not word.startswith("(")
    }


def _relative(info: LocaleData) -> list[tuple[str, tuple[Unit, int]]]:
    out: dict[str, tuple[Unit, int]] = {}
    for name, phrases in info.get("relative-type", {}).items():
        found = _RELATIVE.fullmatch(name)
        if found is None or not (found["after"] or name.endswith("ago")):
            continue
        number = int(found["after"] or 0) - int(found["before"] or 0)
        for phrase in _full([phrase.casefold() for phrase in phrases]):
            # "kal" is yesterday and tomorrow in Hindi: such a word names neither.
            out[phrase] = (Unit(found["unit"]), number) if phrase not in out else (Unit.DAY, 99)
    return [(phrase, told) for phrase, told in out.items() if told[1] != 99]  # noqa: PLR2004


def _counted(info: LocaleData) -> list[tuple[str, str, Unit, Side]]:
    out = []
    for name, patterns in info.get("relative-type-regex", {}).items():
        found = _COUNTED.fullmatch(name)
        if found is None:
            continue
        side = Side.BEFORE if found["ago"] else Side.AFTER
        for pattern in patterns:
            before, number, behind = pattern.partition(_NUMBER)
            if number and (
                before.strip(" -+−") or len(behind.strip()) >= _SHORTEST or _far(behind)
            ):
                out.append((before.casefold(), behind.casefold(), Unit(found["unit"]), side))
    return out


def _far(text: str) -> bool:
    return any(ord(letter) >= _LONGEST_CASED for letter in text)
