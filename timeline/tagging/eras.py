"""Eras: what is none, and years whose era is named only once ("from 499 to 493 BC")."""

from timeline.languages import Lexicon
from timeline.model.meaning import Absolute, Fields
from timeline.tagging.candidates import Candidate
from timeline.tagging.captured import count
from timeline.tagging.tokens import Line, Token

SHARED = "year of the era before it"
_SIGNS = frozenset("-–—/")
_LONGEST = 1000  # years: what lies further apart is not told in one breath,
_LONGEST_BEFORE = 10_000  # but before our era: "from 4200 to 1400 BCE"


def share_eras(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Put the number before a year of an era into the same era, where the two stand joined."""
    out: list[Candidate] = []
    for candidate in found:
        second = _second_year(out[-1], tokens, lexicon) if out else None
        if second is not None:
            out.append(second)
            if candidate.first < second.last:  # it was read as something else
                continue
        first = _first_year(candidate, tokens, lexicon)
        if first is not None:
            if out and out[-1].last > first.first:  # it was read as a year of our time
                out.pop()
            out.append(first)
        out.append(candidate)
    second = _second_year(out[-1], tokens, lexicon) if out else None
    return out if second is None else [*out, second]


def drop_small_eras(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop the year of "ten ad campaigns": our own era is written with capitals or dots."""

    def is_word(token: Token) -> bool:
        small = token.text.islower() and token.text.isalpha()
        return small and lexicon.value("ERA", token.low) == 1

    return [c for c in found if not any(map(is_word, tokens[c.first : c.last]))]


def _first_year(later: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    year, place = _year_of_an_era(later, tokens, lexicon), later.first - 2
    if year is None or place < 0 or not tokens.words[place].isdecimal():
        return None
    join = tokens.lows[place + 1]
    if not (join in _SIGNS or join in lexicon.joins["joins"] or join in lexicon.joins["lists"]):
        return None
    number = int(count((tokens[place],), lexicon) or 0)
    earlier = 1 - number if year <= 0 else number
    if not 0 < year - earlier <= (_LONGEST if year > 0 else _LONGEST_BEFORE):
        return None
    meaning = Absolute(Fields(year=earlier))
    return Candidate(place, place + 1, meaning, later.rule, later.order)


def _second_year(earlier: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    """Return the second year of "AD 177 to 192", which is of the same era."""
    meaning, place = earlier.meaning, earlier.last + 1
    if "ERABEFORE" not in lexicon.classes_of(tokens.lows[earlier.first]):
        return None
    if not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return None
    if place >= len(tokens) or not tokens.words[place].isdecimal():
        return None
    join, year = tokens.lows[place - 1], int(tokens.words[place])
    if not (join in _SIGNS or join in lexicon.joins["joins"] or join in lexicon.joins["lists"]):
        return None
    if (
        not 0 < year - meaning.fields.year <= _LONGEST
        or tokens.word(place + 1).lower() in lexicon.not_year_after
    ):
        return None
    return Candidate(place, place + 1, Absolute(Fields(year=year)), earlier.rule, earlier.order)


def _year_of_an_era(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> int | None:
    """Return the year of "493 BC", a bare year with its era; None for anything else."""
    meaning = candidate.meaning
    if not isinstance(meaning, Absolute) or "ERA" not in lexicon.classes_of(
        tokens.lows[candidate.last - 1]
    ):
        return None
    year = meaning.fields.year
    return year if year is not None and meaning.fields == Fields(year=year) else None
