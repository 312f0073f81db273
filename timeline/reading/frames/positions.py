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
    r"(?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?\s*(?:-{1,2}>|,)\s*"
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
# "{120}{180}" of MicroDVD counts pictures; "Dialogue: 0,0:00:01.00,0:00:04.00,…" is of SubStation.
_LEADING = re.compile(
    r"\{\d+\}\{\d+\}|Dialogue:\s?\d+,\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d\.\d+,(?:[^,\n]*,){6}"
)
_TRAILING = re.compile(r"\s*[\[(](?:\d{1,2}:)\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?[\])]$")
_LABEL = re.compile(r"[^\W\d_][^:\n]{0,30}:(?:\s|$)")
_DATED = re.compile(r"\d[/.-]\d|\d{4}")
_TIME = re.compile(r"\d:[0-5]\d|^\{\d+\}\{")
_DIGITS = re.compile(r"\d{1,5}")


def position_marks(lines: Sequence[Line]) -> list[Span]:
    """Return the positions in a transcript, and the timings and numbers of subtitles."""
    timed = [line for line in lines if _TIME.search(line.text, 0, LONGEST)]
    begun = [*_timings(lines), *_leading(timed)] or _positions(timed)
    return begun + _trailing(lines)


def _leading(lines: Sequence[Line]) -> list[Span]:
    found = [(line, hit) for line in lines if (hit := _LEADING.match(line.text))]
    return [_placed(line, hit) for line, hit in found] if len(found) >= FEWEST else []


def _trailing(lines: Sequence[Line]) -> list[Span]:
    """Return the positions in brackets at the ends of lines."""
    ended = (line for line in lines if line.text.endswith(("]", ")")))
    found = [(line, hit) for line in ended if (hit := _TRAILING.search(line.text)) and hit.start()]
    return [_placed(line, hit) for line, hit in found] if len(found) >= FEWEST else []


def _placed(line: Line, hit: re.Match[str]) -> Span:
    return Span(line.span.start + hit.start(), line.span.start + hit.end())


def _timings(lines: Sequence[Line]) -> Iterator[Span]:
    for place, line in enumerate(lines):
        head = line.text[:LONGEST]
        if not (head.startswith("WEBVTT") or "->" in head or head[:1].isdecimal()):
            continue
        if not _TIMING.fullmatch(line.text):
            continue
        if place and _DIGITS.fullmatch(lines[place - 1].text):
            yield lines[place - 1].span
        yield line.span


def _positions(lines: Sequence[Line]) -> list[Span]:
    """Return the positions at the beginnings of lines, where they can be nothing else."""
    for pattern in (_BRACKETED, _SPOKEN, _BEHIND_NAME, _PLAIN):
        found = [(line, hit) for line in lines if (hit := _match(pattern, line))]
        if len(found) >= FEWEST and _is_recording(pattern, [hit for _, hit in found]):
            return [_placed(line, hit) for line, hit in found if hit.end()]
    return []


def _match(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    hit = pattern.match(line.text)
    named = hit is not None and pattern is _BEHIND_NAME
    return None if hit is None or (named and _DATED.search(hit[0])) else hit


def _is_recording(pattern: re.Pattern[str], hits: Sequence[re.Match[str]]) -> bool:
    """Return whether what begins lines counts from a start: it never goes back, and begins early.

    With hours and the names of speakers it may be the clock of a hearing, which dates nothing.
    """
    seconds = [_seconds(hit) for hit in hits]
    if any(after < before for before, after in pairwise(seconds)):
        return False
    if pattern is _PLAIN and (seconds[0] > 0 or len(hits) <= FEWEST):
        return False
    with_hours = all(_has_hour(hit) for hit in hits)
    if with_hours and pattern is not _PLAIN and all(_is_spoken(pattern, hit) for hit in hits):
        return True
    return seconds[0] < (FIRST_HOURS * 3600 if with_hours else 3600)


def _is_spoken(pattern: re.Pattern[str], hit: re.Match[str]) -> bool:
    return pattern is _BEHIND_NAME or _LABEL.match(hit.string, hit.end()) is not None


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
