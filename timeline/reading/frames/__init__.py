"""Frames within a text: messages, quoted mails, comments, entries of a log, each with its own day.

A text that names no clock time, and has no labels of a mail, has none; most articles are such.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from timeline.languages.frame_words import frame_words
from timeline.model.article import POSITION, STAMP, FrameKind, Mark, TextFrame, frame_at
from timeline.model.span import Span
from timeline.reading.frames.chats import chat_openings, day_lines, day_openings
from timeline.reading.frames.comments import comment_openings
from timeline.reading.frames.opening import Opening, depth_of, unquoted
from timeline.reading.frames.positions import position_marks
from timeline.reading.frames.quoted import attribution_openings, block_openings
from timeline.reading.frames.stamps import settled
from timeline.reading.lines import Line, stripped
from timeline.reading.words import alternation

MOST = 50_000  # frames; a text with more is read without them


@dataclass(frozen=True, slots=True)
class Framed:
    """The frames of a text, the marks of their stamps, and the lines that are left to read."""

    lines: tuple[Line, ...]
    frames: tuple[TextFrame, ...] = ()
    marks: tuple[Mark, ...] = ()


def framed(text: str, lines: Sequence[Line], language: str) -> Framed:
    """Divide a text into frames; `lines` are those that are not marked otherwise."""
    if not _may_hold_frames().search(text):
        return Framed(tuple(lines))
    languages = tuple(dict.fromkeys((language, "en")))
    positions = [Mark(span, POSITION) for span in position_marks(lines)]
    if positions:
        lines = _without(lines, positions)
    openings, days = _openings(lines, languages)
    if not openings or len(openings) > MOST:
        return Framed(tuple(lines), (), tuple(positions))
    in_order = openings[0].kind in (FrameKind.MESSAGE, FrameKind.ENTRY)
    numbers = settled([one.stamp for one in openings], language, in_order=in_order)
    frames = tuple(_frames(lines, openings, numbers, len(text)))
    stamps = (span for one in openings for span in one.marks)
    marks = [*positions, *(Mark(span, STAMP) for span in {*stamps, *days})]
    opened = {one.place for one in openings}
    return Framed(_without(lines, marks, opened, frames), frames, tuple(marks))


def _openings(
    lines: Sequence[Line], languages: Sequence[str]
) -> tuple[list[Opening], Sequence[Span]]:
    """Return what opens the frames of a text, in order, and the lines that only name a day."""
    chat = chat_openings(lines, languages)
    if chat and chat[0].kind is FrameKind.MESSAGE:
        return chat, ()
    dated = day_openings(lines, languages)
    if dated:
        return dated, day_lines(lines, languages)
    mails = [*block_openings(lines, languages)]
    mails += attribution_openings(lines, languages, mails=bool(mails))
    comments = comment_openings(lines, languages)
    found: dict[int, Opening] = {}
    taken: set[Span] = set()
    for kind in (mails, comments, chat):  # of two that share a line the surer one
        free = [one for one in kind if taken.isdisjoint((lines[one.place].span, *one.marks))]
        found |= {one.place: one for one in free}
        taken.update(span for one in free for span in (lines[one.place].span, *one.marks))
    return [found[place] for place in sorted(found)], ()


def _frames(
    lines: Sequence[Line], openings: Sequence[Opening], numbers: Sequence[int], end: int
) -> Iterator[TextFrame]:
    """Yield the frames in order; one that is quoted ends where lines are quoted less."""
    opened = dict(
        zip((one.place for one in openings), zip(openings, numbers, strict=True), strict=True)
    )
    open_ones: list[tuple[Opening, int]] = []
    pieces: list[tuple[int, tuple[Opening, int] | None]] = []
    for place, line in enumerate(lines):
        if place in opened:
            new = opened[place]
            while open_ones and open_ones[-1][0].depth >= new[0].depth:
                open_ones.pop()
            open_ones.append(new)
            pieces.append((line.span.start, new))
            continue
        depth = depth_of(line) if any(one.depth for one, _ in open_ones) else 0
        while open_ones and depth < open_ones[-1][0].depth and not _opens(open_ones[-1], line):
            open_ones.pop()
        now = open_ones[-1] if open_ones else None
        if pieces and pieces[-1][1] is not now:
            pieces.append((line.span.start, now))
    for (start, now), (after, _) in pairwise([*pieces, (end, None)]):
        if now is not None and start < after:
            opening, day = now
            yield TextFrame(Span(start, after), day, opening.kind, opening.author)


def _opens(one: tuple[Opening, int], line: Line) -> bool:
    """Return whether a line is still a part of what opens a frame."""
    return any(mark.start <= line.span.start < mark.end for mark in one[0].marks)


def _without(
    lines: Sequence[Line],
    marks: Sequence[Mark],
    opened: "set[int] | frozenset[int]" = frozenset(),
    frames: Sequence[TextFrame] = (),
) -> tuple[Line, ...]:
    """Return the lines without what is marked in them, those that open a frame set apart."""
    ordered = sorted((mark.span for mark in marks), key=lambda span: span.start)
    starts = [span.start for span in ordered]
    out: list[Line] = []
    apart = 0
    for place, line in enumerate(lines):
        apart += place in opened or any(
            s.start == line.span.start for s in _at(ordered, starts, line)
        )
        span = _rest(line, ordered, starts)
        if span == line.span and frame_at(frames, span.start) is not None and depth_of(line):
            bare, start = unquoted(line)
            span = stripped(bare, start)
        if span is not None:
            text = line.text[span.start - line.span.start : span.end - line.span.start]
            out.append(replace(line, span=span, text=text, row=line.row + apart))
    return tuple(out)


def _at(ordered: Sequence[Span], starts: Sequence[int], line: Line) -> Sequence[Span]:
    """Return the marked stretch in which a line begins, if any."""
    at = bisect_right(starts, line.span.start) - 1
    return ordered[at : at + 1] if at >= 0 and line.span.start < ordered[at].end else ()


def _rest(line: Line, ordered: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """Return what of a line stands behind the mark in which it begins; None for nothing."""
    marked = _at(ordered, starts, line)
    if not marked:
        after = bisect_right(starts, line.span.start)
        ends = after < len(ordered) and ordered[after].start < line.span.end <= ordered[after].end
        return Span(line.span.start, ordered[after].start) if ends else line.span
    behind = marked[0].end - line.span.start
    return stripped(line.text[behind:], marked[0].end) if behind < len(line.text) else None


@lru_cache(maxsize=1)
def _may_hold_frames() -> re.Pattern[str]:
    labels = alternation((*frame_words("sent"), *frame_words("original")))
    return re.compile(
        rf"\d[:.h][0-5]\d(?!\d)|^\{{\d+\}}\{{|^[>\s*]{{0,8}}(?:{labels})\s?\*?\s?[:：]|@\S*[^:\n]{{0,60}}:$",
        re.IGNORECASE | re.MULTILINE,
    )
