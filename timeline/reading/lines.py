"""The lines of a text, with exact offsets, whatever ends them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.model.span import Span

# Characters that show nothing: soft hyphen, zero-width ones, direction marks, byte order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + INVISIBLE  # U+3000 is the last


_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # those of `str.splitlines`
_NEWLINES = frozenset({*_ENDS, "\r\n"})
_RUN = re.compile(f"[^{_ENDS}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something, without the blanks around it, and the row it stands in."""

    span: Span
    text: str
    row: int


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank; every newline that Unicode knows ends one.

    Rows are numbered so that lines without a blank one between them are neighbours.
    """
    row = end = 0
    for raw in _RUN.finditer(text):
        span = stripped(raw[0], raw.start())
        if span is None:
            continue
        row += 1 if text[end : raw.start()] in _NEWLINES else 2
        end = raw.end()
        yield Line(span, span.of(text), row)


def blocks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines that stand without a blank one between them."""
    block: list[Line] = []
    for line in lines:
        if block and line.row != block[-1].row + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def stripped(piece: str, offset: int) -> Span | None:
    """Return the place of a piece of text that starts at `offset`, without the blanks around it."""
    left = len(piece) - len(piece.lstrip(BLANK))
    right = len(piece.rstrip(BLANK))
    return Span(offset + left, offset + right) if left < right else None
