"""Runs over the TimeML sets that are there: always the own passages, the corpora where they are."""

from dataclasses import asdict
from functools import cache

from tests.quality import timex
from tests.quality.gold_set import digest
from tests.quality.scoring import Figures

PREFIX = "timex-"


def names() -> tuple[str, ...]:
    """Name every run that can be made here: "timex-own-de", "timex-timebank", ..."""
    return tuple(PREFIX + name for name in timex.folders())


@cache
def measure(name: str) -> tuple[str, Figures]:
    """Tag a set; gives the digest of its files and the figures, rounded down to a decimal."""
    folder = timex.folders()[name.removeprefix(PREFIX)]
    _, found = timex.run(folder)
    measured = asdict(timex.figures(found))
    rounded = {figure: int(10 * value) / 10 for figure, value in measured.items()}
    return digest(list(folder.glob("*.tml"))), rounded
