"""The gazetteer: names of places all over the world, and the places that go by them.

`gazetteer.tsv.xz` is made of GeoNames by `tests/tools/make_gazetteer.py`; `features.csv` holds what
GeoNames packages lack: waters, deserts, landmarks, and names that have no one spot.
"""

import csv
import lzma
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from sys import intern

from timeline.places.folding import fold
from timeline.places.place import Kind, Place

_HERE = Path(__file__).parent
_LARGE = 1_000_000  # people: as many as a place of features.csv counts for
_MOST_CANDIDATES = 40
_NAME, _FOLDED = 3, 7  # columns of the file


class Gazetteer:
    """Places by their names. A name is looked up without case, accents and points."""

    def __init__(self, lines: Sequence[str], places: Iterable[Place] = ()) -> None:
        """Index lines of the file, which become places when they are asked for, and places."""
        self._lines = lines
        self._more = tuple(places)
        self._rows: dict[str, list[int]] = {}
        for row, line in enumerate(lines):
            fields = line.split("\t")
            for name in (fields[_FOLDED] or fields[_NAME].lower()).split("|"):
                self._rows.setdefault(name or fields[_NAME].lower(), []).append(row)
        for row, place in enumerate(self._more, len(lines)):
            for name in dict.fromkeys(map(fold, (place.name, *place.alternates))):
                self._rows.setdefault(name, []).append(row)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name, the most populous first."""
        rows = self._rows.get(fold(name), ())
        found = sorted(map(self._place, rows), key=lambda p: (-p.population, p.lat, p.lon))
        return tuple(found[:_MOST_CANDIDATES])

    def _place(self, row: int) -> Place:
        known = len(self._lines)
        return place_of(self._lines[row]) if row < known else self._more[row - known]

    def _of_kind(self, kind: Kind) -> Iterator[Place]:
        head = f"{kind.value}\t"
        return (place_of(line) for line in self._lines if line.startswith(head))

    @cached_property
    def countries(self) -> dict[str, Place]:
        """The countries by their codes."""
        return {p.country: p for p in self._of_kind(Kind.COUNTRY)}

    @cached_property
    def regions(self) -> dict[tuple[str, str], Place]:
        """The regions by the codes of their country and their own."""
        return {(p.country, p.region): p for p in self._of_kind(Kind.REGION)}

    @cached_property
    def peoples(self) -> dict[str, Place]:
        """The countries by what their inhabitants are called."""
        return {fold(word): p for p in self.countries.values() for word in p.people}

    def words(self, place: Place) -> str:
        """Return a place with what holds it: "Tripoli, Lebanon"."""
        region = self.regions.get((place.country, place.region))
        country = self.countries.get(place.country)
        above = (region if place.kind is not Kind.REGION else None, country)
        names = (p.name for p in above if p is not None and p.name != place.name)
        return ", ".join(dict.fromkeys((place.name, *names)))


@cache
def world() -> Gazetteer:
    """Return the gazetteer of the package, read once a process."""
    text = lzma.decompress((_HERE / "gazetteer.tsv.xz").read_bytes()).decode()
    return Gazetteer(text.splitlines(), _features())


@lru_cache(maxsize=1 << 14)
def place_of(line: str) -> Place:
    """Read a line of the file."""
    kind, country, region, name, lat, lon, population, _, people = line.split("\t")
    return Place(
        name,
        Kind(kind),
        float(lat),
        float(lon),
        intern(country),
        intern(region),
        int(population),
        people=tuple(people.split("|")) if people else (),
    )


def _features() -> Iterator[Place]:
    with (_HERE / "features.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Place(
                row["name"],
                Kind(row["kind"]),
                float(row["lat"] or 0),
                float(row["lon"] or 0),
                row["country"],
                population=_LARGE,
                alternates=tuple(filter(None, row["alternates"].split("|"))),
            )
