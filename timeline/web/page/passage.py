"""Article text with stretches of it marked. Text stays text: React escapes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from timeline.model.span import Span
from timeline.web.page.attributes import data

_BREAK = re.compile(r"\s*\n\s*")
AROUND = 420  # characters of the paragraph shown on either side of a sentence


@dataclass(frozen=True, slots=True)
class Marking:
    """A stretch to mark: its style, and the event that a click on it selects."""

    span: Span
    style: str
    event: str = ""


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches between line breaks, blank ones left out."""
    start = 0
    for found in _BREAK.finditer(text):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def around(text: str, place: Span) -> Span:
    """Return the paragraph that holds a place, cut to a reasonable length at spaces."""
    left = max(text.rfind("\n", 0, place.start) + 1, place.start - AROUND)
    right_break = text.find("\n", place.end)
    right = min(len(text) if right_break < 0 else right_break, place.end + AROUND)
    if left == place.start - AROUND:
        left = text.find(" ", left, place.start) + 1 or place.start
    if right == place.end + AROUND:
        space = text.rfind(" ", place.end, right)
        right = place.end if space < 0 else space
    return Span(left, right)


def marked(text: str, place: Span, markings: Sequence[Marking]) -> list[str | Component]:
    """Return the text of a place, cut at every edge of a marking, each cut with its styles."""
    near = [marking for marking in markings if marking.span.overlaps(place)]
    edges = {place.start, place.end}
    for marking in near:
        edges |= {max(marking.span.start, place.start), min(marking.span.end, place.end)}
    cuts = sorted(edges)
    return [_cut(text[start:end], Span(start, end), near) for start, end in pairwise(cuts)]


def _cut(words: str, place: Span, markings: Sequence[Marking]) -> str | Component:
    over = [marking for marking in markings if marking.span.contains(place)]
    if not over:
        return words
    styles = " ".join(dict.fromkeys(marking.style for marking in over))
    events = [marking.event for marking in over if marking.event]
    if not events:
        return html.Span(words, className=styles)
    return html.Mark(
        words,
        className=styles,
        **data(action="select", event=events[-1], start=place.start),
    )
