"""Runs over the TimeML sets that are there: none where TIMELINE_CORPORA names no folder."""

import os
from dataclasses import asdict
from functools import cache
from pathlib import Path

from tests.quality.gold_set import digest
from tests.quality.scoring import Figures
from tests.quality.timex import SETS, figures, run


def folders() -> dict[str, Path]:
    """Give the folders of the sets that exist, by the name of the run: "timex-timebank", ..."""
    corpora = os.environ.get("TIMELINE_CORPORA")
    found = {f"timex-{name}": Path(corpora) / name for name in SETS} if corpora else {}
    return {name: folder for name, folder in found.items() if folder.is_dir()}


@cache
def measure(name: str) -> tuple[str, Figures]:
    """Tag a set; gives the digest of its files and the figures, rounded down to a decimal."""
    folder = folders()[name]
    _, found = run(folder)
    measured = asdict(figures(found))
    rounded = {figure: int(10 * value) / 10 for figure, value in measured.items()}
    return digest(list(folder.glob("*.tml"))), rounded
