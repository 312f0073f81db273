"""Floors: figures below which a run must not fall, pinned beside the gold that they hold on.

`floors.json` holds for each run the SHA-256 of its gold and the figures of the day they were
pinned (`tests.quality.pin`). Figures in `scoring.COUNTS` are ceilings: less is better.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.quality.scoring import COUNTS, Figures

FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned figures of one run, and the digest of the gold."""

    gold: str
    figures: Figures


def load(path: Path = FILE) -> dict[str, Floors]:
    """Read the floors of every run."""
    if not path.exists():
        return {}
    content = json.loads(path.read_text("utf-8"))
    return {name: Floors(entry["gold"], entry["figures"]) for name, entry in content.items()}


def save(floors: Mapping[str, Floors], path: Path = FILE) -> None:
    """Write the floors, in the same bytes for the same floors."""
    content = {
        name: {"gold": floors[name].gold, "figures": floors[name].figures}
        for name in sorted(floors)
    }
    path.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def worse(name: str, figure: float, floor: float) -> bool:
    """Return whether a figure, by its name, is worse than its floor."""
    return figure > floor if name in COUNTS else figure < floor


def fallen(figures: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """Describe in a line each which figures are worse than their floors, or gone."""
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None:
            yield f"{name}: not measured, pinned at {floor}"
        elif worse(name, figure, floor):
            yield f"{name}: {figure}, pinned at {floor}"
