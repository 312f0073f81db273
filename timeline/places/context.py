"""What the articles of a collection say of where they are: the surroundings of a name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.model.event import Event
from timeline.places.folding import fold
from timeline.places.gazetteer import Gazetteer
from timeline.places.naming import GENERIC, names_in
from timeline.places.place import Kind, Place

_WELL_KNOWN = 1_000_000  # people: a city that shows its country by itself
_DOMINANT = 10  # times as many people as the next one of the name
_NEARLY_ALL = 0.9
_SPOTS = (Kind.WATER, Kind.RIVER, Kind.AREA, Kind.LANDMARK)


@dataclass(slots=True)
class Surroundings:
    """How often countries and regions are named, and which waters, areas and landmarks are."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, str]] = field(default_factory=Counter)
    spots: Counter[Place] = field(default_factory=Counter)

    def add(self, other: "Surroundings") -> None:
        """Count what another one counts, too."""
        self.countries += other.countries
        self.regions += other.regions
        self.spots += other.spots

    def share(self, country: str) -> float:
        """Return the share of a country among all that are named."""
        total = self.countries.total()
        return self.countries[country] / total if total else 0.0

    def region_share(self, country: str, region: str) -> float:
        """Return the share of a region among all that are named."""
        total = self.regions.total()
        return self.regions[country, region] / total if total else 0.0

    def spot(self, word: str) -> Place | None:
        """Return the water, area or landmark that a word is the head of, if hardly another is."""
        if word not in GENERIC:
            return None
        found = Counter({p: n for p, n in self.spots.items() if word in fold(p.name).split()})
        best = found.most_common(1)
        return best[0][0] if best and best[0][1] >= _NEARLY_ALL * found.total() else None


def surroundings(gazetteer: Gazetteer, sentences: Iterable[str]) -> Surroundings:
    """Count what sentences name."""
    found = Surroundings()
    for sentence in sentences:
        for name in dict.fromkeys(names_in(sentence)):
            place = _sure(gazetteer, name)
            if place is None:
                continue
            if place.country:
                found.countries[place.country] += 1
                if place.region:
                    found.regions[place.country, place.region] += 1
            if place.kind in _SPOTS:
                found.spots[place] += 1
    return found


def persons(events: Iterable[Event]) -> frozenset[str]:
    """Return the last words of actors' longer names, where they stand more often than as a place.

    "Hayward" is a city and, where Tony Hayward is told of, more likely he.
    """
    last: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for event in events:
        last.update(fold(actor).rpartition(" ")[2] for actor in event.actors if " " in actor)
        places.update(map(fold, event.places))
    return frozenset(name for name, count in last.items() if count > places[name])


@lru_cache(maxsize=1 << 15)
def _sure(gazetteer: Gazetteer, name: str) -> Place | None:
    """Return the place that a name means wherever it stands, if there is one."""
    people = gazetteer.peoples.get(name)
    if people is not None:
        return people
    found = gazetteer.candidates(name)
    if not found:
        return None
    countries = [p for p in found if p.kind is Kind.COUNTRY]
    regions = [p for p in found if p.kind is Kind.REGION and fold(p.name) == name]
    if countries:
        return None if any(p.country != countries[0].country for p in regions) else countries[0]
    top, *others = found
    apart = [p for p in others if (p.country, p.region) != (top.country, top.region)]
    clear = not apart or apart[0].population * _DOMINANT <= top.population
    known = top.kind is not Kind.VAGUE and top.population >= _WELL_KNOWN
    return top if clear and known and fold(top.name) == name else None
