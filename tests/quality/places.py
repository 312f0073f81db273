"""How well names of places are placed, on 200 names of events of two news collections.

    python -m tests.quality.places [--errors]

The gold (`tests/places/gold/`) holds facts only: a name, the names beside it, how often its
articles name countries and regions, and where the place lies by a person's judgement, or that it is
vague or no place. Names were drawn by lot, at most two alike of a collection. Rules and weights
were tuned on every other name; the figures of the rest are the held-out ones.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from timeline.places.context import Surroundings
from timeline.places.gazetteer import world
from timeline.places.place import Placement
from timeline.places.settling import Situation, settle

FOLDER = Path(__file__).parents[1] / "places" / "gold"
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the gold in its surroundings; `at` is where its place lies, if any."""

    collection: str
    name: str
    around: Situation
    at: tuple[float, float] | None
    within_km: float


@dataclass(frozen=True, slots=True)
class Shares:
    """How many names have a place, and the shares of them that are placed right, and of all wrong.

    The rest is shown as open.
    """

    names: int
    places: int
    right: float
    wrong: float


def gold() -> tuple[Named, ...]:
    """Read the gold."""
    whole = json.loads((FOLDER / "collections.json").read_text("utf-8"))
    wholes = {name: _surroundings(held) for name, held in whole.items()}
    rows = map(json.loads, (FOLDER / "names.jsonl").read_text("utf-8").splitlines())
    return tuple(_named(row, wholes[row["collection"]]) for row in rows)


def _named(row: dict[str, Any], whole: Surroundings) -> Named:
    around = Situation(
        tuple(row["beside"]), tuple(row["behind"]), _surroundings(row), whole, row["person"]
    )
    at = (row["at"][0], row["at"][1]) if "at" in row else None
    return Named(row["collection"], row["name"], around, at, row.get("within_km", 0))


def _surroundings(held: dict[str, Any]) -> Surroundings:
    regions = {tuple(key.split("/")): count for key, count in held["regions"].items()}
    spots = {world().candidates(name)[0]: count for name, count in held["spots"].items()}
    return Surroundings(Counter(held["countries"]), Counter(regions), Counter(spots))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the kilometres between two points on the earth."""
    (lat1, lon1), (lat2, lon2) = one, other
    high = sin(radians(lat2 - lat1) / 2) ** 2
    wide = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(high + wide))


def is_right(named: Named, placement: Placement) -> bool:
    """Return whether a name is placed where its place lies."""
    if placement.place is None or named.at is None:
        return False
    return distance(placement.place.point, named.at) <= named.within_km


def measured(names: Sequence[Named]) -> Shares:
    """Place names, and count."""
    found = [(one, settle(world(), one.name, one.around)) for one in names]
    right = sum(is_right(one, placement) for one, placement in found)
    placed = sum(placement.place is not None for _, placement in found)
    places = sum(one.at is not None for one in names)
    return Shares(len(names), places, 100 * right / places, 100 * (placed - right) / len(names))


def halves(names: Sequence[Named]) -> dict[str, Sequence[Named]]:
    """Return the names by what they serve for."""
    return {"all": names, "tuned": names[::2], "held out": names[1::2]}


def main(arguments: Sequence[str] = ()) -> int:
    """Print the shares, and what is wrong or open."""
    names = gold()
    for half, some in halves(names).items():
        shares = measured(some)
        print(
            f"{half:>8}: {shares.names} names, {shares.places} with a place: "
            f"right {shares.right:.1f} %, wrong {shares.wrong:.1f} %"
        )
    if "--errors" in arguments:
        for one in names:
            placement = settle(world(), one.name, one.around)
            if not is_right(one, placement) and (one.at or placement.place):
                place = placement.place
                words = world().words(place) if place else placement.state.value
                print(f"{one.collection}: {one.name} {one.around.beside} → {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
