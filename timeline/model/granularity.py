"""Which meanings name a single day, whatever the calendar says of it."""

from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Anchor,
    AtTime,
    Current,
    Meaning,
    Occurrence,
    Shift,
    Within,
    parts,
)
from timeline.model.units import Unit


def names_a_day(meaning: Meaning) -> bool:
    """Return whether a meaning names one day, a part of it or a time on it at most."""
    match meaning:
        case Absolute(fields=fields) | Occurrence(fields=fields) | Within(fields=fields):
            return fields.day is not None or fields.weekday is not None
        case AtTime(of=of):
            return names_a_day(of)
        case Shift():
            one = isinstance(meaning.of, Anchor | Current) or names_a_day(meaning.of)
            return meaning.unit is Unit.DAY and not meaning.as_length and one
        case Current():
            return meaning.unit is Unit.DAY
        case Anchor():
            return meaning == PUBLICATION
        case _:
            return False


def names_a_month(meaning: Meaning) -> bool:
    """Return whether a meaning names a month anywhere inside: "3 July", "Monday, 3 July"."""
    fields = getattr(meaning, "fields", None)
    return (fields is not None and fields.month is not None) or any(
        map(names_a_month, parts(meaning))
    )
