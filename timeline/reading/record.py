"""Articles as records: what the fields of JSON, CSV and front matter are called, and what they say.

Case, blanks, hyphens and underscores in a name do not count: `published_at`, `publishedAt` and
`Published At` are one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.languages.page_words import page_words
from timeline.model.article import ClaimSource, DateClaim, SourceBasis
from timeline.reading.facts import Facts
from timeline.reading.left_out import letters
from timeline.reading.record_dates import worded_claim
from timeline.reading.rich_text import Convert, holds_prose, text_of
from timeline.reading.title import one_line
from timeline.reading.words import word_list

DATA = "record.toml"
Record = dict[str, Any]
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_APART = re.compile(r"[\s_.:-]+")
LONGEST_TITLE = 500
LONGEST_NAMES = 200  # characters of a field of names and subjects; a longer one is prose
DEEPEST_MOMENT = 3  # objects around a moment: {"$date": {"$numberLong": "…"}}
FEED = "feed"  # what the fields of a feed's entries are called
FACTS = ("published", "updated", "url", "source", "language", "key")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a record: the field it stands in, and whether it is HTML."""

    field: str
    text: str
    markup: bool


def record_facts(record: Mapping[str, Any], *, place: str = "field") -> Facts:
    """Return what a record states beside its text; `place` says what its fields are called."""
    language = _text(record, "language")
    if language and not _LANGUAGE.fullmatch(language):
        language = None
    url = next((u for u in _texts(record, "url") if _ADDRESS.fullmatch(u)), None)
    title = title_of(record)
    source = _text(record, "source")
    return Facts(
        claims=tuple(_claims(record, language, place)),
        title=title and title[:LONGEST_TITLE],
        url=url,
        source=source,
        language=language.replace("_", "-") if language else None,
        source_basis=_basis(place) if source else None,
    )


def _basis(place: str) -> SourceBasis:
    return SourceBasis.FEED if place == FEED else SourceBasis.RECORD


def title_of(record: Mapping[str, Any]) -> str | None:
    """Return the title of a record on one line, whatever its length."""
    titles = (one_line(text_of(value)) for _, value in _values(record, "title"))
    return next(filter(None, titles), None)


def body_of(record: Mapping[str, Any], convert: Convert = str) -> Body | None:
    """Return the text of a record; None where no field holds one.

    `convert` makes plain text of the strings of a text that is a list or an object.
    """
    for group, markup in (("text", False), ("html", True), ("summary", False)):
        for name, value in _values(record, group):
            if is_list_of_records(value):
                continue
            plain = isinstance(value, str | int | float)
            text = text_of(value) if plain else text_of(value, convert)
            if text:
                return Body(name, text, markup=markup and plain)
    return None


def has_text(record: Mapping[str, Any]) -> bool:
    """Return whether a field of a record holds its text, rather than a summary of something."""
    body = body_of(record)
    return body is not None and folded(body.field) not in _names("summary")


def is_list_of_records(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value lists dated texts, each an article, and not the parts of one text."""
    if not isinstance(value, list):
        return False
    dates = {*_names("published"), *_names("updated")}
    texts = {*_names("text"), *_names("html"), *_names("summary")}
    fields = (set(map(folded, item)) for item in value if isinstance(item, dict))
    return any(not dates.isdisjoint(names) and not texts.isdisjoint(names) for names in fields)


def unread(record: Mapping[str, Any], body: Body, whole: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of the fields that hold prose and are neither text nor fact.

    `whole` is the article's text: what it says already is not left out.
    """
    said = letters(whole)
    facts = _fact_names()
    for name, value in record.items():
        if name == body.field or folded(name) in facts or not holds_prose(value):
            continue
        text = text_of(value)
        people = folded(name) in _names("people") and len(text) <= LONGEST_NAMES
        if not people and letters(text) not in said:
            yield name, text


def key_of(record: Mapping[str, Any]) -> str | None:
    """Return what a record calls itself, where it does."""
    return _text(record, "key")


def _claims(record: Mapping[str, Any], language: str | None, place: str) -> Iterable[DateClaim]:
    for group, source in (("published", ClaimSource.RECORD), ("updated", ClaimSource.UPDATED)):
        for name, value in _values(record, group):
            written = _written(_moment_in(value))
            if written:
                named = f"{place} {name}"
                claim = worded_claim(source, written, named, language)
                if claim:
                    yield claim


def _moment_in(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return what an object says of a moment: `{"$date": …}`, `{"seconds": …}`, or the value."""
    for _ in range(DEEPEST_MOMENT):
        if not isinstance(value, dict):
            break
        by_name = {folded(name): item for name, item in value.items()}
        value = next((by_name[name] for name in _names("moment") if name in by_name), None)
    return value


def _text(record: Mapping[str, Any], group: str) -> str | None:
    return next(iter(_texts(record, group)), None)


def _texts(record: Mapping[str, Any], group: str) -> Iterable[str]:
    return (value for _, value in _fields(record, group))


def _fields(record: Mapping[str, Any], group: str) -> Iterable[tuple[str, str]]:
    """Yield name and value of the fields of a group that say something, in the group's order."""
    for name, value in _values(record, group):
        text = _written(value)
        if text:
            yield name, text


def _values(record: Mapping[str, Any], group: str) -> Iterable[tuple[str, Any]]:
    """Yield name and value of the fields of a group that the record has, in the group's order."""
    by_name: dict[str, tuple[str, Any]] = {}
    for name, value in record.items():
        by_name.setdefault(folded(name), (name, value))
    return (by_name[wanted] for wanted in _names(group) if wanted in by_name)


def _written(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a fact as text: a list by its first entry, an object by its name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("title") or value.get("url")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def folded(name: str) -> str:
    """Return a field's name in the form in which names are compared."""
    return _APART.sub("", name).casefold()


@lru_cache(maxsize=1)
def _fact_names() -> frozenset[str]:
    return frozenset(name for group in FACTS for name in _names(group))


@lru_cache(maxsize=16)
def _names(group: str) -> tuple[str, ...]:
    """Return what programs call a field, then what people call it, in all languages."""
    return tuple(dict.fromkeys((*word_list(DATA, group), *page_words("fields", group))))
