"""A date as plain values, as every JSON of the product writes it."""

from typing import Any

from timeline.model.calendar import iso_date
from timeline.model.edtf import to_edtf
from timeline.model.when import When


def when_record(when: When) -> dict[str, Any]:
    """Return a date; `start` and `end` are ISO 8601 days, None where open or unknown."""
    return {
        "edtf": to_edtf(when),
        "start": day(when.first),
        "end": day(when.last),
        "precision": when.precision.value,
        "approximate": when.approximate,
        "basis": when.basis.value,
    }


def day(number: int | None) -> str | None:
    """Write a day number as an ISO 8601 date; None stays None."""
    return None if number is None else iso_date(number)
