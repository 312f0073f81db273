"""Positions of a recording: "[00:02:14] JUDGE: …", the timings of subtitles. No times of day.

They count from the start of the recording: they stand in brackets, or before or behind the name
of a speaker, never go back, and begin in the first hours. A log in brackets has its clock, too, and
who wrote in angles.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.model.span import Span
from timeline.reading.lines import Line

FEWEST = 2
LONGEST = 60  # characters in which a position stands
FIRST_HOURS = 5  # in which a recording, or an excerpt of one, begins
_POSITION = r"(?P<hour>\d{1,2}:)?(?P<minute>\d{1,2}):(?P<second>[0-5]\d)(?:[.,:]\d{1,3})?"
_TIMING = re.compile(
    r"(?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?\s*-{1,2}>\s*"
    r"(?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?.*"
    r"|WEBVTT\b.*"
)
_BRACKETED = re.compile(rf"[\[(]{_POSITION}[\])]:?\s*(?!<)")
_SPOKEN = re.compile(rf"{_POSITION}\s*[-–—|]?\s*(?=[^\W\d_][^:\n]{{0,30}}:\s)")
_PLAIN = re.compile(rf"{_POSITION}(?:\s+|$)(?!<)")
_AT_THE_END = _POSITION.replace("?P<", "?P<b_")
_BEHIND_NAME = re.compile(
    rf"[^\W\d_][^:\n\[(]{{0,30}}?"
    rf"(?:[:,]?\s*[\[(]{_POSITION}[\])]:?|\s{{1,4}}{_AT_THE_END}$)\s*"
)
_TIME = re.compile(r"\d:[0-5]\d")
_DIGITS = re.compile(r"\d{1,5}")


def position_marks(lines: Sequence[Line]) -> list[Span]:
    """Return the positions in a transcript, and the timings and numbers of subtitles."""
    timed = [line for line in lines if _TIME.search(line.text, 0, LONGEST)]
    return [*_timings(lines), *_positions(timed)] if len(timed) >= FEWEST or _arrow(timed) else []


def _arrow(lines: Sequence[Line]) -> bool:
    return any("->" in line.text[:LONGEST] for line in lines)


def _timings(lines: Sequence[Line]) -> Iterator[Span]:
    for place, line in enumerate(lines):
        if not (line.text.startswith("WEBVTT") or "->" in line.text[:LONGEST]):
            continue
        if not _TIMING.fullmatch(line.text):
            continue
        if place and _DIGITS.fullmatch(lines[place - 1].text):
            yield lines[place - 1].span
        yield line.span


def _positions(lines: Sequence[Line]) -> list[Span]:
    """Return the positions at the beginnings of lines, where they can be nothing else."""
    for pattern in (_BRACKETED, _SPOKEN, _BEHIND_NAME, _PLAIN):
        found = [(line, hit) for line in lines if (hit := pattern.match(line.text))]
        seconds = [_seconds(hit) for _, hit in found]
        if len(found) < FEWEST or any(after < before for before, after in pairwise(seconds)):
            continue
        if pattern is _PLAIN and (seconds[0] > 0 or len(found) <= FEWEST):
            continue
        three = all(_has_hour(hit) for _, hit in found)
        if seconds[0] >= (FIRST_HOURS * 3600 if three else 3600):
            continue
        if pattern is _BEHIND_NAME:
            return [Span(line.span.start, line.span.start + hit.end()) for line, hit in found]
        return [
            Span(line.span.start, line.span.start + hit.end()) for line, hit in found if hit.end()
        ]
    return []


def _groups(hit: re.Match[str]) -> tuple[str | None, str | None, str | None]:
    groups = hit.groupdict()
    names = ("hour", "minute", "second")
    if groups.get("minute") is None:
        names = ("b_hour", "b_minute", "b_second")
    hour, minute, second = (groups.get(name) for name in names)
    return hour, minute, second


def _has_hour(hit: re.Match[str]) -> bool:
    return _groups(hit)[0] is not None


def _seconds(hit: re.Match[str]) -> int:
    hour, minute, second = _groups(hit)
    return 3600 * int((hour or "0:")[:-1]) + 60 * int(minute or 0) + int(second or 0)
