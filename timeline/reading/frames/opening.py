"""What opens a frame: the stamp, where it stands, and what it opens."""

import re
from dataclasses import dataclass

from timeline.model.article import FrameKind
from timeline.model.span import Span
from timeline.reading.frames.stamps import Stamp
from timeline.reading.lines import BLANK, Line

_QUOTED = re.compile(r"(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a frame, at a line of the text.

    `marks` are the stretches of stamp and by-line, which are none of what was written. `depth` is
    how deep the frame is quoted: it ends where lines are quoted less.
    """

    place: int
    stamp: Stamp
    kind: FrameKind
    marks: tuple[Span, ...] = ()
    author: str | None = None
    depth: int = 0


def depth_of(line: Line) -> int:
    """Return how deep a line is quoted: the number of angles at its beginning."""
    found = _QUOTED.match(line.text)
    return found[0].count(">") if found else 0


def unquoted(line: Line) -> tuple[str, int]:
    """Return a line without the angles at its beginning, and where that starts in the text."""
    found = _QUOTED.match(line.text)
    start = found.end() if found else 0
    rest = line.text[start:]
    bare = rest.lstrip(BLANK)
    return bare, line.span.start + start + len(rest) - len(bare)
