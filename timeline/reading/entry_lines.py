"""Lines that open an entry of a list or a chronicle: a bullet, or a date at their head.

Such a line never goes on with the one before it, whatever width a text is broken at. One date at
the head of a line may be the middle of a sentence ("was shut on ⏎ 3 March 2019 after a flood"): so
it takes two of them, what follows is a separator or begins with no small letter, and the line
before ends a sentence, or is an entry itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.languages.page_words import page_words
from timeline.reading.dated_line import months_and_weekdays
from timeline.reading.lines import Line, blocks_of

FEWEST = 2  # entries that make a list
WIDEST = 120  # columns of a broken line
BULLETS = "-*•●▪■□◦‣·→>+–—○"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|\(?\d{{1,3}}\))\s+(?=\S)")
_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "।", "؟")
_CLOSERS = "\"'”’»)]"
_OPENERS = r"[\s\[(*_#|>«“\"]*"
_FOLLOWS = r"[\])*_]*(?:\s*[:：|;]|\s+[–—-]|[–—\t]|\s*$|[.,]?\s+(?=[^\W_]|[\"'“‘«(\[*¿¡])|[,.]\s*$)"
_ENDS_IN_DAY = re.compile(r"(?<![\w.,:/-])\d{1,2}(?:\.|st|nd|rd|th|er|º)?\Z")
_ENDS_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z]{1,4}\Z")
_OF = re.compile(r"(?:de|of)\s")
_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_NUMERIC = (
    r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)?"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|[12]\d{3}(?!\d)"
)
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|er|º|°|ª)?"


def entry_starts(lines: Sequence[Line], languages: tuple[str, ...]) -> frozenset[int]:
    """Return where the lines start that open an entry."""
    heads = _dated(lines, languages)
    return frozenset([*_bulleted(lines), *(heads if len(heads) >= FEWEST else ())])


def date_goes_on(lines: Sequence[Line], languages: tuple[str, ...]) -> frozenset[int]:
    """Return where the lines start that go on with a date: "on 3 ⏎ March ⏎ 2019", "in ⏎ May"."""
    months, _ = months_and_weekdays(languages)
    month = re.compile(rf"(?:{months})(?!\w)", re.IGNORECASE)
    ends_in_month = re.compile(rf"(?<!\w)(?:{months})\.?,?\Z", re.IGNORECASE)
    found = []
    for block in blocks_of(lines):
        for one, two in pairwise(block):
            day = _ENDS_IN_DAY.search(one.text) and (month.match(two.text) or _OF.match(two.text))
            year = ends_in_month.search(one.text) and _YEAR.match(two.text)
            date = month.match(two.text) or two.text[0].isdigit()
            small = date and _ENDS_SMALL.search(one.text) and not _is_label(one.text)
            if len(one.text) <= WIDEST and (day or year or small):
                found.append(two.span.start)
    return frozenset(found)


def is_date_alone(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a line is a date and nothing else, as it stands over an entry."""
    found = _head(languages).match(text)
    return found is not None and not text[found.end() :].strip(" .:：|*_#—–-")


def opens_with_date(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a line opens with a date that parts from what follows it."""
    found = _head(languages).match(text)
    if found is None:
        return False
    rest = text[found.end() :].lstrip()
    return not (rest[:1].islower() and found[0][-1:].isspace())


def _bulleted(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the starts of lines with a bullet, where their block has several."""
    for block in blocks_of(lines):
        marked = [line.span.start for line in block if _BULLET.match(line.text)]
        if len(marked) >= FEWEST:
            yield from marked


def _dated(lines: Sequence[Line], languages: tuple[str, ...]) -> list[int]:
    found: list[int] = []
    before: Line | None = None
    for line in lines:
        if opens_with_date(line.text, languages) and (
            before is None
            or line.row != before.row + 1
            or _ends_sentence(before)
            or before.span.start in found[-1:]
            or bool(_BULLET.match(line.text))
        ):
            found.append(line.span.start)
        before = line
    return found


def _is_label(text: str) -> bool:
    """Return whether a line is the label of a date: "Updated on"."""
    labels = (*page_words("header", "published"), *page_words("header", "updated"))
    return text.casefold().strip(" *_:") in labels


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_ENDS)


@lru_cache(maxsize=32)
def _head(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return the head of a line: bullets and brackets, a date, and what parts it from the rest."""
    month, weekday = months_and_weekdays(languages)
    joins = r"[\s.,-]{1,3}(?:(?:de|del|of|the|г|r|year)\b\.?\s*)?"
    worded = (
        rf"{_DAY}(?:\s?[-–/]\s?{_DAY})?(?:{joins})(?:{month})\.?(?:{joins}\d{{4}})?"
        rf"|(?:{month})\.?(?:\s+{_DAY}(?:\s?[-–/]\s?{_DAY})?)?(?:,?{joins}\d{{4}})?(?!\w)"
    )
    tail = r"(?:\s?(?:г\.|года|год|r\.|roku|年))?"
    before = rf"(?:{_BULLET.pattern}(?:\[[ xX]\]\s+)?)?{_OPENERS}(?:(?:{weekday})[.,]{{0,2}}\s+)?"
    return re.compile(rf"{before}(?:{worded}|{_NUMERIC}){tail}{_FOLLOWS}", re.IGNORECASE)
