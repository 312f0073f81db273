"""What a text shows of whether a mention belongs on a timeline: signs, by name.

Each sign is a number from 0 to 1, most of them 0 or 1; what is not shown is absent. They look at
the article alone, and but for those of the clause (`clause_signs.py`) at no parse, so that all
languages have them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from timeline.events.register import Register, persons_of, register_of
from timeline.events.stamps import Kind, Stamps, is_full_day, stamps_of
from timeline.events.words import PARSED_LANGUAGE
from timeline.model.article import Article
from timeline.model.event import EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    Anchor,
    AtTime,
    Meaning,
    Point,
    Shift,
    Stretch,
    Vague,
    Vagueness,
    parts,
)
from timeline.model.span import Span
from timeline.model.units import Unit

if TYPE_CHECKING:
    from timeline.events.parsed import Parse

NEAR = 8  # sentences on either side that tell how the passage speaks
FEW_DATES = 4  # in a sentence; with more it is a list that lost its lines
SURE_WORDING = 0.6  # below, the title is no clause of its sentence
SHORTEST_TITLE = 3  # words; a shorter one seldom says what happened
_LONG_UNITS = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM})
_HEAD = 1500  # characters in which an article's own stamps stand
_CAPTIONED = 3  # sentences at the head of an article that may be run together with a caption
_CREDIT = re.compile(
    r"\b(?:Photograph|Photo|Picture|Image|Foto|Bild|Imagen|Immagine|Imagem)\s*[:/]"
    r"|\((?:AP|AFP|dpa|EPA|Reuters|Getty)(?: Photos?| Images)?[/)]"
)
_CREDITED_WITHIN = 60  # characters behind the sentence
_PLACE_BEFORE = re.compile(r"\b[^\W\d_a-zà-öø-ÿ]{3,}[^\W\d_a-zà-öø-ÿ ,.]*,\s*\Z")
_AGENCY_AFTER = re.compile(r"\s*\||\s*\([A-Z][A-Za-z]+\)\s*[-–—]")
_IN_A_NAME = re.compile(r"\w \Z")
_NAME_GOES_ON = re.compile(r"\s[a-z]")
_OPENS_LINE = re.compile(r"(?:\A|\n)[\s•●▪◦‣·*>–—-]*\Z")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the signs see it: how its sentences speak, and its stamps."""

    article: Article
    registers: Mapping[Span, Register]
    places: Mapping[Span, int]
    stamps: Stamps
    dates: Mapping[Span | None, int]

    @classmethod
    def of(cls, article: Article, expressions: Sequence[TimeExpression]) -> "Page":
        """Look over an article."""
        persons = persons_of(article.base_language)
        text = article.text
        registers = {s: register_of(s.of(text), persons) for s in article.sentences}
        places = {sentence: place for place, sentence in enumerate(article.sentences)}
        dates = Counter(article.sentence_at(e.span) for e in expressions)
        return cls(article, registers, places, stamps_of(article, expressions, registers), dates)

    def near(self, sentence: Span) -> list[Register]:
        """Return how the sentences around one speak, itself left out."""
        place = self.places[sentence]
        around = self.article.sentences[max(0, place - NEAR) : place + NEAR + 1]
        return [self.registers[s] for s in around if s != sentence]


def signs(mention: EventMention, page: Page, parse: "Parse | None" = None) -> dict[str, float]:
    """Return the signs that a mention shows, each with its strength."""
    found = dict.fromkeys(_plain(mention, page), 1.0)
    if parse is not None:
        from timeline.events.clause_signs import clause_signs  # noqa: PLC0415 - parser's types

        found |= dict.fromkeys(clause_signs(mention, parse), 1.0)
    found |= _around(mention, page)
    found["crowded"] = min(1.0, max(0, page.dates[mention.sentence] - FEW_DATES) / FEW_DATES)
    found["words"] = min(1.0, log(1 + len(_WORD.findall(mention.sentence_text))) / log(100))
    return found


def _plain(mention: EventMention, page: Page) -> Iterator[str]:
    yield from _page_signs(mention, page)
    yield from _date_signs(mention, page)
    register = page.registers[mention.sentence]
    if register.first:
        yield "first_person"
    if register.second:
        yield "second_person"
    if mention.sentence_text.rstrip("\"'”’»)] \n").endswith(("?", "？", "؟")):
        yield "question"
    if mention.status is Status.HYPOTHETICAL:
        yield "hypothetical"
    if mention.actors:
        yield "named_actor"
    if len(mention.title.split()) < SHORTEST_TITLE:
        yield "short_title"
    if mention.confidence_wording < SURE_WORDING:
        yield "poor_wording"
    if register_of(mention.title, persons_of(page.article.base_language)).first:
        yield "first_title"


def _page_signs(mention: EventMention, page: Page) -> Iterator[str]:
    stamped = page.stamps.touch(mention.expression.span)
    if stamped:
        yield "stamp"
    comments = page.stamps.behind(mention.sentence, Kind.COMMENTS)
    if comments:
        yield "comments"
    if page.stamps.behind(mention.sentence, Kind.LIST):
        yield "list"
    if "|" in mention.sentence_text:
        yield "bar"
    head = stamped and not comments and mention.expression.span.start < _HEAD
    if head or _is_furniture(mention, page):
        yield "furniture"


def _is_furniture(mention: EventMention, page: Page) -> bool:
    """Recognise a date that is no part of a story's sentence, though it stands in one."""
    return (
        page.stamps.within(mention.sentence) > 1
        or _in_dateline(mention, page)
        or _in_caption(mention, page)
        or _in_name(mention, page.article.text)
    )


def _in_dateline(mention: EventMention, page: Page) -> bool:
    """Recognise the day behind a place in capitals, or before the agency: "OSLO, June 2 | "."""
    text, place = page.article.text, mention.expression.span
    before = _PLACE_BEFORE.search(text, max(0, place.start - 40), place.start)
    return before is not None or _AGENCY_AFTER.match(text, place.end) is not None


def _in_caption(mention: EventMention, page: Page) -> bool:
    """Recognise the line of a picture by the credit behind it, at the head or with its day."""
    expression, sentence = mention.expression, mention.sentence
    end = sentence.end + _CREDITED_WITHIN
    if _CREDIT.search(page.article.text, expression.span.end, end) is None:
        return False
    return (
        is_full_day(expression.meaning)
        or _is_today(expression.meaning)
        or _is_label(mention, page.article.text)
        or page.places[sentence] < _CAPTIONED
    )


def _in_name(mention: EventMention, text: str) -> bool:
    """Recognise the day of writing, with a capital within a sentence: "the Today show"."""
    expression, place = mention.expression, mention.expression.span
    if not (expression.text[:1].isupper() and _is_today(expression.meaning)):
        return False
    inside = _IN_A_NAME.search(text, max(0, place.start - 2), place.start)
    return inside is not None and _NAME_GOES_ON.match(text, place.end) is not None


def _date_signs(mention: EventMention, page: Page) -> Iterator[str]:
    meaning = mention.expression.meaning
    within = tuple(_all_parts(meaning))
    if _is_bare_day(mention, page):
        yield "bare_day"
    if any((isinstance(m, Stretch) and m.amount.vague) or isinstance(m, Vague) for m in within):
        yield "vague"
    if any(_is_long(m) for m in within):
        yield "vague_years"


def _is_bare_day(mention: EventMention, page: Page) -> bool:
    """Recognise a day with its year that no preposition ties to a verb: "Sonora June 5, 2009".

    A stamp is one of another kind, in a chronology such a day opens the line, and the years of a
    life stand in brackets. Only of the language whose days need a preposition ("le 8 mars").
    """
    expression = mention.expression
    text, start = page.article.text, expression.phrase.start
    before = text[mention.sentence.start : start]
    return (
        page.article.base_language == PARSED_LANGUAGE
        and before.count("(") <= before.count(")")
        and is_full_day(expression.meaning)
        and expression.phrase == expression.span
        and not page.stamps.touch(expression.span)
        and not _OPENS_LINE.search(text, max(0, start - 8), start)
    )


def _around(mention: EventMention, page: Page) -> dict[str, float]:
    near = page.near(mention.sentence)
    if not near:
        return {}
    personal = sum(r.personal for r in near) / len(near)
    found = {
        "near_person": personal,
        "near_question": sum(r.asks or r.loud for r in near) / len(near),
    }
    if page.stamps.behind(mention.sentence, Kind.COMMENTS):
        found["comments_person"] = personal
    return found


def _is_label(mention: EventMention, text: str) -> bool:
    return text[mention.expression.span.end :][:8].lstrip()[:1] == ":"


def _is_today(meaning: Meaning) -> bool:
    """Recognise the day of writing and those beside it, and "now"."""
    match meaning:
        case Anchor(Point.PUBLICATION) | Vague(Vagueness.PRESENT):
            return True
        case AtTime(of) | Shift(of, _, Unit.DAY):
            return _is_today(of)
        case _:
            return False


def _is_long(meaning: Meaning) -> bool:
    """Recognise years that nobody counts: "in recent years"."""
    return isinstance(meaning, Stretch) and meaning.amount.vague and meaning.unit in _LONG_UNITS


def _all_parts(meaning: Meaning) -> Iterator[Meaning]:
    yield meaning
    for part in parts(meaning):
        yield from _all_parts(part)
