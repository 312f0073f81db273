"""Chats and logs by line: each message begins a line with its stamp and with who wrote it.

WhatsApp, Signal, Skype, Telegram and IRC write so ("[12.08.21, 09:05:33] Ana: …",
"8/12/21, 9:05 AM - Ana: …", "09:05 <ana> …" below a line that names the day). Lines that name
nobody are messages of the program where most others do; elsewhere they are entries of a log, and
their stamp is the date of what they tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.frame_words import frame_words
from timeline.model.article import FrameKind
from timeline.model.span import Span
from timeline.reading.frames.opening import Opening
from timeline.reading.frames.stamps import Stamp, may_be_stamped, stamp_in
from timeline.reading.lines import BLANK, Line
from timeline.reading.words import alternation

FEWEST = 2  # lines of a chat, unless it is all of the text
MOST_BEFORE = 3  # characters before a stamp: a bracket
LONGEST_STAMP = 70  # characters
MOST_NAME_WORDS = 4
LONGEST_DAY_LINE = 60
_BEFORE = re.compile(r"[\[(<*\W]{0,3}")
_AFTER = re.compile(r"[\])>]?\s*(?:[-–—|]\s+|[:,]\s+)?")
_NAME = re.compile(
    r"<[@+%&~ ]?(?P<nick>[^<>\s]{1,40})>\s*|\*\s(?P<acts>\S{1,40})\s"
    r"|(?P<name>[^:：\t\n]{1,40}?)\s?[:：](?:\s+|$)|(?P<column>[^\t]{1,40})\t+"
)
_LINKS = re.compile(r"\s?\|(?:[^|\n]{1,20}\|)?\s*")
_PROGRAM = re.compile(r"\[\d+\]$|[\"/\\={}]")  # "sshd[12]", and what is no name at all
_SENTENCE = re.compile(r"[.!?](?:\s|$)|[,;]\s")
_TIME_LINE = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?[\])]?\s*"
    r"(?:<[@+%&~ ]?(?P<nick>[^<>\s]{1,40})>|\*\s(?P<acts>\S{1,40})\s|(?P<server>-!-)"
    r"|\t(?P<column>[^\t]{1,40})\t)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Stamped:
    """A line that begins with a stamp: where its text begins, and who wrote it."""

    place: int
    stamp: Stamp
    text_at: int
    author: str | None


def chat_openings(lines: Sequence[Line], languages: Sequence[str]) -> list[Opening]:
    """Return the beginning of each message, or entry; none where the text is no chat and no log."""
    stamped = [
        found
        for place, line in enumerate(lines)
        if (found := _stamped(place, line, languages)) is not None
    ]
    named = sum(found.author is not None for found in stamped)
    few = named < FEWEST and not (named and len(lines) == 1)
    if few or 2 * named < len(stamped):
        return [_entry(lines[one.place], one) for one in stamped] if len(stamped) >= FEWEST else []
    return [
        Opening(one.place, one.stamp, FrameKind.MESSAGE, _mark(lines[one.place], one), one.author)
        for one in stamped
    ]


def _entry(line: Line, stamped: _Stamped) -> Opening:
    """Return an entry; or a comment, whose page sets the stamp apart: "… at 2:03 pm | Reply"."""
    links = _LINKS.match(line.text, stamped.stamp.end)
    if links is None:
        return Opening(stamped.place, stamped.stamp, FrameKind.ENTRY)
    mark = Span(line.span.start, line.span.start + links.end())
    return Opening(stamped.place, stamped.stamp, FrameKind.COMMENT, (mark,))


def _mark(line: Line, stamped: _Stamped) -> tuple[Span, ...]:
    return (Span(line.span.start, line.span.start + stamped.text_at),)


def _stamped(place: int, line: Line, languages: Sequence[str]) -> _Stamped | None:
    head = line.text[:LONGEST_STAMP]
    if not may_be_stamped(head):
        return None
    stamp = stamp_in(head, languages)
    if stamp is None or not _BEFORE.fullmatch(head, 0, stamp.start):
        return None
    after = _AFTER.match(line.text, stamp.end)
    at = after.end() if after else stamp.end
    author, text_at = named_at(line.text, at)
    return _Stamped(place, stamp, text_at if author else at, author)


def named_at(text: str, start: int) -> tuple[str | None, int]:
    """Return who is named at a place as the writer of what follows, and where that begins."""
    found = _NAME.match(text, start)
    if found is None:
        return None, start
    name = next(filter(None, found.groups())).strip(BLANK + "~")
    is_program = _PROGRAM.search(name) is not None
    if not name or is_program or len(name.split()) > MOST_NAME_WORDS or _SENTENCE.search(name):
        return None, start
    return name, found.end()


def day_openings(lines: Sequence[Line], languages: Sequence[str]) -> list[Opening]:
    """Return the messages of a chat that names its day on lines of their own, and then the time."""
    if sum(_TIME_LINE.match(line.text) is not None for line in lines) < FEWEST:
        return []
    out: list[Opening] = []
    stamp: Stamp | None = None
    for place, line in enumerate(lines):
        found = _TIME_LINE.match(line.text)
        if found is None:
            stamp = _day_line(line, languages) or stamp
            continue
        if stamp is not None:
            mark = Span(line.span.start, line.span.start + found.end())
            name = found["nick"] or found["acts"] or found["column"]
            out.append(Opening(place, stamp, FrameKind.MESSAGE, (mark,), name))
    return out


def _day_line(line: Line, languages: Sequence[str]) -> Stamp | None:
    """Read "--- Day changed Thu Mar 04 2021", "2021/08/12(Thu)"."""
    if len(line.text) > LONGEST_DAY_LINE:
        return None
    stamp = stamp_in(line.text, languages, clocked=False)
    if stamp is None:
        return None
    rest = f"{line.text[: stamp.start]} {line.text[stamp.end :]}".casefold()
    words = _day_words().sub(" ", rest)
    return stamp if sum(map(str.isalpha, words)) <= len("wednesday") else None


@lru_cache(maxsize=1)
def _day_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(frame_words('day'))})(?!\w)")


def day_lines(lines: Sequence[Line], languages: Sequence[str]) -> list[Span]:
    """Return the lines that name the day of the messages below them."""
    return [line.span for line in lines if _day_line(line, languages) is not None]
