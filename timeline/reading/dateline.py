"""Datelines: place, day and agency in front of a story's first sentence.

"NEW DELHI:", "KABUL, Aug 15 (Reuters) –", "LONDON (AP) —", "New Delhi [India], August 15 (ANI):",
"ZURICH (ATS) 28.02.2020 –", "LONDON (3 May 2004) -", "Geneva: –". Capitals, an agency in brackets
or a date make one sure; a place name in ordinary letters needs its colon or dash and counts only
at the very start of the story.
"""

import re
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.article import ClaimSource, DateClaim, Mark
from timeline.model.span import Span
from timeline.reading.byline import are_names
from timeline.reading.claims import Found, stated_claim

REASON = "dateline"
LONGEST = 90  # characters
MOST_WORDS = 4  # of a place
MOST_DATE_PARTS = 3  # "Sunday", "August 15", "2021"
SHORTEST_STORY = 40  # characters that follow; fewer are a heading: "Kabul: a portrait"
_DASH = r"[-–—―_]{1,2}"
_HEAD = re.compile(
    rf"(?P<place>[^\n:()\u2013\u2014\u2015_]{{0,{LONGEST}}}?)"
    r"(?:\s*\((?P<agency>[A-Z\d][^()\n]{0,40})\))?\s*\.?"
    rf"(?P<sign>\s*:\s*(?:{_DASH}(?=\s|$))?|(?:(?<=\))|\s)\s*{_DASH}(?=\s|$)|[–—_](?=\s|$)|(?<=\))(?=\s)|$)\s*"
)
_LATE_DATE = re.compile(rf"(?P<date>[^\n()]{{3,30}}?)\s+{_DASH}(?=\s|$)\s*")
_COUNTRY = re.compile(r"\[[^\]]{2,40}\]")
_STARTS = re.compile(r"[\"'“‘«(\[¿¡\d]*[^\W\d_a-zà-öø-ÿ]|[\"'“‘«(\[¿¡]*\d")


def dateline(text: str, start: int, languages: tuple[str, ...], *, first: bool) -> Found | None:
    """Find the dateline at the start of a paragraph that begins at `start` in the article.

    `first` says that it is the story's first paragraph.
    """
    head = _HEAD.match(text[: 2 * LONGEST].split("\n", 1)[0])
    if not head or not head.end() or head["place"] is None:
        return None
    late, end = _after_agency(text, head, start, languages)
    rest = text[end:]
    if rest and not _STARTS.match(rest):
        return None  # "India - the largest democracy - ..."
    pieces = _pieces(_COUNTRY.sub(lambda found: " " * len(found[0]), head["place"]))
    places, early = _date_in(head["place"], pieces, start, languages)
    date = early or late or _in_brackets(head, start, languages)
    if head["agency"] and head["agency"][0].isdigit() and not date:
        return None
    if not _is_dateline(places, head, date, first=first and len(rest) >= SHORTEST_STORY):
        return None
    span = Span(start, start + len(text[:end].rstrip()))
    return Found(Mark(span, REASON), (date,) if date else ())


def _pieces(place: str) -> list[tuple[int, int]]:
    """Cut what stands before the sign at its commas, and give the places of the cuts."""
    return [(found.start(), found.end()) for found in re.finditer(r"[^\s,](?:[^,]*[^\s,])?", place)]


def _date_in(
    head: str, pieces: list[tuple[int, int]], start: int, languages: tuple[str, ...]
) -> tuple[list[str], DateClaim | None]:
    """Take the date off the end of a dateline; give what stands before it."""
    for count in range(min(MOST_DATE_PARTS, len(pieces)), 0, -1):
        begin, end = pieces[-count][0], pieces[-1][1]
        span = Span(start + begin, start + end)
        claim = stated_claim(ClaimSource.DATELINE, head[begin:end].rstrip("."), span, languages)
        if claim:
            return [head[a:b] for a, b in pieces[:-count]], claim
    return [head[a:b] for a, b in pieces], None


def _after_agency(
    text: str, head: re.Match[str], start: int, languages: tuple[str, ...]
) -> tuple[DateClaim | None, int]:
    """Find a date between agency and sign; gives it with the place at which the story begins."""
    bare = head["agency"] and not head["sign"].strip()
    found = _LATE_DATE.match(text, head.end()) if bare else None
    if not found:
        return None, head.end()
    span = Span(start + found.start("date"), start + found.end("date"))
    claim = stated_claim(ClaimSource.DATELINE, found["date"], span, languages)
    return claim, found.end() if claim else head.end()


def _in_brackets(head: re.Match[str], start: int, languages: tuple[str, ...]) -> DateClaim | None:
    """Find a date that stands where an agency would: "LONDON (3 May 2004) -"."""
    if not head["agency"] or not any(map(str.isdecimal, head["agency"])):
        return None
    span = Span(start + head.start("agency"), start + head.end("agency"))
    return stated_claim(ClaimSource.DATELINE, head["agency"], span, languages)


def _is_dateline(
    places: list[str], head: re.Match[str], date: DateClaim | None, *, first: bool
) -> bool:
    if not places:
        return bool(head["agency"] and head["sign"])
    if not all(_is_place(place) for place in places):
        return False
    if not head["sign"].strip():
        ends = head.end() == len(head.string)
        return bool(head["agency"] and (date or ends))
    if date or head["agency"]:
        return True
    shouted = places[0].isupper() and sum(map(str.isalpha, places[0])) > 2  # noqa: PLR2004 - no initials
    return shouted or first


def _is_place(text: str) -> bool:
    if len(text.split()) > MOST_WORDS or not are_names(text):
        return False
    folded = text.casefold()
    return folded not in _no_places() and _no_places().isdisjoint(folded.split())


@lru_cache(maxsize=1)
def _no_places() -> frozenset[str]:
    return frozenset(page_words("header", "no_places"))
