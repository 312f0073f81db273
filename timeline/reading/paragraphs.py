"""Paragraphs: one line each, or several where a text is broken within its paragraphs.

Each break is looked at by itself. A line that begins with a small letter goes on with the one
before, unless that ended a sentence. Where a text is broken at a fixed width, a line is continued
when it and the first word of the next one would be wider than the text; it counts as broken so
only if enough of its lines begin in the middle of a sentence. Where lines are broken anywhere, a
line that ends no sentence is continued if its block has others that plainly are, and it is no
heading over them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.model.span import Span
from timeline.reading.lines import Line, blocks_of

WIDEST = 120  # columns; wider lines are paragraphs of their own
NARROWEST = 30
MIDDLES = 0.3  # of the lines that follow another: those that begin in the middle of a sentence
SURELY_BROKEN = 2  # lines that begin with a small letter, of a text that has long lines, too
SLACK = 6  # columns that a line may fall short: hyphenation, and widths counted otherwise
ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "।", "؟")
SHORTEST_OPENING = 40  # characters of a first line that is no heading
LONGEST_HEADING = 120  # characters
SHORTEST_PROSE = 50
CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where lines start that open an entry of a list, and that go on with a date begun before."""

    opens: frozenset[int] = frozenset()
    goes_on: frozenset[int] = frozenset()


NO_BREAKS = Breaks()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together, and the text from the first to the last."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        """Its place in the article."""
        if len(self.lines) == 1:
            return self.lines[0].span
        return self.lines[0].span.join(self.lines[-1].span)

    @property
    def is_prose(self) -> bool:
        """Whether it is a part of a story rather than a heading or a line of the page."""
        if len(self.text) > LONGEST_HEADING:
            return True
        return len(self.text) >= SHORTEST_PROSE and self.text.rstrip(CLOSERS).endswith(ENDS)


def paragraphs_of(
    text: str,
    lines: Sequence[Line],
    width: int | None,
    breaks: Breaks = NO_BREAKS,
) -> tuple[Paragraph, ...]:
    """Group lines into paragraphs, at the width that `wrap_width` gives.

    What opens an entry of a list opens a paragraph.
    """
    return tuple(_paragraph(text, group) for group in _groups(lines, width, breaks))


def _paragraph(text: str, group: list[Line]) -> Paragraph:
    if len(group) == 1:
        return Paragraph((group[0],), group[0].text)
    return Paragraph(tuple(group), group[0].span.join(group[-1].span).of(text))


def wrap_width(lines: Sequence[Line], breaks: Breaks = NO_BREAKS) -> int | None:
    """Return the width, in characters, at which a text is broken; None where it is not.

    What opens an entry of a list goes on with no line, and tells nothing of it.
    """
    # Lines wider than any page are paragraphs of their own, whatever stands broken beside them.
    narrow = [line for line in lines if len(line.text) <= WIDEST]
    followed = [
        (a, b)
        for a, b in pairwise(narrow)
        if b.row == a.row + 1 and b.span.start not in breaks.opens
    ]
    if not followed:
        return None
    # A long address or table row among the lines must not hide the width of the others.
    widths = sorted(len(line.text) for line in narrow)
    width = widths[-1 - len(widths) // 50]
    if width < NARROWEST:
        return None
    plain = sum(after.text[0].islower() for _, after in followed)
    if len(narrow) < len(lines) and plain < SURELY_BROKEN:
        return None  # a title and a date line above long paragraphs are no broken text
    middles = sum(_begins_amid(before, after, width) for before, after in followed)
    return width if middles >= MIDDLES * len(followed) else None


def _begins_amid(before: Line, after: Line, width: int) -> bool:
    """Return whether a line seems to go on with a sentence.

    It does with a small letter; and with any other behind a full line that ends no sentence.
    """
    first = after.text[0]
    if first.islower():
        return True
    if before.text.rstrip(CLOSERS).endswith(ENDS):
        return False
    caseless = first.isalpha() and not first.isupper()
    return caseless or _was_full(before, after, width)


def _was_full(before: Line, after: Line, width: int) -> bool:
    """Return whether the first word of a line no longer fitted into the one before."""
    word = after.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(word) > width - SLACK


def _groups(lines: Sequence[Line], width: int | None, breaks: Breaks) -> Iterator[list[Line]]:
    for block in blocks_of(lines):
        broken = _is_broken(block)
        group: list[Line] = []
        for line in block:
            opens = line.span.start in breaks.opens
            goes_on = line.span.start in breaks.goes_on and not opens
            if (
                group
                and not goes_on
                and (opens or not _continued(group, line, width, broken=broken))
            ):
                yield group
                group = []
            group.append(line)
        yield group


def _is_broken(block: Sequence[Line]) -> bool:
    """Return whether enough lines of a block plainly go on with a sentence."""
    amid = sum(_goes_on(a, b) for a, b in pairwise(block))
    return amid > 0 and amid >= MIDDLES * (len(block) - 1)


def _goes_on(before: Line, after: Line) -> bool:
    return after.text[0].islower() and not _ends_sentence(before)


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(CLOSERS).endswith(ENDS)


def _continued(group: Sequence[Line], after: Line, width: int | None, *, broken: bool) -> bool:
    before = group[-1]
    if max(len(before.text), len(after.text)) > WIDEST:
        return False
    if _goes_on(before, after):
        return True
    if width and (after.text[0].islower() or _was_full(before, after, width)):
        return True
    if not broken or _ends_sentence(before) or not after.text[0].isalnum():
        return False
    return len(group) > 1 or len(before.text) >= SHORTEST_OPENING
