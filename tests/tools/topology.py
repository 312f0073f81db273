"""Read a TopoJSON file of the npm package world-atlas: rings of countries and of the land."""

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # longitude and latitude, in degrees


class Topology:
    """The arcs of a file, decoded, and the shapes that they make."""

    def __init__(self, path: Path) -> None:
        """Read the file."""
        held = json.loads(path.read_text("utf-8"))
        self.objects: dict[str, Any] = held["objects"]
        (by_x, by_y), (from_x, from_y) = held["transform"]["scale"], held["transform"]["translate"]
        self.arcs: list[list[Point]] = []
        for steps in held["arcs"]:
            x, y, points = 0, 0, []
            for dx, dy in steps:
                x, y = x + dx, y + dy
                points.append((x * by_x + from_x, y * by_y + from_y))
            self.arcs.append(points)

    def shapes(self, name: str) -> Iterator[tuple[str, list[list[int]]]]:
        """Yield each shape of an object: its id, and its rings as numbers of arcs."""
        for one in self.objects[name]["geometries"]:
            polygons = one.get("arcs", [])
            if one["type"] == "Polygon":
                polygons = [polygons]
            yield str(one.get("id", "")), [ring for polygon in polygons for ring in polygon]

    def ring(self, numbers: list[int]) -> list[Point]:
        """Return the points of a ring."""
        points: list[Point] = []
        for number in numbers:
            arc = self.arcs[number if number >= 0 else ~number]
            points += (arc if number >= 0 else arc[::-1])[1 if points else 0 :]
        return points

    def shared(self, name: str) -> list[int]:
        """Return the arcs that two shapes of an object share: borders on land."""
        used = Counter(
            number if number >= 0 else ~number
            for _, rings in self.shapes(name)
            for numbers in rings
            for number in numbers
        )
        return sorted(number for number, count in used.items() if count > 1)


def centre(ring: list[Point]) -> tuple[float, Point]:
    """Return the area of a ring and its centre of gravity."""
    total = x = y = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        cross = x1 * y2 - x2 * y1
        total, x, y = total + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not total:
        return 0.0, ring[0]
    return abs(total / 2), (x / (3 * total), y / (3 * total))
