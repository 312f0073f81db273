"""`places.csv`: places of one's own, that no gazetteer has.

UTF-8 with a header row and the columns `name`, `lat` and `lon`, in degrees, and optionally `kind`
and `country`, a code of ISO 3166. A row that cannot be used is left out with a warning.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.errors import PlacesError
from timeline.places.choices import on_earth
from timeline.places.folding import fold
from timeline.places.place import Kind, Place

PLACES_NAME = "places.csv"
NEEDED = ("name", "lat", "lon")
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """Places by their names, and a line of warning for each row that could not be used."""

    places: tuple[Place, ...] = ()
    warnings: tuple[str, ...] = ()


def own_places(text: str, name: str) -> OwnPlaces:
    """Read the content of a places.csv; `name` is how messages name the file.

    Raise `PlacesError` where a column is missing.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    head = lines[0] if lines else ""
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.DictReader(lines, delimiter=delimiter, restval="")
    columns = [column.strip().casefold() for column in rows.fieldnames or ()]
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise PlacesError(f"{name} has no column {missing[0]!r}; it needs name, lat and lon")
    rows.fieldnames = columns
    places, warnings = [], []
    for row in rows:
        place = _place(row)
        if isinstance(place, Place):
            places.append(place)
        else:
            warnings.append(f"{name}, line {rows.line_num}: {place}; left out")
    return OwnPlaces(tuple(places), tuple(warnings))


def _place(row: Mapping[str, str]) -> Place | str:
    """Return the place of a row, or what is wrong with it."""
    name, kind = row["name"].strip(), row.get("kind", "").strip().casefold() or Kind.LANDMARK
    if not fold(name):
        return "no name"
    if kind not in set(Kind) - {Kind.VAGUE}:
        return f"{kind!r} is no kind of place; there are {', '.join(sorted(set(Kind)))}"
    try:
        lat, lon = (float(row[column].strip().replace(",", ".")) for column in ("lat", "lon"))
    except ValueError:
        return f"{row['lat']!r}, {row['lon']!r} are no degrees"
    if not on_earth(lat, lon):
        return f"{lat:g}, {lon:g} is no point of the earth"
    return Place(name, Kind(kind), lat, lon, row.get("country", "").strip().upper())
