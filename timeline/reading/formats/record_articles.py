"""Articles of records: the rows of a CSV file, the objects of a JSON file, the entries of a feed.

Each is named after itself where all of them have names of their own, else by its number, so that a
feed that grows at its top keeps the names of the articles that it had.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from timeline.reading.content import Content, Part, Refused, UnreadableError
from timeline.reading.formats.blocks import blocks_of, joined, same, titled
from timeline.reading.formats.tree import html_tree
from timeline.reading.left_out import left_out
from timeline.reading.record import Record, body_of, key_of, record_facts, title_of, unread

RECORDS = "a field text, body, content or content_html"
MOST = 20_000
LONGEST_NAME = 60
_MARKUP = re.compile(
    r"</?(?:p|br|div|li|ul|h[1-6]|strong|em|a|span|blockquote)\b[^<>]*>", re.IGNORECASE
)
_NO_NAME = re.compile(r"[^\w]+")
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?", re.IGNORECASE)


def articles(records: Iterable[Record | Refused], *, place: str = "field") -> list[Part]:
    """Return the article of each record.

    Raise `UnreadableError` where there are none or too many.
    """
    listed = list(islice(records, MOST + 1))
    if len(listed) > MOST:
        raise UnreadableError(f"holds more than {MOST:,} articles; split it")
    if not any(isinstance(record, dict) and body_of(record) for record in listed):
        raise UnreadableError(f"holds no article: no record has {RECORDS}")
    names = _names(listed)
    return [
        record if isinstance(record, Refused) else _named(record, name, place)
        for record, name in zip(listed, names, strict=True)
    ]


def article(record: Record, name: str = "", place: str = "field") -> Content:
    """Return the article of one record; raise `UnreadableError` where it holds no text."""
    rest: list[tuple[str, str]] = []
    body = body_of(record, partial(_plain, rest=rest))
    if body is None:
        raise UnreadableError(f"holds no text: it has not {RECORDS}")
    title = title_of(record)
    if body.markup or _MARKUP.search(body.text):
        blocks = blocks_of(html_tree(body.text), rest)
        whole = titled(title, blocks)
    else:
        first = next((line for line in body.text.splitlines() if line.strip()), "")
        same_first = not title or same(title, first)
        whole = body.text if same_first else f"{title}\n\n{body.text}"
    rest += ((f"{place} {field}", text) for field, text in unread(record, body, whole))
    return Content(whole, record_facts(record, place=place), name=name, left_out=left_out(rest))


def _plain(text: str, rest: list[tuple[str, str]]) -> str:
    """Return one string of a text of many as plain text; what it hides is added to `rest`."""
    return joined(blocks_of(html_tree(text), rest)) if _MARKUP.search(text) else text


def _named(record: Record, name: str, place: str) -> Part:
    try:
        return article(record, name, place)
    except UnreadableError as error:
        return Refused(name, str(error))


def _names(records: Sequence[Record | Refused]) -> list[str]:
    numbers = [str(number) for number in range(1, len(records) + 1)]
    keys = [_slug(key_of(record)) for record in records if isinstance(record, dict)]
    if len(keys) < len(records) or not all(keys) or len(set(keys)) < len(keys):
        return numbers
    return keys


def _slug(key: str | None) -> str:
    """Return a key as a part of a name: letters, digits and hyphens, its end where it is long."""
    plain = unicodedata.normalize("NFKC", _SCHEME.sub("", key or ""))
    return _NO_NAME.sub("-", plain).strip("-")[-LONGEST_NAME:].strip("-").casefold()
