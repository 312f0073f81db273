"""What merging knows of words, read once from `comparison.toml` of its language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.errors import WordDataError
from timeline.languages.folders import COMPARISON, read_file
from timeline.model.event import Status

LANGUAGE = "en"  # in which events are compared


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and endings of `comparison.toml`, which says what each is for."""

    stop: frozenset[str]
    light: frozenset[str]
    calendar: frozenset[str]
    subordinate: frozenset[str]
    irregular: Mapping[str, str]
    plural: tuple[tuple[str, str], ...]
    verb: tuple[tuple[str, str], ...]
    ordinals: Mapping[str, int]
    once: frozenset[str]
    mutual: frozenset[str]
    agent_marks: frozenset[str]
    deeds: frozenset[Status]
    real: frozenset[Status]
    unreal: frozenset[Status]
    months: tuple[str, ...]
    said_of: Mapping[Status, str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the words; raise WordDataError where the file lacks what it must hold."""
    data = read_file(LANGUAGE, COMPARISON)
    try:
        return read_vocabulary(data)
    except KeyError as error:
        raise WordDataError(f"{LANGUAGE}/{COMPARISON}: {error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise WordDataError(f"{LANGUAGE}/{COMPARISON}: {error}") from error


def read_vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """Read the words from the tables of the file; raise KeyError, TypeError or ValueError."""
    triggers, statuses, wording = data["triggers"], data["statuses"], data["wording"]
    months = tuple(wording["months"])
    if len(months) != 12:  # noqa: PLR2004 - a year's
        raise ValueError(f"there are {len(months)} months")
    return Vocabulary(
        stop=_words(data["stop"]),
        light=_words(data["light"]),
        calendar=_words(data["calendar"]),
        subordinate=_words(data["subordinate"]),
        irregular=data["irregular"],
        plural=_endings(data["endings"]["plural"]),
        verb=_endings(data["endings"]["verb"]),
        ordinals=data["ordinals"],
        once=_words(triggers["once"]),
        mutual=_words(triggers["mutual"]),
        agent_marks=frozenset(triggers["agent_marks"]),
        deeds=_statuses(statuses["deeds"]),
        real=_statuses(statuses["real"]),
        unreal=_statuses(statuses["unreal"]),
        months=months,
        said_of={Status(name): said for name, said in wording.items() if name != "months"},
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _endings(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((ending, instead) for ending, instead in rows)


def _statuses(names: list[str]) -> frozenset[Status]:
    return frozenset(Status(name) for name in names)
