"""The head of a printed mail or record: lines of a label and a value, one of them with the date.

    From: Ann
    Sent: Thursday, 14 February 2019 16:11
    Subject: The villa

All of them belong to the head, whatever their labels are called; the subject is the title.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.article import Mark
from timeline.model.span import Span
from timeline.reading.lines import Line, blocks_of
from timeline.reading.title import Headline, one_line
from timeline.reading.words import alternation

FEWEST = 3  # lines
LONGEST = 200  # characters
_LABELLED = re.compile(r"[^\W\d_][^:：]{0,24}\s?[:：]")


def label_block(lines: Sequence[Line], dated: Sequence[Mark], reason: str) -> Iterator[Mark]:
    """Yield the lines of the head in which a labelled date stands, but for those marked already."""
    marked = {mark.span for mark in dated}
    for block in blocks_of(lines):
        head = _head(block)
        if len(head) >= FEWEST and any(line.span in marked for line in head):
            yield from (Mark(line.span, reason) for line in head if line.span not in marked)
            return


def subject_of(lines: Sequence[Line], marks: Sequence[Mark]) -> Headline | None:
    """Return the subject that a head states, as the title of what stands below it."""
    marked = {mark.span for mark in marks}
    for line in lines:
        found = _subject().fullmatch(line.text) if line.span in marked else None
        if found and one_line(found["title"]):
            start = line.span.start + found.start("title")
            return Headline(Span(start, line.span.end), one_line(found["title"]))
    return None


def _head(block: Sequence[Line]) -> list[Line]:
    """Return the lines of a block down to the first that has no label."""
    head = []
    for line in block:
        if len(line.text) > LONGEST or not _LABELLED.match(line.text):
            break
        head.append(line)
    return head


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    words = alternation(page_words("mail", "subject"))
    prefixes = alternation(page_words("mail", "prefixes"))
    return re.compile(
        rf"(?:{words})\s?[:：]\s*(?:(?:{prefixes})\s?[:：]\s*)*(?P<title>.*\S)\s*", re.IGNORECASE
    )
