"""Small steps, in order, that turn all possible readings into the ones that stand.

The order matters: what is no time at all goes first, so that it cannot win by its length; then
the longest reading at each place wins; what remains is joined into ranges and lists.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Lexicon
from timeline.model.meaning import (
    Absolute,
    Between,
    Fields,
    Length,
    Meaning,
    Occurrence,
    Point,
    Portion,
    Shift,
    Side,
    Toward,
    depends_on,
)
from timeline.tagging.ages import drop_ages
from timeline.tagging.attributes import drop_attributes
from timeline.tagging.candidates import Candidate
from timeline.tagging.concerns import (
    AGE,
    AMBIGUOUS,
    CLOCK,
    CONJUNCTION,
    ERA,
    FRACTION,
    LOOSE,
    MONTH,
    NAME,
    PART,
    SECOND,
    SEVERAL,
    SHIFT,
    UNIT,
    WEEKDAY,
    WORD,
    YEAR,
)
from timeline.tagging.eras import drop_small_eras, share_eras
from timeline.tagging.lengths_joined import join_lengths
from timeline.tagging.lookalikes import (
    drop_ambiguous_words,
    drop_any_weekday,
    drop_articles_of_seconds,
    drop_fractions,
    drop_nouns,
    drop_words_of_no_time,
)
from timeline.tagging.misread_numbers import read_misread_days, read_misread_years
from timeline.tagging.names import drop_names
from timeline.tagging.number_lookalikes import drop_loose_digits, drop_numbers_that_are_no_year
from timeline.tagging.parts_of_events import drop_parts_of_events
from timeline.tagging.shared_years import share_years
from timeline.tagging.surroundings import (
    clocks_of_their_day,
    dates_beside_shifts,
    seasons_of_sport,
    settle_conjunctions,
    share_halves,
)
from timeline.tagging.times_joined import join_times, join_times_elsewhere
from timeline.tagging.tokens import Line
from timeline.tagging.unread_beside import (
    drop_beside_unread,
    prefer_day_before_count,
)

_STOPS = frozenset((",", ";", ":", "(", ")"))
LONGEST_CLAUSE = 12  # words from a conjunction to the date of its clause
SHORTEST_LIFE = 12  # years
Refiner = Callable[[list[Candidate], Line, Lexicon], list[Candidate]]


def refine(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Apply every refiner in turn; the result is in the order of the text and never overlaps.

    One that concerns none of the readings is left out.
    """
    concern = SEVERAL if len(found) > 1 else 0
    for candidate in found:
        concern |= candidate.concerns
    for refiner in _concerned(concern):
        found = refiner(found, tokens, lexicon)
    return found


@lru_cache(maxsize=4096)
def _concerned(concern: int) -> tuple[Refiner, ...]:
    return tuple(refiner for refiner, flags in REFINERS.items() if flags & concern)


def longest_first(
    found: list[Candidate],
    tokens: Line,  # noqa: ARG001 - every refiner takes the same
    lexicon: Lexicon,  # noqa: ARG001
) -> list[Candidate]:
    """Of readings that overlap, the longest stands; of equal ones, the rule that comes first."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-c.size, c.order, c.first)):
        places = range(candidate.first, candidate.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.first)


def shift_needs_a_date(
    found: list[Candidate],
    tokens: Line,
    lexicon: Lexicon,  # noqa: ARG001 - every refiner takes the same
) -> list[Candidate]:
    """Let "10 months after X" date X only where the same sentence dates the other event.

    Where X has a date of its own ("before its term ends in May"), the words only set them apart.
    """
    out: list[Candidate] = []
    dated = False
    for at, candidate in enumerate(found):
        meaning = candidate.meaning
        own = any(
            _dates(c) and _in_its_clause(candidate, c, tokens) for c in found[at + 1 : at + 2]
        )
        if isinstance(meaning, Shift) and meaning.between_events and (own or not dated):
            # The words without the conjunction are a plain duration.
            length = Length(meaning.amount, meaning.unit)
            candidate = candidate._replace(  # noqa: PLW2901
                meaning=length, last=candidate.last - 1, rule="duration"
            )
        out.append(candidate)
        dated = dated or _dates(candidate)
    return out


def _in_its_clause(conjunction: Candidate, date: Candidate, tokens: Line) -> bool:
    """Return whether a date stands in the clause that a conjunction begins."""
    between = tokens.words[conjunction.last : date.first]
    return 0 < len(between) <= LONGEST_CLAUSE and _STOPS.isdisjoint(between)


def _dates(candidate: Candidate) -> bool:
    return isinstance(candidate.meaning, Absolute | Occurrence) or depends_on(
        candidate.meaning, Point.PUBLICATION
    )


def _join_neighbours(
    found: list[Candidate], join: Callable[[Candidate, Candidate], Candidate | None]
) -> list[Candidate]:
    """Replace each two neighbours that `join` makes one of, from left to right."""
    out: list[Candidate] = []
    for candidate in found:
        joined = join(out[-1], candidate) if out else None
        if joined is None:
            out.append(candidate)
        else:
            out[-1] = joined
    return out


def join_counts(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join "two days before" and "Christmas", which it counts from."""
    return _join_neighbours(found, lambda one, two: _counted(one, two, tokens, lexicon))


def _counted(count: Candidate, date: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    meaning, word = count.meaning, tokens.lows[count.last - 1]
    opposite = lexicon.value("CONJUNCTION", word)
    if count.last != date.first or not isinstance(meaning, Shift) or opposite is None:
        return None
    if not _dates(date):
        return None
    side = Side.BEFORE if opposite == Side.AFTER.value else Side.AFTER
    shifted = Shift(date.meaning, meaning.amount, meaning.unit, side)
    return Candidate(count.first, date.last, shifted, "units before or after a date", date.order)


def join_ranges(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join "March to June 2001", "Thursday and Friday": two neighbours that name one stretch."""
    return _join_neighbours(found, lambda one, two: _joined(one, two, tokens, lexicon))


def _joined(first: Candidate, last: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    if last.first - first.last != 1 or first.parts or _are_of_a_life(first, last, tokens):
        return None
    word = tokens.lows[first.last]
    before = tokens.lows[first.first - 1] if first.first else ""
    if word in lexicon.joins["joins"]:
        meaning = _between(first.meaning, last.meaning)
    elif word in lexicon.joins["lists"]:
        open_range = before in lexicon.joins["open"]
        meaning = _between(first.meaning, last.meaning) if open_range else None
        meaning = meaning or _adjacent(first.meaning, last.meaning)
    else:
        return None
    if meaning is None:
        return None
    return Candidate(first.first, last.last, meaning, "range of dates", last.order, (first, last))


def _are_of_a_life(first: Candidate, last: Candidate, tokens: Line) -> bool:
    """Return whether it is "(c. 1843 – 17 February 1919)" behind a name: a birth and a death."""
    one, two = first.meaning, last.meaning
    if not (isinstance(one, Absolute) and isinstance(two, Absolute)):
        return False
    if one.fields.year is None or two.fields.year is None or tokens.word(last.last) != ")":
        return False
    opened = "(" in tokens.words[max(0, first.first - 3) : first.first]
    with_a_day = one.fields.day is not None or two.fields.day is not None
    return opened and with_a_day and two.fields.year - one.fields.year >= SHORTEST_LIFE


def _between(first: Meaning, last: Meaning) -> Meaning | None:
    if isinstance(first, Occurrence) and isinstance(last, Absolute):
        shared = _with_year(first.fields, last.fields)
        return None if shared is None else Between(Absolute(shared), last)
    if isinstance(first, Occurrence) and isinstance(last, Occurrence):
        return Between(Occurrence(first.fields, Toward.LATEST, last), last)
    if isinstance(_whole(first), Absolute) and isinstance(_whole(last), Absolute):
        return Between(first, last)
    return None


def _whole(meaning: Meaning) -> Meaning:
    """Return 2001 of "late 2001"."""
    return meaning.of if isinstance(meaning, Portion) else meaning


def _with_year(first: Fields, last: Fields) -> Fields | None:
    """Add to the first of two dates the year that only the second names."""
    if last.year is None or first.month is None or last.month is None:
        return None
    later = (first.month, first.day or 0) > (last.month, last.day or 31)
    return replace(first, year=last.year - later)


def _adjacent(first: Meaning, last: Meaning) -> Meaning | None:
    """Days or months that follow each other directly, told in one breath."""
    if not (isinstance(first, Occurrence) and isinstance(last, Occurrence)):
        return None
    one, two = first.fields, last.fields
    if one.weekday and two.weekday:
        follow = one.weekday % 7 + 1 == two.weekday
    elif one.month and two.month:
        follow = one.month % 12 + 1 == two.month and not one.day and not two.day
    else:
        follow = False
    return Between(Occurrence(one, Toward.PREVIOUS, last), last) if follow else None


# In order, each with the flags of the readings that it can change.
REFINERS: dict[Refiner, int] = {
    drop_numbers_that_are_no_year: YEAR,
    drop_loose_digits: LOOSE,
    drop_attributes: YEAR | NAME | WEEKDAY | AMBIGUOUS | UNIT | SHIFT,
    drop_ambiguous_words: AMBIGUOUS,
    drop_nouns: AMBIGUOUS | UNIT,
    drop_names: NAME,
    drop_any_weekday: WEEKDAY,
    drop_articles_of_seconds: SECOND,
    drop_ages: AGE,
    drop_fractions: FRACTION,
    drop_small_eras: ERA,
    drop_parts_of_events: PART,
    drop_words_of_no_time: WORD,
    settle_conjunctions: CONJUNCTION,
    prefer_day_before_count: MONTH,
    longest_first: SEVERAL,
    seasons_of_sport: YEAR,
    share_eras: ERA,
    share_halves: CLOCK,
    join_times_elsewhere: CLOCK,
    share_years: SEVERAL | ERA,
    join_counts: SHIFT,
    shift_needs_a_date: SHIFT,
    dates_beside_shifts: SHIFT,
    join_lengths: SEVERAL,
    join_times: CLOCK,
    join_ranges: SEVERAL | ERA,
    clocks_of_their_day: CLOCK,
    read_misread_years: MONTH,
    read_misread_days: MONTH,
    drop_beside_unread: MONTH,
}
