"""Lines that open an entry of a list or a chronicle: a bullet, or a date at their head.

Such a line never goes on with the one before it, whatever width a text is broken at. One date at
the head of a line may be the middle of a sentence ("was shut on ⏎ 3 March 2019 after a flood"): so
it takes two of them, what follows is a separator or begins with no small letter, and the line
before ends a sentence or is an entry itself, or many lines beside it open so.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.languages.page_words import page_words
from timeline.reading.dated_line import months_and_weekdays
from timeline.reading.lines import Line, blocks_of

FEWEST = 2  # entries that make a list
SHARE = 0.3  # of the lines of a block: those that open with a date
WIDEST = 120  # columns of a broken line
BULLETS = "-*•●▪■□◦‣·→>+–—○"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|\(?\d{{1,3}}\))\s+(?=\S)")
_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "।", "؟")
_CLOSERS = "\"'”’»)]"
_OPENERS = r"[\s\[(*_#|>«“\"]*"
_FOLLOWS = r"[\])*_]*(?:\s*[:：|;]|\s+[–—-]|[–—\t]|\s*$|[.,]?\s+(?=[^\W_]|[\"'“‘«(\[*¿¡])|[,.]\s*$)"
_ENDS_IN_DAY = re.compile(r"(?<![\w.,:/-])\d{1,2}(?:\.|st|nd|rd|th|er|º)?\Z")
_FULL = re.compile(r"\b\d\d?\b.*\b\d{4}\b")  # day and year: a date of its own
_ENDS_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z]{1,4}\Z")
_OF = re.compile(r"(?:de|of)\s")
_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_NUMERIC = (
    r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2}(?:[T ]\d\d:\d\d[\w:.+-]*)?)?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)?"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|[12]\d{3}(?!\d)"
)
_ANY_WORD = r"[^\W\d_]{3,12}"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|er|º|°|ª)?"


def entry_starts(lines: Sequence[Line], languages: tuple[str, ...]) -> frozenset[int]:
    """Return where the lines start that open an entry; in any language, where none is named."""
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
            small = small and not (_FULL.search(two.text) and is_date_alone(two.text, languages))
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
    """Return the starts of lines that open with a date, and with an entry."""
    found: list[int] = []
    for block in blocks_of(lines):
        dated = [opens_with_date(line.text, languages) for line in block]
        listed = sum(dated) >= FEWEST and sum(dated) >= SHARE * len(block)
        wholly = listed and dated[0] and sum(dated) > FEWEST
        for at in (at for at, opens in enumerate(dated) if opens):
            before, after = block[at - 1] if at else None, wholly or dated[at - 1]
            if before is None or _may_open(before, block[at], listed=listed, after=after):
                found.append(block[at].span.start)
    return found


def _may_open(before: Line, line: Line, *, listed: bool, after: bool) -> bool:
    """Return whether a line with a date may open an entry behind another line.

    `listed` says that its block has many such lines, `after` that it plainly is a list of them.
    """
    if after or _ends_sentence(before) or _BULLET.match(line.text):
        return True
    return listed and not _ENDS_SMALL.search(before.text) and not _ENDS_IN_DAY.search(before.text)


def _is_label(text: str) -> bool:
    """Return whether a line is the label of a date: "Updated on"."""
    labels = (*page_words("header", "published"), *page_words("header", "updated"))
    return text.casefold().strip(" *_:") in labels


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_ENDS)


@lru_cache(maxsize=32)
def _head(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return the head of a line: bullets and brackets, a date, and what parts it from the rest."""
    month, weekday = months_and_weekdays(languages) if languages else (_ANY_WORD, _ANY_WORD)
    joins = r"[\s.,-]{1,3}(?:(?:de|del|of|the|г|r|year)\b\.?\s*)?"
    worded = (
        rf"{_DAY}(?:\s?[-–/]\s?{_DAY})?(?:{joins})(?:{month})\.?(?:{joins}\d{{4}})?"
        rf"|(?:{month})\.?(?:\s+{_DAY}(?:\s?[-–/]\s?{_DAY})?)?(?:,?{joins}\d{{4}})?(?!\w)"
    )
    if not languages:  # any word may be a month, where a day and a year stand beside it
        worded = (
            rf"{_DAY}\s(?:de\s)?(?:{month})\.?,?\s(?:de\s)?[12]\d{{3}}"
            rf"|(?:{month})\.?\s{_DAY},?\s[12]\d{{3}}"
        )
    tail = r"(?:\s?(?:г\.|года|год|r\.|roku|年))?"
    before = rf"(?:{_BULLET.pattern}(?:\[[ xX]\]\s+)?)?{_OPENERS}(?:(?:{weekday})[.,]{{0,2}}\s+)?"
    return re.compile(rf"{before}(?:{worded}|{_NUMERIC}){tail}{_FOLLOWS}", re.IGNORECASE)
