"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.model.span import Span

FOUND = "found"
ROOM = 60  # characters of a sentence on either side of the word that was found


def places(text: str, words: str, start: int = 0) -> Iterator[Span]:
    """Yield where any of the words stands in a text, upper and lower case alike."""
    asked = sorted({re.escape(word) for word in words.split()}, key=len, reverse=True)
    if asked:
        for found in re.finditer("|".join(asked), text, re.IGNORECASE):
            yield Span(start + found.start(), start + found.end())


def found_in(text: str, words: str) -> list[str | Component]:
    """Return a text with the words of a search marked."""
    parts: list[str | Component] = []
    done = 0
    for place in places(text, words):
        parts.append(text[done : place.start])
        parts.append(html.Mark(text[place.start : place.end], className=FOUND))
        done = place.end
    return [part for part in (*parts, text[done:]) if part]


def sentence_found(event: Event, words: str) -> list[str | Component]:
    """Return the part of a sentence that holds what the title does not; nothing without such."""
    title = event.title.casefold()
    missing = [word for word in words.casefold().split() if word not in title]
    for told in event.mentions if missing else ():
        text = told.mention.sentence_text
        place = next(places(text, missing[0]), None)
        if place is not None:
            left, right = max(place.start - ROOM, 0), min(place.end + ROOM, len(text))
            before, after = "… " if left else "", " …" if right < len(text) else ""
            return [before, *found_in(text[left:right], words), after]
    return []
