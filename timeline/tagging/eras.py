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
        first = _first_year(candidate, tokens, lexicon)
        if first is not None:
            if out and out[-1].last > first.first:  # it was read as a year of our time
                out.pop()
            out.append(first)
        out.append(candidate)
        last = _last_year(candidate, tokens, lexicon)
        if last is not None:
            out.append(last)
    return [c for c in out if not any(_replaced(c, o) for o in out)]


def _replaced(candidate: Candidate, other: Candidate) -> bool:
    """Return whether another reading of the same words took a year into its era."""
    return candidate is not other and other.rule == SHARED and other.first == candidate.first


def _last_year(earlier: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    """Return 192 of "AD 177 to 192", of the era that is named before the first year."""
    meaning, place = earlier.meaning, earlier.last + 1
    if not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return None
    if "ERABEFORE" not in lexicon.classes_of(tokens.lows[earlier.first]):
        return None
    join, word = tokens.word(earlier.last).lower(), tokens.word(place)
    if not (join in _SIGNS or join in lexicon.joins["joins"] or join in lexicon.joins["lists"]):
        return None
    year = meaning.fields.year
    if not word.isdecimal() or "ERA" in lexicon.classes_of(tokens.word(place + 1).lower()):
        return None
    if not 0 < int(word) - year <= _LONGEST:
        return None
    return Candidate(place, place + 1, Absolute(Fields(year=int(word))), SHARED, earlier.order)


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


def _year_of_an_era(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> int | None:
    """Return the year of "493 BC", a bare year with its era; None for anything else."""
    meaning = candidate.meaning
    if not isinstance(meaning, Absolute) or "ERA" not in lexicon.classes_of(
        tokens.lows[candidate.last - 1]
    ):
        return None
    year = meaning.fields.year
    return year if year is not None and meaning.fields == Fields(year=year) else None
