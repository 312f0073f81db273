"""Lines above a story that say when it was published: "Published: …", or a date of its own.

A line is cut at bars, tabs and labels. It is one of the header when a part of it is a date, and
the others are dates, names or a place: so a sentence that holds a date never is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.page_words import page_pattern, page_words
from timeline.model.article import ClaimSource, DateClaim, Mark
from timeline.model.span import Span
from timeline.model.when import When
from timeline.reading import byline
from timeline.reading.byline import are_names, is_byline
from timeline.reading.claims import Found, stated_claim
from timeline.reading.dated_line import may_hold_date
from timeline.reading.lines import BLANK, Line, stripped
from timeline.reading.paragraphs import Paragraph
from timeline.reading.words import alternation

REASON = "header"
HEAD = 12  # paragraphs
TAIL = 6  # "First published on: …" stands below the story, too
STORY = 2  # after so many paragraphs of prose the head is over
LONGEST = 200
BESIDE = 12  # characters of a line beside its date that are a time or a sign
MOST_PLACE_WORDS = 4
_CLOCK = r"\(?\d\d?[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?[\s(]*[A-Z+:\d]{0,9}\)?"
_SEPARATORS = r"\s*[|•·¦‖]\s*|\t+|\s{3,}|\s+[–—/-]+\s+"


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a line: what label it has, and its place without the label."""

    source: ClaimSource | None
    span: Span
    text: str


def header_marks(blocks: Sequence[Paragraph], languages: tuple[str, ...]) -> tuple[Found, ...]:
    """Find the header lines in the head of an article, and labelled dates at its end.

    `blocks` are all paragraphs of the text. A date without a label counts on a line of its own
    alone: in a text of fixed width it may be the last line of a sentence.
    """
    found: list[Found] = []
    head = tuple(_head(blocks))
    for number, block in enumerate(head):
        alone = len(block.lines) == 1
        for line in block.lines:
            hit = _header_line(line, languages)
            if hit and (alone or (_labelled(hit) and line.text[0].isupper())):
                found.append(hit)
            elif alone and number and _names_only(line.text, languages):  # not "By Air and Sea"
                found.append(Found(Mark(line.span, byline.REASON)))
    found = _without_headings(found, head)
    for block in blocks[max(len(head), len(blocks) - TAIL) :]:
        hit = _header_line(block.lines[0], languages) if len(block.lines) == 1 else None
        if hit and _labelled(hit):
            found.append(hit)
    return tuple(found)


def _head(blocks: Sequence[Paragraph]) -> Iterator[Paragraph]:
    story = 0
    for block in blocks[:HEAD]:
        story += block.is_prose
        if story > STORY:
            return
        yield block


def _without_headings(found: list[Found], head: Sequence[Paragraph]) -> list[Found]:
    """Leave out bare dates with lines of a story between or beside them: those of a chronicle."""
    bare = [hit for hit in found if hit.claims and not _labelled(hit)]
    if len(set(map(_day_of, bare))) < 2:  # noqa: PLR2004 - one date is no chronicle
        return found
    first, last = bare[0].mark.span, bare[-1].mark.span
    taken = {hit.mark.span for hit in found}
    between = (b for b in head if first.end <= b.span.start < last.start)
    told = any(b.span not in taken and not _is_label(b.text) for b in between)
    told = told or any(len(hit.mark.span) > len(hit.claims[0].text) + BESIDE for hit in bare)
    return [hit for hit in found if hit not in bare] if told else found


def _day_of(hit: Found) -> When | str:
    """Return the day that a line states, as it is written where it names no year."""
    claim = hit.claims[0]
    return claim.when if claim.when.resolved else claim.text


def _is_label(text: str) -> bool:
    """Return whether a line is a label and nothing else: its date stands on the next."""
    return _label().fullmatch(f"{text.rstrip(BLANK + ':：')}:") is not None


def _names_only(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a line is a by-line, and not "By Monday" or "By August 2021"."""
    return is_byline(text) and not may_hold_date(text, languages)


def _labelled(hit: Found) -> bool:
    return all(claim.source is not ClaimSource.HEADER for claim in hit.claims)


def _header_line(line: Line, languages: tuple[str, ...]) -> Found | None:
    if len(line.text) > LONGEST:
        return None
    claims: list[DateClaim] = []
    labelled = False
    others = []
    for part in _parts(line):
        source = part.source or ClaimSource.HEADER
        claim = _claim(source, part, languages)
        if claim:
            claims.append(claim)
        if part.source and (claim or _ago().fullmatch(part.text)):
            labelled = True
        elif not claim:
            others.append(part)
    if not (labelled or claims) or not all(_beside_a_date(part) for part in others):
        return None
    if not labelled and len({claim.when for claim in claims if claim.when.resolved}) > 1:
        return None  # from one day to another: a life, a fair
    return Found(Mark(line.span, REASON), tuple(claims))


def _claim(source: ClaimSource, part: _Part, languages: tuple[str, ...]) -> DateClaim | None:
    """Read a part as a date, or as place or name, comma, date: "Kabul, 15 August 2021"."""
    claim = stated_claim(source, part.text, part.span, languages)
    before, comma, after = part.text.partition(",")
    if claim or not comma or part.source:
        return claim
    if not (_is_place(before) or is_byline(before)):
        return None
    span = stripped(after, part.span.start + len(before) + 1)
    return stated_claim(source, after.strip(BLANK), span, languages)


def _beside_a_date(part: _Part) -> bool:
    """Return whether a part may stand in a header line beside its date."""
    if part.source:
        return False
    return is_byline(part.text) or _is_place(part.text) or bool(_aside().fullmatch(part.text))


def _is_place(text: str) -> bool:
    return len(text.split()) <= MOST_PLACE_WORDS and are_names(text)


def _parts(line: Line) -> Iterator[_Part]:
    for start, end in _pieces(line.text):
        label = _label().match(line.text, start, end)
        source = None
        begin = start
        if label:
            source = ClaimSource.UPDATED if label["updated"] else ClaimSource.LABEL
            begin = label.end()
        span = stripped(_trimmed(line.text[begin:end]), begin)
        if span:
            yield _Part(source, _moved(span, line.span.start), span.of(line.text))


def _trimmed(piece: str) -> str:
    """A piece without the separators, or the bracket that only closes, at its end."""
    piece = piece.rstrip(BLANK + ",;(")
    return piece.rstrip(")") if "(" not in piece else piece


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a line at separators and before labels."""
    cuts = [(found.start(), found.end()) for found in _cuts().finditer(text)]
    cuts += [(found.start(), found.start()) for found in _label().finditer(text) if found.start()]
    start = 0
    for end, following in sorted(cuts):
        if end > start:
            yield start, end
        start = max(start, following)
    if start < len(text):
        yield start, len(text)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A label, with its colon or before a digit, a month or a weekday; in brackets or not."""
    updated = alternation(page_words("header", "updated"))
    published = alternation(page_words("header", "published"))
    before_ago = alternation(page_words("header", "before_ago"))
    return re.compile(
        rf"(?<!\w)[(\[*_]*(?:(?P<updated>{updated})|(?:{published}))[*_]*"
        rf"(?:\s*[:：]\s*[*_]*|\s+(?=[A-Z\d]|(?:{before_ago}) ))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _ago() -> re.Pattern[str]:
    """A time that counts from the day on which the page was read, "3 hours ago": no date."""
    return page_pattern("header", "ago", flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    """A time of day on its own, or how long the reading takes."""
    return page_pattern("header", "asides", _CLOCK, flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def _cuts() -> re.Pattern[str]:
    """What parts a line: a separator, or the blank before the author's "by"."""
    words = page_words("header", "cut_before")
    by = alternation((*words, *map(str.capitalize, words)))
    return re.compile(rf"{_SEPARATORS}|\s(?=(?:{by})\s[A-Z])")
