"""Marks of a mail that are taken back: what only looks like a signature, quotations with a day."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.article import Mark, frame_at
from timeline.reading.dated_line import may_hold_date
from timeline.reading.frames import Framed
from timeline.reading.words import alternation

SIGNATURE, QUOTATION = "signature", "quotation"


def without_dated_signatures(
    text: str, marks: Sequence[Mark], languages: tuple[str, ...]
) -> Sequence[Mark]:
    """Leave out the mark of what is only perhaps a signature, where it may hold a date.

    Mail programs write two hyphens and a blank above one; two hyphens alone part a text as well.
    """

    def is_sure(mark: Mark) -> bool:
        if mark.reason != SIGNATURE:
            return True
        below = mark.span.of(text)
        return below.startswith("-- ") or not may_hold_date(_phone().sub(" ", below), languages)

    return [mark for mark in marks if is_sure(mark)]


def without_framed(marks: Sequence[Mark], parted: Framed) -> Sequence[Mark]:
    """Leave out the marks of quoted lines that stand in a frame: their day is known."""
    if not parted.frames:
        return marks
    stamps = {mark.span.start for mark in parted.marks}
    return [
        mark
        for mark in marks
        if mark.reason != QUOTATION
        or (frame_at(parted.frames, mark.span.start) is None and mark.span.start not in stamps)
    ]


@lru_cache(maxsize=1)
def _phone() -> re.Pattern[str]:
    words = alternation(page_words("contact", "phone"))
    return re.compile(rf"(?:\b(?:{words})\w*\W{{0,3}}|\+)\d[\d ()/.-]{{4,20}}\d", re.IGNORECASE)
