"""A sentence reduced to what it tells: without dates, brackets, footnote marks and datelines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word, tokens
from timeline.events.clauses.verbs import finite
from timeline.model.span import Span

LONGEST_DATELINE = 60  # characters
_DATELINE = re.compile(
    r"\s*[^\W\d_][^.!?()–—]{0,40}(?:\([^()]{2,30}\)[^!?()–—]{0,30}?|,?[^!?()–—]{0,30}?)\s?[–—-]{1,2}\s+"
    r"|\s*[A-ZÄÖÜÉÁÍÓÚ][^.!?()–—]{0,40}\([^()]{2,30}\)\s?[.:–—-]*\s+"
)
_FOOTNOTE = re.compile(r"\[[^\[\]]{1,40}\]|[¹²³⁴-⁹]+")
_BRACKET = re.compile(r"\([^()]*\)")
_BULLET = re.compile(r"[\s•●▪◦‣·*>_–—-]+")
_SEVERAL = 2  # words of a dateline in capitals only where its first is


@dataclass(frozen=True, slots=True)
class DatePhrases:
    """The phrases of a sentence's dates: that of the one asked for, and those of all.

    With those `alone`, which may modify a noun ("el *actual* presidente"), no other word goes.
    """

    own: Span
    all: tuple[Span, ...]
    alone: frozenset[Span] = frozenset()


def reduced(text: str, sentence: Span, dates: DatePhrases, words: Grammar) -> list[Word]:
    """Return the words of a sentence, its dates with what belongs to them as marks."""
    own = dates.own
    hidden = [*_asides(text, sentence, own)]
    lead = _lead(text, sentence, own, words)
    if lead is not None:
        hidden.append(lead)
    shown = [w for w in tokens(text, sentence) if not _inside(w, hidden)]
    found = _joined(_marked(shown, dates, words), words)
    if lead is None or any(w.kind is Kind.WORD for w in found):
        return found
    return _joined(_marked(tokens(text, sentence), dates, words), words)


def _inside(w: Word, spans: Iterable[Span]) -> bool:
    return any(s.start <= w.start and w.end <= s.end for s in spans)


def _asides(text: str, sentence: Span, own: Span) -> Iterable[Span]:
    for pattern in (_FOOTNOTE, _BRACKET):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            aside = Span(found.start(), found.end())
            if not aside.overlaps(own):
                yield aside
    for i in range(sentence.start, sentence.end):
        if text[i] in "()[]":
            yield Span(i, i + 1)


def _lead(text: str, sentence: Span, own: Span, words: Grammar) -> Span | None:
    """Return the dateline or bullet at the head of a sentence: "MADRID, 3 mayo (EFE) -"."""
    bullet = _BULLET.match(text, sentence.start, sentence.end)
    found = _DATELINE.match(text, sentence.start, sentence.end)
    if found is not None and found.end() < sentence.end:
        lead = Span(found.start(), found.end())
        follows = text[found.end() : found.end() + 1]
        if not lead.overlaps(own) and _is_dateline(lead.of(text), follows, words):
            return lead
    return Span(bullet.start(), bullet.end()) if bullet is not None else None


def _is_dateline(lead: str, follows: str, g: Grammar) -> bool:
    """A place and an agency: every word has a capital, or a number stands in it.

    What goes on in small letters is a subject with its initials: "El Banco Central (BCR) bajó".
    """
    words = re.findall(r"\w+", lead)
    parted = lead.rstrip()[-1:] in "–—-:." or not follows.islower()
    if not parted or (words and words[0].lower() in g("determiners")):
        return False
    known = [w for w in words if not w[0].isupper() and not w[0].isdigit()]
    agency = "(" in lead or any(w.isdigit() for w in words)
    return bool(words) and (agency or words[0].isupper()) and len(known) <= _SEVERAL


def _marked(shown: list[Word], dates: DatePhrases, words: Grammar) -> list[Word]:
    """Put a mark in the place of each date and of the words that go with it."""
    kinds: list[Kind | None] = [None] * len(shown)
    subjects: set[int] = set()
    for phrase in (*(d for d in dates.all if d != dates.own), dates.own):
        places = [i for i, w in enumerate(shown) if w.start < phrase.end and phrase.start < w.end]
        if places:
            mark = Kind.DATE if phrase == dates.own else Kind.OTHER_DATE
            whole = range(places[0], places[-1] + 1)
            if _is_subject(shown, places, words) or (
                phrase in dates.alone and _is_named_time(shown, places, words)
            ):
                kinds[places[-1]] = mark  # its words stay, and a mark behind them
                subjects.add(places[-1])
                continue
            if phrase not in dates.alone:
                whole = _with_its_words(shown, places[0], places[-1], words)
            for i in whole:
                kinds[i] = mark
    out: list[Word] = []
    for i, (w, kind) in enumerate(zip(shown, kinds, strict=True)):
        if kind is None or i in subjects:
            out.append(w)
        if kind is None:
            continue
        if i == 0 or kinds[i - 1] is not kind:
            out.append(Word("", "", kind, w.start, w.end))
    return out


def _is_named_time(shown: list[Word], places: list[int], g: Grammar) -> bool:
    """Return whether an adjective says which time: "remonte à l'époque gallo-romaine"."""
    behind = places[-1] + 1
    if len(places) == 1 or g.verb_second or behind >= len(shown):
        return False
    w = shown[behind]
    closed = (
        *("prepositions", "determiners", "adverbs", "pronouns", "auxiliaries", "forms"),
        *("coordinators", "relatives", "that", "clitics", "participles", "of"),
    )
    plain = w.kind is Kind.WORD and w.text[:1].islower() and not any(w.low in g(n) for n in closed)
    return plain and "-" in w.low


def _is_subject(shown: list[Word], places: list[int], g: Grammar) -> bool:
    """Return whether a date with what it is of opens a sentence: "los últimos meses de la gira"."""
    first, behind = places[0], places[-1] + 1
    if first != 0 or behind + 1 >= len(shown) or g.verb_second:
        return False
    low = shown[first].low
    opens = low in g("determiners") and low not in g("prepositions") and len(places) > 1
    of = shown[behind].low in g("of")
    names = shown[behind].low in g("determiners") or shown[behind + 1].low in g("determiners")
    return opens and of and names


def _joined(words: list[Word], g: Grammar) -> list[Word]:
    """Drop what stands between two dates, and the commas around one within a clause."""
    out: list[Word] = []
    for i, w in enumerate(words):
        before = words[i - 1] if i else None
        after = words[i + 1] if i + 1 < len(words) else None
        behind = words[i + 2] if i + 2 < len(words) else None
        between = before is not None and before.is_date and after is not None and after.is_date
        between = between and (behind is None or behind.text != ",")
        if between and w.low in g("coordinators") and _opens_verb(words, i, g):
            out.append(w)
            continue
        if between and ((w.kind is Kind.STOP and w.text not in ";:") or w.low in g("coordinators")):
            continue
        if w.low in g("that") and before is not None and before.is_date and _leads(out, g):
            continue
        if w.text == "," and after is not None and after.is_date and _closes(words, i + 1):
            continue
        if w.text == "," and before is not None and before.is_date and _opened(words, i - 1, g):
            continue
        out.append(w)
    return out


def _opens_verb(words: list[Word], i: int, g: Grammar) -> bool:
    """Return whether a second verb follows: "empezó en 1995 *y* en mayo ha sufrido reveses"."""
    after = next((j for j in range(i + 1, len(words)) if not words[j].is_date), None)
    told = any(finite(words, j, g) for j in range(i))
    return after is not None and told and finite(words, after, g)


def _leads(before: list[Word], g: Grammar) -> bool:
    """Return whether a date opens its clause: "hace un mes que ...", "recuerda que ya ... que"."""
    light = g("adverbs") | g("connectors") | g("clitics")
    told = next((w for w in reversed(before) if not w.is_date and w.low not in light), None)
    return not g.verb_second and (told is None or told.low in g("that"))


def _closes(words: list[Word], i: int) -> bool:
    """Return whether a comma stands behind a date, and words behind that."""
    while i < len(words) and words[i].is_date:
        i += 1
    return i + 1 < len(words) and words[i].text == "," and words[i + 1].kind is Kind.WORD


def _opened(words: list[Word], i: int, g: Grammar) -> bool:
    """Return whether a comma stands before a date, and no clause begins behind the other comma."""
    end = i
    while i >= 0 and words[i].is_date:
        i -= 1
    if i < 1 or words[i].text != "," or end + 2 >= len(words):
        return False
    after = words[end + 2]
    opening = ("relatives", "that", "subordinators", "as", "according", "reporting", "coordinators")
    return not any(after.low in g(name) for name in opening)


def _with_its_words(shown: list[Word], first: int, last: int, words: Grammar) -> range:
    """Return the places of a date with prepositions before it and parts of the day around it."""
    before, after = words("date_before"), words("date_after")
    start = first
    while start > 0 and shown[start - 1].low in before:
        start -= 1
    # What is taken in must open with a preposition or adverb: "la mañana del lunes" is no phrase.
    opening = words("prepositions") | words("adverbs") | words("connectors")
    while start < first and shown[start].low not in opening:
        start += 1
    end = last
    while end + 1 < len(shown) and shown[end + 1].low in after:
        end += 1
    while end > last and shown[end].low in words("prepositions") | words("determiners"):
        end -= 1
    return range(start, end + 1)
