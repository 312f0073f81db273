"""What people say that a name means, as the history keeps it: a place as JSON."""

import json
from collections.abc import Mapping
from math import isfinite

from timeline.places.place import Kind, Place

MOST_LAT, MOST_LON = 90, 180


def written(place: Place) -> str:
    """Write a place as the text that the history keeps; the same place gives the same text."""
    held = {"name": place.name, "kind": place.kind.value, "lat": place.lat, "lon": place.lon}
    more = {"country": place.country, "region": place.region}
    return json.dumps({**held, **{k: v for k, v in more.items() if v}}, ensure_ascii=False)


def read_choice(text: str) -> Place:
    """Read what `written` wrote; raise ValueError where it is no place."""
    held = json.loads(text)
    try:
        kind, name = Kind(held["kind"]), str(held["name"])
        lat, lon = float(held["lat"]), float(held["lon"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"{text!r} is no place") from error
    if not on_earth(lat, lon):
        raise ValueError(f"{lat}, {lon} is no point of the earth")
    return Place(name, kind, lat, lon, str(held.get("country", "")), str(held.get("region", "")))


def chosen_places(kept: Mapping[str, str]) -> dict[str, Place]:
    """Read all that the history keeps, by name."""
    return {name: read_choice(text) for name, text in kept.items()}


def on_earth(lat: float, lon: float) -> bool:
    """Return whether degrees of latitude and longitude are a point of the earth."""
    return isfinite(lat) and isfinite(lon) and abs(lat) <= MOST_LAT and abs(lon) <= MOST_LON
