"""Several fields of one event put right at once, as one change that one undo takes back."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.errors import EditError
from timeline.model.event import Category, Event, Status
from timeline.model.when import When
from timeline.wording.fields import FIELDS

FieldValue = str | When | Status | Category | tuple[str, ...]


class FieldChanges:
    """What a person puts in the place of an event's fields, by their keys; None leaves it as it is.

    A value is of the kind of its field: a text, a date, a status, names.
    """

    __slots__ = ("values",)
    values: Mapping[str, FieldValue]

    def __init__(self, **values: FieldValue | None) -> None:
        """Refuse a field that there is not, and an empty one that no event lacks."""
        self.values = {key: value for key, value in values.items() if value is not None}
        for key, value in self.values.items():
            if key not in FIELDS or not FIELDS[key].typed:
                raise EditError(f"no field is called {key!r}")
            if FIELDS[key].needed and not str(value).strip():
                raise EditError(f"an event needs a {FIELDS[key].name}")

    def get(self, key: str, other: Any = None) -> Any:  # noqa: ANN401 - of the field's kind
        """Return what is put into a field, or what stands for nothing."""
        return self.values.get(key, other)

    def texts(self) -> Iterator[tuple[str, str | None]]:
        """Yield each field that changes with its value as the history keeps it."""
        for key, field in FIELDS.items():
            if key in self.values:
                yield key, field.kept(self.values[key])


def held_text(event: Event, field: str) -> str:
    """Return what an event has in a field now, as the history would keep it; empty for nothing."""
    return FIELDS[field].text(event)
