"""Subtitles (SubRip, WebVTT): what is said, cue after cue, as running text.

The times of cues are positions in a recording and date nothing: they are left out, and counted. A
sentence that goes on in the next cue stays one; a paragraph ends where somebody else speaks, and
behind a full stop where nobody does for a while.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.blocks import joined
from timeline.reading.left_out import left_out

READS = (".srt", ".vtt")

SILENCE = 2.0  # seconds without a cue that end a paragraph
LONGEST_PARAGRAPH = 600  # characters; behind them the next full stop ends it
_CUE = re.compile(
    r"^(?:(?P<id>[^\n]{0,80})\n)?"
    r"[ \t]*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})[ \t]*-->[ \t]*"
    r"(?P<end>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})[^\n]*\n?",
)
_TAG = re.compile(r"</?(?:[a-z]+(?:\.[^<>\s]*)*(?:\s[^<>]*)?|[\d:.]+)>|\{\\[^{}]*\}", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^<>\s]*)*\s+([^<>]{1,60})>", re.IGNORECASE)
_NOTE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
_DASH = re.compile(r"[-–—]\s*(?=\S)")
_SPEAKER = re.compile(r"[-–—]\s*\S|[^\W\d_][^:\n]{0,30}:\s")
_FULL_STOPS = (".", "!", "?", "…", "。", "।", "؟", '."', ".”", "!”", "?”")
TIMING, NOTE = "timing of subtitles", "note of subtitles"


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is said at once, the lines of one speaker after another; its ends in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read subtitles; raise `UnreadableError` where no cue holds a text."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    rest: list[tuple[str, str]] = []
    paragraphs = list(_paragraphs(_cues(text, rest)))
    if not paragraphs:
        raise UnreadableError("is a file of subtitles in which nothing is said")
    return [Content(joined(paragraphs), left_out=left_out(rest))]


def _cues(text: str, rest: list[tuple[str, str]]) -> Iterator[_Cue]:
    for block in re.split(r"\n[ \t]*\n", text):
        written = block.strip("\n")
        found = _CUE.match(written)
        if found is None:
            if written.strip():
                rest.append((NOTE if _NOTE.match(written) else "text outside of cues", written))
            continue
        rest.append((TIMING, found[0]))
        voice = _VOICE.search(written, found.end())
        said = unescape(_TAG.sub("", written[found.end() :]))
        lines = tuple(" ".join(line.split()) for line in said.split("\n") if line.strip())
        if voice and lines:
            lines = (f"{voice[1].strip()}: {lines[0]}", *lines[1:])
        if lines:
            yield _Cue(_seconds(found["start"]), _seconds(found["end"]), lines)


def _paragraphs(cues: Iterator[_Cue]) -> Iterator[str]:
    said: list[str] = []
    end = 0.0
    for cue in cues:
        for number, line in enumerate(cue.lines):
            silent = number == 0 and cue.start - end >= SILENCE
            if said and _ends(said, line, silent=silent):
                yield " ".join(said)
                said.clear()
            if not said or line != said[-1]:  # live subtitles repeat the line above
                said.append(_DASH.sub("", line, count=1) if _DASH.match(line) else line)
        end = cue.end
    if said:
        yield " ".join(said)


def _ends(said: list[str], line: str, *, silent: bool) -> bool:
    """Return whether a paragraph ends before a line."""
    if _SPEAKER.match(line):
        return True
    long = sum(map(len, said)) >= LONGEST_PARAGRAPH
    return said[-1].endswith(_FULL_STOPS) and (silent or long)


def _seconds(written: str) -> float:
    *hours, minutes, seconds = written.replace(",", ".").split(":")
    return 3600 * int(hours[0] if hours else 0) + 60 * int(minutes) + float(seconds)
