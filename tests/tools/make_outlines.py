"""Make `assets/vendor/world-outlines.json` of the npm package world-atlas (ISC).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m tests.tools.make_outlines package/countries-50m.json

The same file gives the same outlines. Land and borders are paths of SVG in the units of
`timeline/places/projection.py`.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.tools.topology import Point, Topology, centre
from timeline.places.projection import HEIGHT, WIDTH, project

TARGET = Path(__file__).parents[2] / "assets" / "vendor" / "world-outlines.json"
TOLERANCE = 1.5  # units of the map: about six kilometres
HALF_TURN, EDGE, SOUTH = 180, 180.01, -90.0  # degrees
SMALLEST = 6.0  # square units: islands below it are left out


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that lie nearer than the tolerance (Douglas, Peucker)."""
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        furthest, at = 0.0, 0
        for i in range(first + 1, last):
            x, y = points[i]
            off = (
                abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
                if length
                else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            )
            if off > furthest:
                furthest, at = off, i
        if furthest > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def path_of(points: list[Point], *, closed: bool) -> str:
    """Return a line as a path of whole units, each point counted from the one before."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = [
        f"{x2 - x1} {y2 - y1}"
        for (x1, y1), (x2, y2) in itertools.pairwise(whole)
        if (x1, y1) != (x2, y2)
    ]
    joined = "l" + " ".join(steps).replace(" -", "-")
    return f"M{whole[0][0]} {whole[0][1]}{joined}{'z' if closed else ''}" if steps else ""


def unwrapped(line: list[Point]) -> list[Point]:
    """Return a line whose longitudes go on where it crosses the date line, past 180 degrees."""
    points, turn, before = [], 0, line[0][0]
    for lon, lat in line:
        turn += 360 * ((before - lon > HALF_TURN) - (lon - before > HALF_TURN))
        before = lon
        points.append((lon + turn, lat))
    return points


def copies(line: list[Point], *, closed: bool) -> Iterator[list[Point]]:
    """Yield a line on the flat map; a second time at the other edge where it crosses the date line.

    What goes round the pole is closed along the lower edge.
    """
    points = unwrapped(line)
    if closed and abs(points[-1][0] - points[0][0]) > HALF_TURN:
        points = [*points, (points[-1][0], SOUTH), (points[0][0], SOUTH)]
    lons = [lon for lon, _ in points]
    shifts = [0, *([-360] if max(lons) > EDGE else []), *([360] if min(lons) < -EDGE else [])]
    for shift in shifts if max(lons) - min(lons) < 2 * HALF_TURN else [0]:
        yield thinned([project(lat, lon + shift) for lon, lat in points], TOLERANCE)


def main(source: Path) -> None:
    """Write the outlines."""
    world = Topology(source)
    land = "".join(
        path_of(ring, closed=True)
        for _, rings in world.shapes("land")
        for numbers in rings
        for ring in copies(world.ring(numbers), closed=True)
        if centre(ring)[0] >= SMALLEST
    )
    borders = "".join(
        path_of(line, closed=False)
        for number in world.shared("countries")
        for line in copies(world.arcs[number], closed=False)
    )
    held = {"width": WIDTH, "height": HEIGHT, "land": land, "borders": borders}
    TARGET.write_text(json.dumps(held, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
