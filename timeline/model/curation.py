"""What people decided on an event, as the event carries it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of an event as a whole."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decision:
    """One field that a person fixed: its value, and what the machine said of it then, as text.

    `seq` is the number of the edit in the history.
    """

    seq: int
    field: str
    value: str
    machine: str | None
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Curation:
    """All that people decided on an event.

    `machine` is what the machine says of each field now, as text. `disagreements` are sentences
    for the user: where the machine has changed its mind since a person decided. `added` says that
    a person brought the event, `grouped` is the number of the edit that merged or split it.
    """

    verdict: Verdict | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    pinned: bool = False
    added: bool = False
    grouped: int | None = None
    decisions: tuple[Decision, ...] = ()
    machine: tuple[tuple[str, str], ...] = ()
    disagreements: tuple[str, ...] = ()
