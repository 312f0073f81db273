"""Ages, which are lengths of time to a rule: "70 years old", "un électricien de 37 ans"."""

from timeline.languages import Lexicon
from timeline.model.meaning import Length
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

AT_AN_AGE = "at an age"  # a rule of this name: "at the age of 52"
_DASHES = "-–—"
_ASIDE: tuple[list[str], ...] = ([","], ["."], ["("], [")"], [])


def drop_ages(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "70 years" of "70 years old" and "6-year" of "6-year-old", "38 ans" of "âgé de 38 ans".

    Where a language names the word, years between commas are an age ("Luc Remy, 38 ans, ..."),
    and so is a range of them ("les 6-12 ans").
    """
    old = lexicon.literals.get("OLD", frozenset())
    aged = lexicon.literals.get("AGED", frozenset())
    units = lexicon.literals.get("AGEUNIT", frozenset())
    has = lexicon.literals.get("HASAGE", frozenset())

    def is_age(candidate: Candidate) -> bool:
        if candidate.rule == AT_AN_AGE:
            return False
        if not isinstance(candidate.meaning, Length):
            return _in_ones_thirties(candidate, tokens, lexicon)
        after = tokens.lows[candidate.last : candidate.last + 2]
        before = tokens.lows[max(0, candidate.first - 2) : candidate.first]
        apposed = after[:1] in _ASIDE and before[-1:] in _ASIDE
        ranged = any(w in _DASHES for w in tokens.words[candidate.first : candidate.last])
        in_years = tokens.lows[candidate.last - 1] in units
        said = before[-1:] and before[-1] in has
        if not aged.isdisjoint(before) or (in_years and (apposed or ranged or said)):
            return True
        if in_years and _of_so_many_years(candidate, tokens, lexicon):
            return True
        return after[:1] != [] and (after[0] in old or (after[0] == "-" and after[-1] in old))

    ages = [c for c in found if is_age(c)]
    if not ages:
        return found
    return [c for c in found if not any(a.first <= c.first < c.last <= a.last for a in ages)]


def _in_ones_thirties(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "in his 30s", and not "in the 1930s" or "his 1930s novels"."""
    last = tokens.words[candidate.last - 1]
    if len(last) != len("30s") or not last[0].isdecimal() or not candidate.first:
        return False
    return tokens.lows[candidate.first - 1] in lexicon.literals.get("WHOSE", ())


def _of_so_many_years(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "un électricien de 37 ans", and not "une peine de 3 ans".

    What lasts so long is listed.
    """
    if candidate.first < 2 or candidate.size != 2:  # noqa: PLR2004 - a number and its unit
        return False
    noun, of = tokens.lows[candidate.first - 2 : candidate.first]
    after = tokens.lows[candidate.last] if candidate.last < len(tokens) else ""
    if after in lexicon.literals.get("OFWORD", ()):  # "au terme de trois ans de tractations"
        return False
    if of not in lexicon.literals.get("AGEOF", ()):
        return False
    return noun not in lexicon.literals.get("LASTING", ()) and not noun.isdecimal()
