"""What words tell of a writer's present: `dating.toml` of a language, read and checked.

A text is searched as it is written, capitals and all, for "may" is no month and "May" no verb.
Languages without the file have patterns that match nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages import load
from timeline.languages.folders import DATING, languages_with, read_file
from timeline.languages.table import Table

_KEYS = {
    "future": ("will", "will_endings", "not_will", "arranged", "plans", "narrating"),
    "unsure": ("words", "endings", "before", "until", "since", "bare_years"),
    "past": ("words", "endings"),
    "ages": ("birthdays", "now", "born", "opened", "aged", "died"),
}
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class DatingWords:
    """Patterns, each named by what it finds.

    `will` is a future of the writer's own present, unless the language is one that narrates in it
    (`narrating`); `arranged` a plan told in the present, `plans`
    somebody's intention; `unsure` stands beside a date that may lie ahead, `goal` right before it;
    `until` and `since` right before what lasts. `past` is a form of the past. `birthdays` hold how
    many years something counts, `aged` how old somebody is; `born`, `begun`, `now` and `died`
    say of a sentence that it tells a birth, any beginning, this year, or a death. `bare_years` says
    that years stand without a preposition.
    """

    narrating: bool = False
    bare_years: bool = False
    will: re.Pattern[str] = _NEVER
    not_will: re.Pattern[str] = _NEVER
    arranged: re.Pattern[str] = _NEVER
    plans: re.Pattern[str] = _NEVER
    unsure: re.Pattern[str] = _NEVER
    goal: re.Pattern[str] = _NEVER
    until: re.Pattern[str] = _NEVER
    since: re.Pattern[str] = _NEVER
    past: re.Pattern[str] = _NEVER
    birthdays: re.Pattern[str] = _NEVER
    aged: re.Pattern[str] = _NEVER
    born: re.Pattern[str] = _NEVER
    begun: re.Pattern[str] = _NEVER
    now: re.Pattern[str] = _NEVER
    died: re.Pattern[str] = _NEVER


@lru_cache(maxsize=16)
def dating_words(language: str) -> DatingWords:
    """Return the patterns of a language; raise WordDataError where its file is wrong."""
    if language not in languages_with(DATING):
        return DatingWords()
    whole = Table(f"{language}/{DATING}", read_file(language, DATING))
    whole.check(_KEYS)
    table = {name: whole.table(name) for name in _KEYS}
    for name, keys in _KEYS.items():
        table[name].check((), keys)
    future, unsure, past, ages = (table[name] for name in _KEYS)
    forms = load(language).tense.get("perhaps_past", frozenset())
    return DatingWords(
        narrating=future.flag("narrating"),
        bare_years=unsure.flag("bare_years"),
        will=_words(
            _with_capitals(future.strings("will"), future.flag("narrating")),
            future.strings("will_endings"),
        ),
        not_will=_patterns(future, "not_will"),
        arranged=_patterns(future, "arranged"),
        plans=_words(future.strings("plans")),
        unsure=_words(unsure.strings("words"), unsure.strings("endings")),
        goal=_right_before(unsure.strings("before")),
        until=_right_before(unsure.strings("until")),
        since=_right_before(unsure.strings("since")),
        past=_words(
            (*past.strings("words"), *(form for form in forms if not form.startswith("-"))),
            (*past.strings("endings"), *(form[1:] for form in forms if form.startswith("-"))),
        ),
        birthdays=_patterns(ages, "birthdays"),
        aged=_patterns(ages, "aged"),
        born=_phrases(ages.strings("born")),
        begun=_phrases((*ages.strings("born"), *ages.strings("opened"))),
        now=_phrases(ages.strings("now")),
        died=_phrases(ages.strings("died")),
    )


def _words(words: Iterable[str], endings: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern of whole words and phrases, and of words of four letters and more."""
    whole = _any(words)
    ending = _any(endings)
    return re.compile(rf"(?<!\w)(?:{whole}|[^\W\d_]{{2,}}(?:{ending}))(?!\w)")


def _with_capitals(words: Iterable[str], open_sentences: bool) -> tuple[str, ...]:  # noqa: FBT001
    """Add words with a capital where a sentence may open with its verb: "Será sustituido"."""
    given = tuple(words)
    return (*given, *(word.capitalize() for word in given)) if open_sentences else given


def _phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words and phrases, in capitals or not."""
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)", re.IGNORECASE)


def _right_before(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of words at the end of what stands before a date, but for an article."""
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?:\s+\w{{1,4}})?\s*\Z", re.IGNORECASE)


def _patterns(table: Table, name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table.patterns(name)) or "(?!)")


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"
