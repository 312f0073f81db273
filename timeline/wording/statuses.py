"""What each status means, in the words of legends, exports and the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.model.event import Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words for a status: its `meaning`, and the `doubt` that it leaves; empty for none."""

    meaning: str
    doubt: str


_UNPROVEN = "somebody says so, without proof"
_DENIED = "somebody says it did not happen"
STATUS_WORDS: Mapping[Status, StatusWords] = MappingProxyType(
    {
        Status.HAPPENED: StatusWords("told as a fact", ""),
        Status.ONGOING: StatusWords("going on when it was written", "ongoing"),
        Status.PLANNED: StatusWords("announced for this time", "planned, not told as a fact"),
        Status.ALLEGED: StatusWords(_UNPROVEN, f"alleged: {_UNPROVEN}"),
        Status.THREATENED: StatusWords("announced as a threat", "announced as a threat"),
        Status.DENIED: StatusWords(_DENIED, f"denied: {_DENIED}"),
        Status.HYPOTHETICAL: StatusWords("only under a condition", "only under a condition"),
        Status.CANCELLED: StatusWords("was planned and called off", "was planned and called off"),
    }
)
