"""How a date was read, told in order; and why it could not be placed."""

from timeline.model.meaning import (
    AtTime,
    Frequency,
    Length,
    Meaning,
    Point,
    Portion,
    Vague,
    depends_on,
)
from timeline.model.when import When
from timeline.resolving.frame import Evaluated
from timeline.wording.dates import day_in_words, interval_in_words, time_in_words


def explanation(
    meaning: Meaning, early: Evaluated, late: Evaluated, when: When, published: When
) -> tuple[str, ...]:
    """Return the steps of a reading, a sentence each.

    `early` and `late` are the readings under the first and the last possible day of publication;
    where they differ, both are told.
    """
    if not when.resolved:
        return (_why_open(meaning, published),)
    if early.extent == late.extent:
        return early.steps
    known = time_in_words(published.first, published.last)
    return (
        f"The article was published {known}, so this date is a range.",
        *_under("first", published.first, early),
        *_under("last", published.last, late),
        f"Together: {interval_in_words(when.first, when.last)}.",
    )


def _under(which: str, day: int | None, end: Evaluated) -> tuple[str, ...]:
    """Return what the date comes to if the article was published on one of the edges."""
    if day is None or not end.steps:
        return ()
    step = end.steps[-1]
    named = day_in_words(day, with_weekday=True)
    return (f"If published on the {which} of these days, {named}: {step[0].lower()}{step[1:]}",)


def _why_open(meaning: Meaning, published: When) -> str:
    inner = meaning.of if isinstance(meaning, AtTime | Portion) else meaning
    if isinstance(inner, Vague):
        return "The words name no date; they only relate to the time of writing."
    if isinstance(inner, Length):
        return "A length of time; nothing says when it begins."
    if isinstance(inner, Frequency):
        return "It recurs; no single date is named."
    if not published.resolved:
        return (
            "It counts from the day of publication, which is not known. Give that date to place it."
        )
    if depends_on(meaning, Point.PUBLICATION):
        return "The calendar has no such day in the time that it counts from."
    return "Nothing in the text says from which date it counts."
