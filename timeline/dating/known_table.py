"""Tables of known events as files: read, and checked record by record."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from timeline.dating.known_phrases import phrase_words
from timeline.errors import WordDataError
from timeline.model.edtf import from_edtf
from timeline.model.when import Kind, When

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEEDED = {"key", "name", "start", "source"}
_TEXTS = _NEEDED | {"end"}
_LISTS = {"phrases", "ambiguous", "context"}
_ALLOWED = _TEXTS | _LISTS | {"foreseen"}


@dataclass(frozen=True, slots=True)
class WellKnown:
    """A dated event that many texts name.

    `when` is the day or month it lies in, or the interval that it lasted. `phrases` name it by
    themselves, `ambiguous` ones only beside a word of `context`. `foreseen` tells of an event
    that was known of before it came (an election), so that a text may name it earlier.
    `source` cites what the date rests on.
    """

    key: str
    name: str
    when: When
    phrases: tuple[str, ...]
    source: str
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    foreseen: bool = False

    @property
    def all_phrases(self) -> tuple["Phrase", ...]:
        """Every phrase as words, those that need context marked."""
        sure = [Phrase(phrase_words(text), self, ambiguous=False) for text in self.phrases]
        unsure = [Phrase(phrase_words(text), self, ambiguous=True) for text in self.ambiguous]
        return (*sure, *unsure)


class Phrase(NamedTuple):
    """The words that name an event, as they are compared."""

    words: tuple[str, ...]
    event: WellKnown
    ambiguous: bool


def read_table(paths: Sequence[Path]) -> tuple[WellKnown, ...]:
    """Read events from files, the first file first; raise WordDataError where they are wrong."""
    events = tuple(event for path in paths for event in _read_file(path))
    _check_keys(events)
    _check_phrases(events)
    return events


def _read_file(path: Path) -> Iterable[WellKnown]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordDataError(f"{path}: cannot be read as a table of events ({error})") from error
    records = data.pop("event", [])
    if data or not isinstance(records, list):
        raise WordDataError(f"{path}: holds more than a list of [[event]] ({', '.join(data)})")
    return [_event(record, f"{path.name}, event {at}") for at, record in enumerate(records, 1)]


def _event(record: Mapping[str, Any], place: str) -> WellKnown:
    _check_fields(record, place)
    where = f"{place} ({record['key']})"
    lists = {name: tuple(record.get(name, ())) for name in _LISTS}
    event = WellKnown(
        key=record["key"],
        name=record["name"],
        when=_when(record["start"], record.get("end", record["start"]), where),
        source=record["source"],
        foreseen=record.get("foreseen", False),
        **lists,
    )
    _check_event(event, where)
    return event


def _check_fields(record: Mapping[str, Any], place: str) -> None:
    missing = sorted(_NEEDED - record.keys())
    unknown = sorted(record.keys() - _ALLOWED)
    if missing or unknown:
        told = f"lacks {', '.join(missing)}" if missing else f"has unknown {', '.join(unknown)}"
        raise WordDataError(f"{place}: {told}; see docs/known-events.md")
    wrong = [name for name, value in record.items() if not _is_right(name, value)]
    if wrong:
        raise WordDataError(f"{place}: {', '.join(wrong)} is of the wrong kind or empty")


def _is_right(name: str, value: object) -> bool:
    if name == "foreseen":
        return isinstance(value, bool)
    if name in _LISTS:
        return isinstance(value, list) and all(_is_text(item) for item in value)
    return _is_text(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _when(start: str, end: str, where: str) -> When:
    """Read a date that is one unit, or the interval from the first to the last of two."""
    try:
        when = from_edtf(start) if start == end else _interval(from_edtf(start), from_edtf(end))
    except ValueError as error:
        raise WordDataError(f"{where}: {start} to {end} is no date ({error})") from error
    if not when.bounded or when.approximate:
        raise WordDataError(f"{where}: a known date has no open end and is not approximate")
    return when


def _interval(first: When, last: When) -> When:
    return When(
        first.start, last.end, Kind.THROUGHOUT, approximate=first.approximate or last.approximate
    )


def _check_event(event: WellKnown, where: str) -> None:
    if not _KEY.fullmatch(event.key):
        raise WordDataError(f"{where}: a key is lower-case words and numbers joined by hyphens")
    if not event.phrases and not event.ambiguous:
        raise WordDataError(f"{where}: no phrase names the event")
    if bool(event.ambiguous) != bool(event.context):
        raise WordDataError(f"{where}: ambiguous phrases and context words need each other")
    for text in (*event.phrases, *event.ambiguous):
        if text != text.lower() or not phrase_words(text):
            raise WordDataError(f"{where}: phrase {text!r} must be lower-case words")
    for text in event.context:
        if phrase_words(text) != (text,):
            raise WordDataError(
                f"{where}: context {text!r} must be one lower-case word, no accents"
            )


def _check_keys(events: Iterable[WellKnown]) -> None:
    seen: set[str] = set()
    for event in events:
        if event.key in seen:
            raise WordDataError(f"two known events have the key {event.key}; rename one")
        seen.add(event.key)


def _check_phrases(events: Iterable[WellKnown]) -> None:
    """Refuse a phrase that could not tell which event it names."""
    seen: dict[tuple[str, ...], list[Phrase]] = {}
    for event in events:
        for phrase in event.all_phrases:
            for other in seen.setdefault(phrase.words, []):
                if not _told_apart(phrase, other):
                    text = " ".join(phrase.words)
                    keys = f"{other.event.key} and {phrase.event.key}"
                    raise WordDataError(
                        f"phrase {text!r} stands twice without context of its own: {keys}"
                    )
            seen[phrase.words].append(phrase)


def _told_apart(one: Phrase, other: Phrase) -> bool:
    return (
        one.ambiguous and other.ambiguous and set(one.event.context).isdisjoint(other.event.context)
    )
