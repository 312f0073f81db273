"""A map of columns that a person gives: "date=When,title=What,place=Where"."""

from collections.abc import Mapping, Sequence

from timeline.errors import TimelineError
from timeline.importing.known_tables import KnownTable
from timeline.importing.table_columns import plain_name
from timeline.wording.plain_text import one_line

# What a column may be called in the map, and the field that it is.
FIELDS: Mapping[str, str] = {
    "title": "title",
    "date": "date",
    "start": "start",
    "end": "end",
    "status": "status",
    "category": "category",
    "actor": "actors",
    "actors": "actors",
    "place": "places",
    "places": "places",
    "text": "said",
    "url": "url",
    "source": "source",
    "latitude": "latitude",
    "longitude": "longitude",
    "killed": "killed",
}
_AS_FORMS = ("title", "said")


def column_map(written: str) -> dict[str, str]:
    """Read a map: our name, an equals sign, the name of the column, with commas between.

    Raise TimelineError where a name of ours is not known or no title or date is named.
    """
    found: dict[str, str] = {}
    for item in written.split(","):
        ours, sign, theirs = item.partition("=")
        name = ours.strip().casefold()
        if not sign or not theirs.strip():
            raise TimelineError(f"--columns: {item.strip()!r} is not of the form title=What")
        if name not in FIELDS:
            raise TimelineError(
                f"--columns: {name!r} is none of {', '.join(FIELDS)}; write ours=theirs"
            )
        found[FIELDS[name]] = theirs.strip()
    if "title" not in found or {"date", "start", "end"}.isdisjoint(found):
        raise TimelineError("--columns: name a column for title, and one for date, start or end")
    return found


def mapped_table(given: Mapping[str, str], header: Sequence[str], name: str) -> KnownTable:
    """Return what a person says of a table; raise TimelineError where it has no such column."""
    plain = [plain_name(cell) for cell in header]
    fields: dict[str, tuple[str, ...]] = {}
    for ours, theirs in given.items():
        column = plain_name(theirs)
        if column not in plain:
            there = ", ".join(one_line(cell) for cell in header if cell.strip())
            raise TimelineError(f"{name}: has no column {theirs!r}; there are: {there[:300]}")
        fields[ours] = (f"{{{column}}}",) if ours in _AS_FORMS else (column,)
    return KnownTable(name="", **fields)  # type: ignore[arg-type]  # names of columns only
