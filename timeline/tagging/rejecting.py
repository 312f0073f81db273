"""Why readings are rejected, each in a sentence that a reporter understands."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from timeline.tagging import (
    ages,
    attributes,
    eras,
    lengths_joined,
    lookalikes,
    misread_numbers,
    names,
    number_lookalikes,
    parts_of_events,
    refiners,
    shared_years,
    surroundings,
    times_joined,
    unread_beside,
)
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Alphabet, Token

SMALL = "It names a time only with a capital letter; with a small one it is another word."
NO_CALENDAR = "No calendar has such a date."
# What a step that drops readings drops them for.
LOOKALIKES: dict[Callable[..., list[Candidate]], str] = {
    number_lookalikes.drop_numbers_that_are_no_year: "The number counts or names something here; "
    "nothing beside it says that it is a year.",
    lookalikes.drop_ambiguous_words: "The word has another meaning as well; it names a time only "
    'after a word such as "in", "on" or "since", or beside a number.',
    number_lookalikes.drop_loose_digits: "Nothing says that these digits are a date and no other "
    "number.",
    unread_beside.prefer_day_before_count: "The number behind it counts something; the day stands "
    "before the month.",
    unread_beside.drop_beside_unread: "It touches something that is not read and may belong to it, "
    "so that the date is not whole.",
    lookalikes.drop_nouns: "It is a fall, a spring or the year of something, and no time that "
    "counts from the writer's.",
    attributes.drop_attributes: "It numbers a thing, qualifies a noun or names somebody here.",
    names.drop_names: "It is part of a name.",
    lookalikes.drop_any_weekday: "It says on which day of the week, but not of which week.",
    lookalikes.drop_articles_of_seconds: '"Second" counts a place in an order far more often than '
    "a moment.",
    ages.drop_ages: "It is an age.",
    lookalikes.drop_fractions: "It is a share of something, not of a year.",
    lookalikes.drop_words_of_no_time: "The word only opens the sentence, or speaks of our times.",
    surroundings.settle_conjunctions: "What stands behind it tells from what it counts.",
    parts_of_events.drop_parts_of_events: "It is a part of an event, which it does not date.",
    eras.drop_small_eras: "Without capitals or dots it is a word, not an era.",
}
# Steps that make other readings of those they take.
JOINING: dict[Callable[..., list[Candidate]], str] = {
    refiners.longest_first: "part of the longer",
    eras.share_eras: "read with the era of the year behind it, as",
    surroundings.share_halves: "read in the half of the day of the clock time behind it, as",
    shared_years.share_years: "read with the year of the date that it is listed with, as",
    refiners.join_counts: "joined to what it counts from, as",
    refiners.shift_needs_a_date: "without another date in the sentence to count from, read as",
    surroundings.dates_beside_shifts: "beside a date that it is, read as",
    surroundings.clocks_of_their_day: "told with the day of its sentence, as",
    surroundings.seasons_of_sport: "in a sentence on sport the season",
    times_joined.join_times_elsewhere: "the same time by another clock, in",
    misread_numbers.read_misread_years: "read with the year behind it, in letters, as",
    misread_numbers.read_misread_days: "read with the day beside it, in letters, as",
    lengths_joined.join_lengths: "joined with the date that it leads up to,",
    times_joined.join_times: "joined with the time beside it,",
    refiners.join_ranges: "joined with its neighbour to one stretch,",
}
# Words that can be of time, and what they lack where no rule reads them.
UNREAD = {
    "YEAR": "It has the form of a year, but no rule reads it here.",
    "ORDINAL": "It is an ordinal, and no month, weekday, quarter or century follows it.",
    "DAYNUM": "It is a number, and neither a month nor a unit of time stands beside it.",
    "NUMBER": "It is a number, and neither a month nor a unit of time stands beside it.",
    "MONTH": "It can be a month, but no rule reads it here.",
    "WEEKDAY": "It can be a weekday, but no rule reads it here.",
    "UNIT": "It is a unit of time, and nothing says which one or how many.",
    "UNITS": "It is a unit of time, and nothing says which ones or how many.",
    "SEASON": "It can be a season, but no rule reads it here.",
    "DAYPART": "It is a part of the day, and no day is named.",
    "RELATIVE": "It needs a month, a weekday or a unit of time behind it.",
}


def why_dropped(
    candidate: Candidate,
    kept: Sequence[Candidate],
    tokens: Sequence[Token],
    refiner: Callable[..., list[Candidate]],
) -> str | None:
    """Return why a step did not keep a reading; None where it stands."""
    if candidate in kept:
        return None
    if refiner in LOOKALIKES:
        return LOOKALIKES[refiner]
    winner = next((k for k in kept if k.first < candidate.last and candidate.first < k.last), None)
    if winner is None:
        return "Another reading took its words."
    words = _quoted(winner, tokens)
    if refiner is refiners.longest_first and winner.size == candidate.size:
        return f'The rule "{winner.rule}" reads {words} as well, and comes first.'
    return f"It is {JOINING[refiner]} {words}."


def _quoted(candidate: Candidate, tokens: Sequence[Token]) -> str:
    here = tokens[candidate.first : candidate.last]
    out = here[0].text
    for one, two in pairwise(here):
        out += (" " if two.start > one.end else "") + two.text
    return f'"{out}"'


def unread_words(tokens: Sequence[Token], letters: Alphabet) -> Iterator[tuple[Token, str]]:
    """Return the words that can be of time, each with what it lacks to be a date."""
    kinds = [(set(letters.letters_of(name)), why) for name, why in UNREAD.items()]
    for token in tokens:
        why = next((why for of_kind, why in kinds if token.letter in of_kind), None)
        if token.low in letters.lexicon.capital and token.text[0].islower():
            why = SMALL
        if why is not None:
            yield token, why
