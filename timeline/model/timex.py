"""TIMEX3 (ISO-TimeML): the annotation that temporal taggers exchange."""

from dataclasses import dataclass
from enum import StrEnum


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """Type, value and modifier of a time expression, by the TIMEX3 guidelines."""

    type: TimexType
    value: str
    mod: str | None = None
