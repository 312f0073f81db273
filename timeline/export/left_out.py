"""What an article does not tell: stretches of its text that are not read, and what lies outside."""

from collections.abc import Iterator
from typing import Any

from timeline.model.article import Article

LONGEST = 200  # characters of a quotation; the length is given besides
Record = dict[str, Any]


def left_out_records(article: Article) -> list[Record]:
    """Return what was left out of an article, and why: first in the text, then outside of it.

    `start` and `end` are None outside of the text. `text` is the beginning, on one line.
    """
    return [*_inside(article), *_outside(article)]


def _inside(article: Article) -> Iterator[Record]:
    for mark in article.marks:
        span = mark.span
        yield {
            "reason": mark.reason,
            "start": span.start,
            "end": span.end,
            "characters": len(span),
            "text": _beginning(span.of(article.text)),
        }


def _outside(article: Article) -> Iterator[Record]:
    for out in article.left_out:
        yield {
            "reason": out.reason,
            "start": None,
            "end": None,
            "characters": out.characters,
            "text": _beginning(out.excerpt),
        }


def _beginning(text: str) -> str:
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
