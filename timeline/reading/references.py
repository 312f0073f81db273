"""Lists of sources, and notes on when a page was read: neither tells of an event.

A list stands below a heading ("References", "Einzelnachweise") and holds addresses, years in
brackets, pages. "Retrieved 12 May 2014", "abgerufen am 12. Mai 2014" is such a note
wherever it stands by itself.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.article import ClaimSource, Mark
from timeline.model.span import Span
from timeline.reading.claims import stated_claim
from timeline.reading.lines import BLANK
from timeline.reading.paragraphs import Paragraph
from timeline.reading.words import alternation

REASON = "references"
LONGEST_NOTE = 160  # characters
SHARE = 0.5  # of what stands below the heading: what plainly is a source
_HEAD = re.compile(r"[\s#*_=\d.)\]]*(?P<name>.+?)[\s:.*_=]*(?:\[[^\]]{1,20}\])?\s*")
_ADDRESS = re.compile(r"https?:|www\.|\bdoi\b|\bISBN\b|\bISSN\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"\((?:[^()]{0,20}\b)?(?:1[5-9]|20)\d\d[a-z]?(?:[-/.]\d\d){0,2}\)"  # (1978), (2001-03-04)
    r"|\b(?:pp?|S|s|c|vol|Vol|Bd|no|Nr)\.\s?\d|\((?:eds?|Hgs?|Hrsg|éd|comp)\.\)"
    r"|,\s(?:1[5-9]|20)\d\d[a-z]?\s*\.?\s*$"
)
_ITEM = re.compile(r"\s*(?:\[?\d{1,3}[\].)]|[\^↑*•–-])\s*\S")


def reference_marks(blocks: Sequence[Paragraph]) -> tuple[Mark, ...]:
    """Mark the lists of sources below their headings, and the headings."""
    marks: list[Mark] = []
    place = 1  # behind a title at least
    while place < len(blocks):
        end = _list_end(blocks, place + 1) if is_heading(blocks[place].text) else place + 1
        if end > place + 1:
            marks += [Mark(block.span, REASON) for block in blocks[place:end]]
        place = max(end, place + 1)
    return tuple(marks)


def is_heading(text: str) -> bool:
    """Return whether a line is the heading of a list of sources."""
    found = _HEAD.fullmatch(text)
    return found is not None and found["name"].casefold().strip(BLANK) in _headings()


def is_access_note(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a sentence says when a page was read or archived, and nothing else."""
    if len(text) > LONGEST_NOTE:
        return False
    found = _access().search(text)
    if found is None:
        return False
    if _ADDRESS.search(text):
        return True
    before, rest = text[: found.start()], text[found.end() :].strip(BLANK + ":：.,;()[]*_|")
    if any(map(str.isalnum, before)):
        return False
    return stated_claim(ClaimSource.LABEL, rest, Span(0, len(rest)), languages) is not None


def _list_end(blocks: Sequence[Paragraph], start: int) -> int:
    """Return where a list that starts at a place ends; the start where it is none."""
    end, sure = start, 0
    for block in blocks[start:]:
        is_source = _is_source(block.text)
        if not is_source and not _ITEM.match(block.text):
            break
        end, sure = end + 1, sure + is_source
    return end if sure and sure >= SHARE * (end - start) else start


def _is_source(text: str) -> bool:
    return any(p.search(text) for p in (_ADDRESS, _SOURCE, _access()))


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    return frozenset(word.casefold() for word in page_words("references", "headings"))


@lru_cache(maxsize=1)
def _access() -> re.Pattern[str]:
    words = alternation(page_words("references", "access"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
