"""Telegram's export as a page: each message of the chat is an article with its stamp."""

import re
from collections.abc import Iterator

from lxml import html

from timeline.reading.content import Part
from timeline.reading.formats.blocks import blocks_of, joined
from timeline.reading.formats.record_articles import articles
from timeline.reading.record import Record

MARK = b"pull_right date details"  # the class of a message's stamp
_STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) ([\d:]+)(?: UTC([+-]\d\d:\d\d))?")


def messages(tree: html.HtmlElement) -> list[Part]:
    """Return the messages of an exported chat."""
    return articles(_records(tree))


def _records(tree: html.HtmlElement) -> Iterator[Record]:
    name = next((_text(found) for found in _of_class(tree, "page_header")), "")
    for message in _of_class(tree, "message"):
        text = next((_text(found) for found in _of_class(message, "text")), "")
        stamp = next((found.get("title") or "" for found in _of_class(message, "details")), "")
        if text and stamp:
            key = (message.get("id") or "").removeprefix("message")
            yield {"id": key, "text": text, "date": _moment(stamp), "source": name or None}


def _moment(stamp: str) -> str:
    """Write "01.03.2021 12:00:00 UTC+01:00" in the order of ISO 8601."""
    found = _STAMP.fullmatch(stamp)
    return (
        stamp if found is None else "{2}-{1}-{0}T{3}{4}".format(*(g or "" for g in found.groups()))
    )


def _of_class(tree: html.HtmlElement, name: str) -> Iterator[html.HtmlElement]:
    return (e for e in tree.iter("div") if name in (e.get("class") or "").split())


def _text(element: html.HtmlElement) -> str:
    return joined(blocks_of(element)).strip()
