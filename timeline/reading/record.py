"""Articles as records: what the fields of JSON, CSV and front matter are called, and what they say.

Case, blanks, hyphens and underscores in a name do not count: `published_at`, `publishedAt` and
`Published At` are one.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from timeline.model.article import ClaimSource, DateClaim
from timeline.reading.facts import Facts
from timeline.reading.record_dates import record_claim
from timeline.reading.title import one_line
from timeline.reading.words import word_list

DATA = "record.toml"
Record = dict[str, Any]
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_APART = re.compile(r"[\s_.:-]+")
LONGEST_TITLE = 500


def record_facts(record: Mapping[str, Any], *, place: str = "field") -> Facts:
    """Give what a record states beside its text; `place` says what its fields are called."""
    language = _text(record, "language")
    if language and not _LANGUAGE.fullmatch(language):
        language = None
    url = next((u for u in _texts(record, "url") if _ADDRESS.fullmatch(u)), None)
    title = one_line(_text(record, "title") or "")[:LONGEST_TITLE]
    return Facts(
        claims=tuple(_claims(record, language or "en", place)),
        title=title or None,
        url=url,
        source=_text(record, "source"),
        language=language.replace("_", "-") if language else None,
    )


def body_of(record: Mapping[str, Any]) -> tuple[str, bool] | None:
    """Give the text of a record, and whether it is HTML; None where no field holds one."""
    for group, markup in (("text", False), ("html", True), ("summary", False)):
        text = _text(record, group)
        if text:
            return text, markup
    return None


def key_of(record: Mapping[str, Any]) -> str | None:
    """Give what a record calls itself, where it does."""
    return _text(record, "key")


def _claims(record: Mapping[str, Any], language: str, place: str) -> Iterable[DateClaim]:
    for group, source in (("published", ClaimSource.RECORD), ("updated", ClaimSource.UPDATED)):
        for name, value in _fields(record, group):
            claim = record_claim(source, value, f"{place} {name}", (language, "en"))
            if claim:
                yield claim


def _text(record: Mapping[str, Any], group: str) -> str | None:
    return next(iter(_texts(record, group)), None)


def _texts(record: Mapping[str, Any], group: str) -> Iterable[str]:
    return (value for _, value in _fields(record, group))


def _fields(record: Mapping[str, Any], group: str) -> Iterable[tuple[str, str]]:
    """Give name and value of the fields of a group that say something, in the group's order."""
    by_name: dict[str, tuple[str, Any]] = {}
    for name, value in record.items():
        by_name.setdefault(folded(name), (name, value))
    for wanted in _names(group):
        name, value = by_name.get(wanted, ("", None))
        text = _written(value)
        if text:
            yield name, text


def _written(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Give a value as text: a list by its first entry, an object by its name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("title") or value.get("url")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def folded(name: str) -> str:
    """Give a field's name in the form in which names are compared."""
    return _APART.sub("", name).casefold()


@lru_cache(maxsize=16)
def _names(group: str) -> tuple[str, ...]:
    return word_list(DATA, group)
