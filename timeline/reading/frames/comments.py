"""Comments and posts: a line says who wrote and when, and what was written stands below or behind.

"At 18:08 3rd Mar 2021, Busrider wrote:", "Posted by gull77 on April 9, 2019 at 10:12", "Tramfan
(January 14, 2020 10:31 pm): …", "Ann · 3 March 2021, 18:08", and "Oldpupil says:" over a line with
the stamp alone. Each has a clock time, or there are several: a sentence that ends with a colon is
none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.languages.frame_words import frame_words
from timeline.model.article import FrameKind
from timeline.model.span import Span
from timeline.reading.frames.opening import Opening, depth_of, unquoted
from timeline.reading.frames.quoted import name_of, small, wrote
from timeline.reading.frames.stamps import Stamp, may_be_stamped, stamp_in
from timeline.reading.lines import BLANK, Line
from timeline.reading.words import alternation

LONGEST = 140  # characters of a by-line
LONGEST_NAME = 40
MOST_ABOVE = 40  # lines between "Anonymous said..." and the stamp below what was said
SEVERAL = 2  # by-lines that only show by their number what they are
_SEPARATORS = " \t·•|–—-,.:;()[]#*_/"
_DIGITS = "0123456789"  # of a comment that is numbered
_PARTED = re.compile(r"[·•|–—\[(]|\s-\s|,\s*$|\s{2,}")
_BEHIND = re.compile(r"\s?\)?\s?[:：]\s+(?=\S)|\)\s?[:：]?\s+(?=\S)")


def comment_openings(lines: Sequence[Line], languages: Sequence[str]) -> list[Opening]:
    """Return the beginning of each comment of a text."""
    sure: list[Opening] = []
    unsure: list[Opening] = []
    for place, line in enumerate(lines):
        if not may_be_stamped(line.text[:LONGEST]):
            continue
        written = _written_by(lines, place, languages)
        if written is not None:
            opening, is_sure = written
            (sure if is_sure else unsure).append(opening)
    several = len(sure) + len(unsure) >= SEVERAL
    found = sorted((*sure, *(unsure if several else ())), key=lambda opening: opening.place)
    found = _set_below(lines, found)
    if found and found[0].place == 0:  # a thread, and no article with comments below
        return [replace(opening, kind=FrameKind.MESSAGE) for opening in found]
    return found


def _set_below(lines: Sequence[Line], found: list[Opening]) -> list[Opening]:
    """Return by-lines that stand below what was written as what opens it.

    So it is where nothing stands below the last one. The first holds the paragraph above it, each
    further one what lies between it and the one before.
    """
    ends = [max(_place_of(lines, mark, one.place) for mark in one.marks) for one in found]
    if not found or ends[-1] != len(lines) - 1 or ends[-1] != found[-1].place:
        return found
    first = found[0].place
    while first and lines[first - 1].row == lines[first].row - 1:
        first -= 1
    places = [first, *(end + 1 for end in ends[:-1])]
    if any(place >= one.place for place, one in zip(places, found, strict=True)):
        return found
    return [replace(one, place=place) for place, one in zip(places, found, strict=True)]


def _place_of(lines: Sequence[Line], mark: Span, near: int) -> int:
    """Return which line a mark stands in, at a place or below it."""
    at = near
    while at + 1 < len(lines) and lines[at + 1].span.start <= mark.start:
        at += 1
    return at


def _written_by(
    lines: Sequence[Line], place: int, languages: Sequence[str]
) -> tuple[Opening, bool] | None:
    """Read a by-line with its stamp, and whether its words show that it is one."""
    line = lines[place]
    text, begins = unquoted(line)
    stamp = stamp_in(text[:LONGEST], languages)
    if stamp is None:
        return None
    before, rest = text[: stamp.start], text[stamp.end :]
    behind = _BEHIND.match(rest) or _wrote_behind().match(rest)
    if behind is not None and len(rest) > behind.end():
        head = f"{before} · {rest[: behind.end()]}"
        end = begins + stamp.end + behind.end()
        told = _told(head, place, stamp, Span(line.span.start, end), depth_of(line))
        return None if told is None else (told, False)
    if len(text) > LONGEST or (
        rest.strip() != "." and rest.rstrip().endswith((".", "!", "?", "…"))
    ):
        return None
    if not _of_names(f"{before}{rest}"):
        return _below_a_name(lines, place, stamp)
    told = _told(f"{before} · {rest}", place, stamp, line.span, depth_of(line))
    if told is None:
        return None
    named = bool(
        posted().match(before.strip(_SEPARATORS + _DIGITS)) or wrote().search(f"{before} {rest}")
    )
    parted = _PARTED.search(before) or _PARTED.match(rest) or _is_name(before)
    return (told, named) if named or parted else None


def _of_names(rest: str) -> bool:
    """Return whether anything but small words is left beside a stamp."""
    return any(map(str.isalnum, posted().sub(" ", small().sub(" ", rest))))


def _told(head: str, place: int, stamp: Stamp, mark: Span, depth: int) -> Opening | None:
    plain = posted().sub(" ", wrote().sub(" ", head))
    author = name_of(plain)
    if author is None or len(author) > LONGEST_NAME:
        return None
    return Opening(place, stamp, FrameKind.COMMENT, (mark,), author, depth)


def _below_a_name(lines: Sequence[Line], place: int, stamp: Stamp) -> tuple[Opening, bool] | None:
    """Read a stamp alone on its line, below "Oldpupil says:" or a name alone."""
    for above in range(place - 1, max(-1, place - 1 - MOST_ABOVE), -1):
        text, _ = unquoted(lines[above])
        says = _says(text)
        if says or (above == place - 1 and _is_name(text)):
            author = name_of(wrote().sub(" ", posted().sub(" ", text)))
            marks = (lines[above].span, lines[place].span)
            depth = depth_of(lines[above])
            opening = Opening(above, stamp, FrameKind.COMMENT, marks, author, depth)
            return None if author is None else (opening, says)
        if may_be_stamped(text[:LONGEST]):
            return None
    return None


def _says(text: str) -> bool:
    """Return whether a line only says who speaks: "Oldpupil says:", "Anonymous said..."."""
    ends = text.rstrip().endswith((":", "：", "...", "…"))
    return ends and len(text) <= LONGEST_NAME + 20 and wrote().search(text) is not None


def _is_name(text: str) -> bool:
    """Return whether a line is a name alone: few words, and no sentence."""
    bare = text.strip(_SEPARATORS + BLANK)
    words = bare.split()
    return 0 < len(words) <= 3 and len(bare) <= LONGEST_NAME and not text.rstrip().endswith(".")  # noqa: PLR2004


@lru_cache(maxsize=1)
def posted() -> re.Pattern[str]:
    """What says before a name that somebody posted."""
    return re.compile(rf"(?<!\w)(?:{alternation(frame_words('posted'))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _wrote_behind() -> re.Pattern[str]:
    """What stands between a stamp and the text behind it: ", Busrider wrote: "."""
    words = alternation(frame_words("wrote"))
    return re.compile(rf"[,\s]*[^\n:]{{1,60}}?\s(?:{words})\s?[:：]\s+(?=\S)", re.IGNORECASE)
