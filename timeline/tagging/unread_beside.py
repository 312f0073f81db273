"""Dates without a year that touch something unread, which may be their year: they stay undated.

"5 May I9S4", "July 42nd", "12 May 19 31", "29 February (2019)": the day or month that is read is
not the date that is written, and the year of publication is surely not its year. What counts
something ("on 12 May 19 men were shot") or lists days ("May 5, 12 and 19") belongs elsewhere.
"""

import re

from timeline.languages import Lexicon
from timeline.model.granularity import names_a_month
from timeline.model.meaning import Absolute, Fields, Meaning, Occurrence, parts
from timeline.tagging.candidates import Candidate
from timeline.tagging.misread_numbers import DIGITS_READ, run_at
from timeline.tagging.tokens import Line

_GLUE = frozenset("-–—/.'’")
_SIGNS = frozenset("-/")
_OPENERS = frozenset("([")
_ENDS = frozenset(("", ".", ",", ";", ":", ")", "]", "!", "?", "”", '"', "»", "…"))
_MISREAD = re.compile(r"[\dOoQIil|LZzSsBGgq]{2,4}")
_ROMAN = re.compile(r"M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_YEARS = range(1000, 2200)
_LAST_DAY = 31
_YEAR_DIGITS, _DAY_DIGITS = 4, 2
_SHORTEST_ROMAN = 3
_ROUND = 100  # years: "two thousand", which may count something
_DAY_AND_MONTH = 2  # tokens


def drop_beside_unread(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop dates without a year that touch an unread number, and those cut out of a word."""
    return [c for c in found if not _is_incomplete(c, found, tokens, lexicon)]


def prefer_day_before_count(
    found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> list[Candidate]:
    """Read "12 May" in "on 12 May 19 men were shot" and "on 12 May two thousand people met"."""
    days = {c.first for c in found if c.size == _DAY_AND_MONTH and is_partial(c.meaning)}
    return [c for c in found if not _holds_a_count(c, days, tokens, lexicon)]


def _joins_two(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "19-April" of "March 19-April 30", or its sign stands apart."""
    first, last = candidate.first, candidate.last
    if last - first <= _DAY_AND_MONTH or tokens.words[first + 1] not in _SIGNS:
        return False
    if not is_partial(candidate.meaning) or "MONTH" not in lexicon.classes_of(
        tokens.lows[last - 1]
    ):
        return False
    before = lexicon.classes_of(tokens.lows[first - 1]) if first else frozenset()
    apart = bool(tokens.gap(first + 1) or tokens.gap(first + 2))
    return apart or "MONTH" in before or tokens.word(last)[:1].isdigit()


def _holds_a_count(candidate: Candidate, days: set[int], tokens: Line, lexicon: Lexicon) -> bool:
    if _joins_two(candidate, tokens, lexicon):
        return True
    last = tokens.words[candidate.last - 1]
    if candidate.size == _DAY_AND_MONTH and {candidate.first, candidate.first - 1} <= days:
        return last.isdecimal() and _counts(candidate.last, tokens, lexicon)
    meaning = candidate.meaning
    round_year = isinstance(meaning, Absolute) and (meaning.fields.year or 1) % _ROUND == 0
    return round_year and last.isalpha() and _counts(candidate.last, tokens, lexicon)


def is_partial(meaning: Meaning) -> bool:
    """Return whether a meaning counts on a day or month of a year that the text does not name."""
    if isinstance(meaning, Occurrence) and meaning.fields.month is not None:
        return True
    return any(map(is_partial, parts(meaning)))


def _is_incomplete(
    candidate: Candidate, found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> bool:
    meaning = candidate.meaning
    if not names_a_month(meaning):
        return False
    if _is_cut_out(candidate.first, tokens) or _is_cut_out(candidate.last, tokens):
        return True
    if not is_partial(meaning):
        return False
    others = [c for c in found if c is not candidate]
    return _unread_behind(candidate, others, tokens, lexicon) or _unread_before(
        candidate, others, tokens
    )


def _is_cut_out(place: int, tokens: Line) -> bool:
    """Return whether letters or digits go on over the edge of a reading: "l2 May", "May 19I4"."""
    if not 0 < place < len(tokens) or tokens.gap(place):
        return False
    return tokens.words[place - 1][-1].isalnum() and tokens.words[place][0].isalnum()


def _unread_behind(
    candidate: Candidate, others: list[Candidate], tokens: Line, lexicon: Lexicon
) -> bool:
    place, comma, glued = candidate.last, False, False
    word = tokens.word(place)
    if word in _GLUE and word and not tokens.gap(place) and not tokens.gap(place + 1):
        place, glued = place + 1, True
    elif word == ",":
        place, comma = place + 1, True
    elif (word in _OPENERS and word) or (word == "." and not tokens.gap(place)):
        place += 1
    elif tokens.lows[place : place + 1] and tokens.lows[place] in lexicon.literals.get(
        "OFWORD", ()
    ):
        return _is_year_behind_its_word(place + 1, others, tokens)
    run, behind = run_at(place, tokens)
    if not run:
        return False
    other = next((c for c in others if c.first < behind and place < c.last), None)
    if other is not None:
        return _is_bare_year(other.meaning)
    return (glued and run[0].isdigit()) or _may_be_a_year(run, behind, tokens, lexicon, comma=comma)


def _is_year_behind_its_word(place: int, others: list[Candidate], tokens: Line) -> bool:
    """Return whether it is "2014" or "19l4" of "12 de mayo de 2014"."""
    run, _ = run_at(place, tokens)
    if run.isdecimal() and len(run) == _YEAR_DIGITS:
        return any(c.first == place and _is_bare_year(c.meaning) for c in others)
    return _is_misread(run) and int(run.translate(DIGITS_READ)) in _YEARS


def _unread_before(candidate: Candidate, others: list[Candidate], tokens: Line) -> bool:
    last = candidate.first - 1
    if last < 0:
        return False
    glued = tokens.word(last) in _GLUE and not tokens.gap(last) and not tokens.gap(last + 1)
    dotted = tokens.word(last) == "." and last > 0 and not tokens.gap(last)
    place = last - 1 if glued or dotted else last
    if place < 0 or any(c.first <= place < c.last and not _is_bare_year(c.meaning) for c in others):
        return False
    word = tokens.words[place]
    if glued and word[-1].isdigit():
        return True
    if not tokens.words[candidate.first][0].isalpha():
        return False
    if dotted or tokens.gap(place).isspace() or not place:  # the number stands by itself
        whole = word.isdecimal() and len(word) in (1, _DAY_DIGITS, _YEAR_DIGITS)
        return whole and (not dotted or len(word) <= _DAY_DIGITS)
    before = tokens.words[place - 1] + word
    return len(before) == _DAY_DIGITS and _is_misread(before)


def _may_be_a_year(run: str, behind: int, tokens: Line, lexicon: Lexicon, *, comma: bool) -> bool:
    """Return whether a number, digit-like word or Roman number may be the year of a date."""
    if len(run) >= _SHORTEST_ROMAN and _ROMAN.fullmatch(run):
        return True
    if not any(letter.isdigit() for letter in run):
        return False
    if run[0] in "'’‘":
        return True
    if "." in run or "," in run:
        return not comma and not _counts(behind, tokens, lexicon)  # "January 1.914"
    if not run.isdecimal():
        misread = _is_misread(run) and int(run.translate(DIGITS_READ)) in _YEARS
        ordinal = run[0].isdigit() and run.lstrip("0123456789").isalpha() and len(run) > _DAY_DIGITS
        return misread or (
            (_is_misread(run) or (ordinal and not comma)) and not _counts(behind, tokens, lexicon)
        )
    if len(run) == _YEAR_DIGITS and int(run) in _YEARS:
        return True
    if _counts(behind, tokens, lexicon):
        return False
    listed = (
        comma
        and len(run) <= _DAY_DIGITS
        and int(run) <= _LAST_DAY
        and not tokens.word(behind)[:1].isdigit()
    )
    return not listed


def _is_misread(run: str) -> bool:
    """Return whether digits were read as letters: "I9I4", "19S4", "2O16"."""
    mixed = not run.isdecimal() and any(letter.isdigit() for letter in run)
    return mixed and _MISREAD.fullmatch(run) is not None


def _counts(behind: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a number counts what follows: no end of a clause, and no further number."""
    word, low = tokens.word(behind), tokens.lows[behind] if behind < len(tokens) else ""
    if word in _ENDS:
        score = word in (":", ".", ",") and not tokens.gap(behind)
        return score and tokens.word(behind + 1)[:1].isdigit()
    if word[0].isalnum() and tokens.gap(behind) and any(map(str.isdigit, word)):
        return False
    if not word[0].isalpha():
        return True
    links = lexicon.prepositions.keys() | lexicon.joins["lists"] | lexicon.joins["joins"]
    return low not in links and low not in lexicon.literals.get("CLAUSEWORD", ())


def _is_bare_year(meaning: Meaning) -> bool:
    if not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return False
    return meaning.fields == Fields(year=meaning.fields.year)
