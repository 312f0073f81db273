"""How likely a name means one of its places, in its surroundings.

A score is a sum of decimal orders of magnitude: a place of ten times as many people counts one
more. The weights below were set on half of the gold of `tests/places/gold`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import log10

from timeline.places.context import Surroundings
from timeline.places.folding import fold, shorter
from timeline.places.place import Kind, Place

MARGIN = 0.6  # by which the best must lead
WELL_KNOWN = 6.3  # from which on a place needs nothing beside its name
SOLE = 5.4  # the same where no other place of the name comes near it
ALONE = 1.5  # from which lead on none comes near
LEAST = 3.6  # below which only what holds the place helps: other names of smaller towns
_BY_KIND = {Kind.COUNTRY: 1.0, Kind.CAPITAL: 1.6, Kind.REGION: -0.3}
_SPOT = 1.0  # of waters, areas and landmarks, which the table names for their renown
_CURATED = frozenset({Kind.COUNTRY, Kind.WATER, Kind.RIVER, Kind.AREA, Kind.LANDMARK, Kind.VAGUE})
_OTHER_NAME, _OTHER_NAME_OF_REGION = -2.0, -0.5
_ARTICLE_COUNTRY, _ARTICLE_REGION, _COLLECTION = 2.5, 1.5, 0.7
_WITHIN_NAMED = 3.0  # another place of the event holds it
_QUALIFIED = 4.0  # what holds it stands behind it, after a comma
_UNSUPPORTED = -0.8  # where another place of the name is supported
_LEAST_SHARE, _LEAST_OF_COLLECTION = 0.08, 0.25


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a name: in its event, behind a comma, in its articles, in all of them."""

    named: Collection[Place]
    qualifying: Collection[Place]
    articles: Surroundings
    collection: Surroundings


def holds(wide: Place, place: Place) -> bool:
    """Return whether a country or a region holds a place."""
    if wide == place or not place.country:
        return False
    if wide.kind is Kind.COUNTRY:
        return wide.country == place.country
    within = place.region in {wide.region, ""}  # of some places only the country is known
    return wide.kind is Kind.REGION and wide.country == place.country and within


def prior(name: str, place: Place) -> float:
    """Return what speaks for a place before anything beside its name is looked at."""
    known = log10(place.population + 100)
    known += _BY_KIND.get(place.kind, _SPOT if place.kind in _CURATED else 0.0)
    if place.kind in _CURATED or shorter(fold(place.name)) == shorter(fold(name)):
        return known
    return known + (_OTHER_NAME_OF_REGION if place.kind is Kind.REGION else _OTHER_NAME)


def supported(place: Place, beside: Beside) -> bool:
    """Return whether anything beside the name speaks for a place."""
    if any(holds(wide, place) for wide in (*beside.named, *beside.qualifying)):
        return True
    if not place.country:
        return False
    share = beside.articles.share(place.country)
    return share >= _LEAST_SHARE or (
        not beside.articles.countries
        and beside.collection.share(place.country) >= _LEAST_OF_COLLECTION
    )


def score(name: str, place: Place, beside: Beside) -> float:
    """Return how much speaks for a place."""
    total = prior(name, place)
    total += _ARTICLE_COUNTRY * beside.articles.share(place.country)
    if place.region:
        total += _ARTICLE_REGION * beside.articles.region_share(place.country, place.region)
    total += _COLLECTION * beside.collection.share(place.country)
    if any(holds(wide, place) for wide in beside.named):
        total += _WITHIN_NAMED
    if any(holds(wide, place) for wide in beside.qualifying):
        total += _QUALIFIED
    return total if supported(place, beside) or not place.country else total + _UNSUPPORTED
