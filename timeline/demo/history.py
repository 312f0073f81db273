"""What happened in the invented valley, read from `history.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newspaper or an agency: how it dates itself, spells and counts.

    `lag` is how many days its tolls are late, `more` how many dead it counts beyond the police.
    `copies` says that it prints texts of the agency, `undated` that it names no day of its own.
    """

    name: str
    folder: str
    header: str = ""
    opening: str = ""
    american: bool = False
    agency: bool = False
    copies: bool = False
    undated: bool = False
    lag: int = 0
    more: int = 0
    spelling: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """A day of the history and the sentences that tell it; `weight` is how many papers do."""

    key: str
    day: date
    weight: int
    place: str
    headlines: tuple[str, ...]
    ledes: tuple[str, ...]
    details: tuple[str, ...]
    quotes: tuple[str, ...]
    recalls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is announced for a day, told from one day until another."""

    announced: date
    until: date
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Toll:
    """What is known from a day on."""

    day: date
    dead: int
    missing: int
    homes: int


@dataclass(frozen=True, slots=True)
class History:
    """The whole history."""

    publishers: tuple[Publisher, ...]
    happenings: tuple[Happening, ...]
    plans: tuple[Plan, ...]
    tolls: tuple[Toll, ...]
    background: tuple[str, ...]

    def toll(self, day: date) -> Toll:
        """Return what is known on a day."""
        known = (toll for toll in self.tolls if toll.day <= day)
        return max(known, key=lambda toll: toll.day, default=self.tolls[0])


@cache
def history() -> History:
    """Return the history, read once."""
    text = files("timeline.demo").joinpath("history.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return History(
        publishers=tuple(Publisher(**one) for one in data["publishers"]),
        happenings=tuple(_happening(one) for one in data["events"]),
        plans=tuple(
            Plan(one["from"], one["until"], one["day"], one["text"]) for one in data["plans"]
        ),
        tolls=tuple(Toll(**one) for one in data["tolls"]),
        background=tuple(data["background"]["paragraphs"]),
    )


def _happening(one: Mapping[str, Any]) -> Happening:
    lists = ("headlines", "ledes", "details", "quotes", "recalls")
    told: dict[str, Any] = {name: tuple(one[name]) for name in lists}
    return Happening(**{**one, **told})
