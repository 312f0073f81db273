"""From the lines of pages to paragraphs, by where the lines stand.

A paragraph ends where the gap to the next line is wider than is usual, where the size of the
letters changes, where a line begins further in, or where a line stops short behind a full stop. At
the end of a column or page it goes on, unless its last line ends a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from timeline.languages.page_words import page_words
from timeline.model.span import Span
from timeline.reading.entry_lines import entry_starts
from timeline.reading.lines import Line
from timeline.reading.paragraphs import CLOSERS, ENDS
from timeline.reading.words import alternation

WIDE_GAP = 1.3  # of the usual distance between two lines
OTHER_SIZE = 0.12  # share by which the size of letters differs
INDENT = 0.9  # of the letters' size
SHORT = 0.85  # of the column's width
EDGE = 2  # lines at the top and foot of a page that may repeat on others
REPEATED = 0.5  # of the pages
FEWEST_PAGES = 3
BROKEN = "\u0002"
_END_HYPHEN = re.compile(r"(?<=\w)[-\u2010]$")
RUNNING = "page head, foot or number"
_LONGEST_RUNNING = 200  # characters
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: text, ends, height of its base above the page's foot, size of its letters.

    PDFium joins lines at a broken word, so that `foot`, the base of the last, may lie below `base`.
    """

    text: str
    left: float
    right: float
    base: float
    foot: float
    size: float


Page = Sequence[PageLine]


def paragraphs(pages: Sequence[Page], rest: list[tuple[str, str]]) -> list[str]:
    """Return the paragraphs of all pages, without page numbers and lines that pages repeat.

    Those are added to `rest`, with the reason.
    """
    bodies = _without_running(pages, rest)
    gap = _usual_gap(bodies)
    found: list[list[PageLine]] = []
    entries = _entries([line for body in bodies for line in body], gap)
    for body in bodies:
        width = max((line.right - line.left for line in body), default=0.0)
        for line in body:
            if found and id(line) not in entries and _goes_on(found[-1], line, gap, width):
                found[-1].append(line)
            else:
                found.append([line])
    return [_joined(group) for group in found]


def _entries(lines: Sequence[PageLine], gap: float) -> frozenset[int]:
    """Return the lines that open an entry of a list or a chronicle, by their identity."""
    rows, row = [], 0
    for at, line in enumerate(lines):
        drop = lines[at - 1].foot - line.base if at else 0.0
        row += 1 if 0 < drop <= WIDE_GAP * max(gap, line.size) else 2
        rows.append(Line(Span(at, at + 1), line.text, row))
    return frozenset(id(lines[at]) for at in entry_starts(rows, ()))


def _joined(group: Sequence[PageLine]) -> str:
    """Return lines as a paragraph.

    A hyphen at an end as PDFium writes those that it sees itself.
    """
    text = " ".join(_END_HYPHEN.sub(BROKEN, line.text) for line in group[:-1])
    return " ".join(f"{text} {group[-1].text}".replace(f"{BROKEN} ", BROKEN).split())


def _goes_on(group: Sequence[PageLine], line: PageLine, gap: float, width: float) -> bool:
    before = group[-1]
    size = max(before.size, line.size, 0.1)
    if abs(before.size - line.size) > OTHER_SIZE * size:
        return False
    ended = before.text.rstrip(CLOSERS).endswith(ENDS)
    drop = before.foot - line.base
    if drop <= 0 or drop > 4 * max(gap, size):  # the next column or page
        return not ended and len(group) + len(before.text.split()) > 3  # noqa: PLR2004 - a heading
    if drop > WIDE_GAP * max(gap, size):
        return False
    indented = line.left - before.left > INDENT * size and len(group) > 1
    short = before.right - before.left < SHORT * width and ended
    return not (indented or short)


def _usual_gap(bodies: Sequence[Page]) -> float:
    drops = [
        one.foot - two.base
        for body in bodies
        for one, two in pairwise(body)
        if 0 < one.foot - two.base < 4 * max(one.size, two.size)
    ]
    return median(drops) if drops else 0.0


def _without_running(pages: Sequence[Page], rest: list[tuple[str, str]]) -> list[Page]:
    """Leave out heads and feet that many pages have, and page numbers.

    A head or foot is the same on all its pages but for a number that counts them; a line that
    differs otherwise, by a date, is none.
    """
    counts = Counter(
        mask
        for number, page in enumerate(pages)
        for mask in {mask for place in _edges(page) for mask in _masks(page[place].text, number)}
    )
    often = max(FEWEST_PAGES, REPEATED * len(pages))
    bodies: list[Page] = []
    gap = _usual_gap(pages)
    for number, page in enumerate(pages):
        running = {
            place
            for place in _edges(page)
            if (_is_page_number(page[place].text) and not _stands_within(page, place, gap))
            or any(counts[mask] >= often for mask in _masks(page[place].text, number))
        }
        rest += ((RUNNING, page[place].text) for place in sorted(running))
        bodies.append([line for place, line in enumerate(page) if place not in running])
    return bodies


def _stands_within(page: Page, place: int, gap: float) -> bool:
    """Return whether a line stands between two others as close as lines of a paragraph do."""
    if not 0 < place < len(page) - 1:
        return False
    above, line, below = page[place - 1 : place + 2]
    return all(
        0 < drop <= WIDE_GAP * gap for drop in (above.foot - line.base, line.foot - below.base)
    )


def _is_page_number(text: str) -> bool:
    """Return whether a line is a page's number and no year."""
    return bool(_page_number().fullmatch(text)) and not _YEAR.fullmatch(text.strip(" -–"))


@lru_cache(maxsize=1)
def _page_number() -> re.Pattern[str]:
    """A line with nothing but the number of its page: "Page 3 of 12", "- 3 -"."""
    page, of = (alternation(page_words("print", key)) for key in ("page", "of"))
    return re.compile(
        rf"(?:{page})?\s*[-–]?\s*\d{{1,4}}\s*[-–]?(?:\s*(?:{of}|/)\s*\d{{1,4}})?",
        re.IGNORECASE,
    )


def _masks(text: str, page: int) -> Iterator[tuple[str, int]]:
    """Yield a line as it is, and with each number as its distance from the page's own."""
    yield text, 0
    for found in _DIGITS.finditer(text[:_LONGEST_RUNNING]):
        yield f"{text[: found.start()]}\0{text[found.end() :]}", int(found[0][:9]) - page


def _edges(page: Page) -> list[int]:
    places = range(len(page))
    return sorted({*places[:EDGE], *places[-EDGE:]}) if len(page) > EDGE else []
