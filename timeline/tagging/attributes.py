"""Words of time inside a name or a property, which date nothing: "Exhibit 2009", "Saturday prices".

What stands beside them shows it: a capital before a bare number, a product behind one, a noun that
a weekday or a season only qualifies, the prize of a year, a person called March.
"""

from timeline.languages import Lexicon
from timeline.model.meaning import Absolute, Current, Fields, Shift
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

_TIMES = frozenset(
    ("MONTH", "SEASON", "UNIT", "UNITS", "RELATIVE", "MENTIONED", "HOLIDAY", "CENTURY")
)
_CURRENCIES = frozenset("$€£¥")
_REACH = 6  # words of an apposition: "March, the teenager who"
_OPENERS = frozenset((":", ";", ".", "(", "“", '"', "-", "–", "—", "•", ",", "‘", "’", "'"))


def drop_attributes(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop what only qualifies a noun, numbers a thing or names a person."""
    return [c for c in found if not _qualifies(c, tokens, lexicon)]


def _qualifies(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    if _is_bare_year(candidate) and tokens.words[candidate.first].isdecimal():
        return _numbers_a_thing(candidate.first, tokens, lexicon)
    if _is_part_of_something(candidate, tokens, lexicon):
        return True
    if _of_a_prize(candidate, tokens, lexicon) or _is_apposed_name(candidate, tokens, lexicon):
        return True
    return _before_its_noun(candidate, tokens, lexicon)


def _is_bare_year(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if candidate.size > 1 or not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return False
    return meaning.fields == Fields(year=meaning.fields.year)


def _numbers_a_thing(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "Lot 1838", "flight AU 2031", "a 1988 Ford", "the class of 1990"."""
    if not place:
        return False
    before = tokens.words[place - 1]
    owned = lexicon.literals.get("A", frozenset()) | lexicon.literals.get("WHOSE", frozenset())
    if tokens.lows[place - 1] in owned and _is_product(place + 1, tokens, lexicon):
        return True  # "a 1988 Ford", "its 1953 Pale"
    classed = lexicon.beside.get("CLASSWORD", frozenset())
    of = lexicon.literals.get("OFWORD", frozenset())
    if place > 1 and tokens.lows[place - 1] in of and tokens.lows[place - 2] in classed:
        return True
    return _is_label(place - 1, before, tokens, lexicon)


def _is_product(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a name stands at a place that no common noun and no institution ends."""
    word, after = tokens.word(place), tokens.word(place + 1)
    if not (word[:1].isupper() and word[1:].islower()):
        return False
    if word.lower() in lexicon.beside.get("YEARLY", ()):  # "a 1971 Convention"
        return False
    who = lexicon.beside.get("WHOWORD", frozenset())
    return not after[:1].islower() or after in who


def _is_label(place: int, word: str, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a word with a capital right before a number is what the number counts."""
    if not lexicon.beside.get("YEARLY") or not word[0].isupper() or not word.isalpha():
        return False
    low = tokens.lows[place]
    if lexicon.classes_of(low) or low in lexicon.prepositions or low in lexicon.year_after:
        return False
    if low in lexicon.beside["YEARLY"]:  # "World Cup 2014"
        return False
    opens = place == 0 or tokens.words[place - 1] in _OPENERS
    return not opens or word.isupper() or tokens.word(place + 2) not in (":", "")


def _is_part_of_something(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is a unit of what is no time: "the last month of World War II".

    "The year of his death" is none that publication tells either.
    """
    meaning, first = candidate.meaning, tokens.lows[candidate.first]
    article = lexicon.literals.get("THE", frozenset())
    if isinstance(meaning, Shift) and isinstance(meaning.of, Current):
        last = first in lexicon.literals.get("LASTWORD", ())
        if not last or not candidate.first or tokens.lows[candidate.first - 1] not in article:
            return False
    elif not isinstance(meaning, Current) or first not in article:
        return False
    if tokens.word(candidate.last).lower() not in lexicon.literals.get("OFWORD", ()):
        return False
    led = lexicon.literals.get("EVENTOF", frozenset())
    place = candidate.last + 1 + (tokens.word(candidate.last + 1).lower() in led)
    word = tokens.word(place).lower()
    if tokens.word(place + 1)[:1] in _CURRENCIES:  # "for the last year of US$2 billion"
        return False
    return word.isalpha() and _TIMES.isdisjoint(lexicon.classes_of(word))


def _of_a_prize(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "the year" of "goalkeeper of the year"."""
    place = candidate.first - 1
    if not isinstance(candidate.meaning, Current) or place < 1:
        return False
    if tokens.lows[place] not in lexicon.literals.get("OFWORD", ()):
        return False
    return tokens.lows[place - 1] in lexicon.beside.get("WINNER", ())


def _is_apposed_name(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is a person: "March, the teenager who", "May, my neighbour"."""
    word, after = tokens.words[candidate.first], tokens.lows[candidate.last :][: _REACH + 2]
    if candidate.size > 1 or not word[0].isupper() or len(after) < 3 or after[0] != ",":  # noqa: PLR2004
        return False
    if tokens.lows[candidate.first] not in lexicon.ambiguous:
        return False
    whose = lexicon.literals.get("WHOSE", frozenset())
    who = lexicon.beside.get("WHOWORD", frozenset())
    if (after[1] in whose and after[2].isalpha()) or after[1] in who:
        return True
    article = lexicon.literals.get("THE", frozenset()) | lexicon.literals.get("A", frozenset())
    return after[1] in article and not who.isdisjoint(after[2:])


def _before_its_noun(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "the Friday market", "Saturday prices", "the summer timetable"."""
    kinds = lexicon.classes_of(tokens.lows[candidate.last - 1])
    after = tokens.lows[candidate.last : candidate.last + 1]
    if not after or kinds.isdisjoint(("WEEKDAY", "SEASON", "HOLIDAY")):
        return False
    return after[0] in lexicon.beside.get("RECURRING", ())
