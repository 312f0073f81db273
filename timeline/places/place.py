"""Places of the gazetteer, and what a name of one comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a place is, from the widest to the narrowest."""

    VAGUE = "vague"  # a continent, "the coast": it has no one spot
    COUNTRY = "country"
    WATER = "water"
    RIVER = "river"
    AREA = "area"
    REGION = "region"
    COUNTY = "county"
    CITY = "city"
    CAPITAL = "capital"
    LANDMARK = "landmark"


WIDTHS = {kind: width for width, kind in enumerate(Kind)}  # the larger the narrower


class State(StrEnum):
    """How far a name is settled; only what is placed stands on the map."""

    PLACED = "placed"
    AMBIGUOUS = "ambiguous"
    VAGUE = "vague"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place: where it lies, in degrees of WGS 84, and what holds it.

    `country` is a code of ISO 3166, `region` that of GeoNames for the first level below it; both
    are empty where none holds it. `alternates` are its other names, `people` what its inhabitants
    are called.
    """

    name: str
    kind: Kind
    lat: float
    lon: float
    country: str = ""
    region: str = ""
    population: int = 0
    alternates: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float]:
        """Its latitude and longitude."""
        return self.lat, self.lon


@dataclass(frozen=True, slots=True)
class Placement:
    """What a name comes to in its surroundings: its place, or the ones that it may be."""

    name: str
    state: State
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    chosen: bool = False  # by a person
