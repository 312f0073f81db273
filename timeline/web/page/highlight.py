"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.model.span import Span
from timeline.query.search_parser import parse
from timeline.query.search_terms import Letters, TextPart, phrase_pattern, stands_in

FOUND = "found"
ROOM = 60  # characters of a sentence on either side of the word that was found


def places(text: str, words: str, start: int = 0) -> Iterator[Span]:
    """Yield where what a search wants stands in a text, upper and lower case alike."""
    asked = sorted({_pattern(part) for part in parse(words).wanted}, key=len, reverse=True)
    if asked:
        for found in re.finditer("|".join(asked), text, re.IGNORECASE):
            yield Span(start + found.start(), start + found.end())


def _pattern(part: TextPart) -> str:
    return (
        re.escape(part.letters) if isinstance(part, Letters) else phrase_pattern(part.words).pattern
    )


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
    missing = [part for part in parse(words).wanted if not stands_in(part, (event.title,))]
    for told in event.mentions if missing else ():
        text = told.mention.sentence_text
        found = re.search(_pattern(missing[0]), text, re.IGNORECASE)
        if found is not None:
            place = Span(*found.span())
            left, right = max(place.start - ROOM, 0), min(place.end + ROOM, len(text))
            before, after = "… " if left else "", " …" if right < len(text) else ""
            return [before, *found_in(text[left:right], words), after]
    return []
