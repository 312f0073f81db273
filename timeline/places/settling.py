"""Which place a name means in its surroundings, or that it stays open."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.places.context import Surroundings
from timeline.places.folding import fold
from timeline.places.gazetteer import Gazetteer
from timeline.places.naming import FEATURES, without_site
from timeline.places.place import WIDTHS, Kind, Place, Placement, State
from timeline.places.scoring import (
    ALONE,
    LEAST,
    MARGIN,
    SOLE,
    WELL_KNOWN,
    Beside,
    holds,
    prior,
    score,
    supported,
)

_TOWNS = frozenset({Kind.CITY, Kind.CAPITAL})
_HELD = frozenset({Kind.CITY, Kind.CAPITAL, Kind.REGION, Kind.COUNTY})  # by region and country
MOST_OFFERED = 6  # places that a name is offered to mean


@dataclass(frozen=True, slots=True)
class Situation:
    """What stands around a name: other names of its event, those behind a comma, its articles.

    `person` says that people of the collection bear the name.
    """

    beside: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    articles: Surroundings = field(default_factory=Surroundings)
    collection: Surroundings = field(default_factory=Surroundings)
    person: bool = False


def settle(gazetteer: Gazetteer, name: str, around: Situation) -> Placement:
    """Return what a name comes to."""
    candidates = _candidates(gazetteer, name, around)
    if not candidates:
        return Placement(name, State.UNKNOWN)
    beside = Beside(
        _holders(gazetteer, around.beside),
        _holders(gazetteer, around.behind),
        around.articles,
        around.collection,
    )
    return _settled(name, candidates, beside, sure=not around.person)


def _candidates(gazetteer: Gazetteer, name: str, around: Situation) -> tuple[Place, ...]:
    found = gazetteer.candidates(name)
    if not found or found[0].kind is Kind.VAGUE:
        spot = around.articles.spot(fold(name)) or around.collection.spot(fold(name))
        return (spot,) if spot else found or gazetteer.candidates(without_site(name))
    return found


def _holders(gazetteer: Gazetteer, names: Iterable[str]) -> list[Place]:
    """Return the countries and regions of names; one that is a city's as well stands beside it."""
    wide = (Kind.COUNTRY, Kind.REGION)
    return [p for n in names for p in _narrowed(n, gazetteer.candidates(n)) if p.kind in wide]


def _settled(name: str, candidates: Iterable[Place], beside: Beside, *, sure: bool) -> Placement:
    """Return the place that a name means, or what it may mean where none leads clearly.

    Where somebody has the same name (not `sure`), only a place that is held by another one
    named beside it counts.
    """
    scores = {place: score(name, place, beside) for place in _narrowed(name, candidates)}
    ranked = sorted(scores, key=lambda place: (-scores[place], place.lat, place.lon))
    offered = tuple(ranked[:MOST_OFFERED])
    best, *others = ranked
    if best.kind is Kind.VAGUE:
        return Placement(name, State.VAGUE)
    near = (*beside.named, *beside.qualifying)
    held = any(holds(wide, best) for wide in near)
    if _contradicted(best, beside):
        return Placement(name, State.AMBIGUOUS, candidates=offered)
    clear = not others or scores[best] - scores[others[0]] >= MARGIN
    if held or (sure and not _is_feature(name, best)):
        known = prior(name, best)
        alone = all(known - prior(name, other) >= ALONE for other in others)
        enough = SOLE if alone else WELL_KNOWN
        trusted = known >= enough or (known >= LEAST and supported(best, beside))
    else:
        trusted = best.kind not in _HELD
    if clear and trusted:
        return Placement(name, State.PLACED, best)
    return Placement(name, State.AMBIGUOUS, candidates=offered)


def _contradicted(place: Place, beside: Beside) -> bool:
    """Return whether what stands behind the name holds another place of it: "Venice, La."."""
    wider = [wide for wide in beside.qualifying if WIDTHS[wide.kind] < WIDTHS[place.kind]]
    return place.kind in _HELD and bool(wider) and not any(holds(wide, place) for wide in wider)


def _is_feature(name: str, place: Place) -> bool:
    """Return whether a town is named as a river, an island or a park: more likely it is one."""
    return place.kind is Kind.CITY and fold(name).rpartition(" ")[2] in FEATURES


def _narrowed(name: str, candidates: Iterable[Place]) -> list[Place]:
    """Leave out a region or county of which a city bears the name: it lies about there."""
    found = list(dict.fromkeys(candidates))
    named = (p for p in found if p.kind in _TOWNS and fold(p.name) == fold(name))
    cities = {(p.country, p.region) for p in named}
    wide = {Kind.REGION, Kind.COUNTY}
    return [p for p in found if p.kind not in wide or (p.country, p.region) not in cities]
