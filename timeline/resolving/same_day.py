"""Times of day on their own: which day they are of.

"A train derailed on Wednesday. ... At 15:19 it left the bridge": the time is of the day that the
text told last. What is to come has a line of its own: "The two meet on Friday. ... The talks begin
at noon." Where no day was told, it is that of publication. Whether a day was told, the meanings
alone decide, so that no publication day can change it.
"""

from dataclasses import dataclass, replace

from timeline.model.expression import Tense
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Meaning,
    Point,
    depends_on,
    substituted,
)
from timeline.resolving.extent import Extent


@dataclass(frozen=True, slots=True)
class DayLine:
    """The day that a text has come to, in what it tells and in what is to come."""

    told: Extent | None = None
    ahead: Extent | None = None

    def settled(
        self, meaning: Meaning, tense: Tense, mentioned: Extent | None
    ) -> tuple[Meaning, Extent | None]:
        """Give a meaning without the day that the text is at, and the date that it counts from.

        That is the day told last where the meaning is of it, else the date mentioned last.
        """
        if not depends_on(meaning, Point.DAY):
            return meaning, mentioned
        day = self.ahead if tense is Tense.FUTURE else self.told
        return substituted(meaning, SAME_DAY, PUBLICATION if day is None else MENTIONED), day

    def after(self, day: Extent | None, tense: Tense) -> "DayLine":
        """Give the line behind an expression that names a day, or none."""
        if day is None:
            return self
        return replace(self, ahead=day) if tense is Tense.FUTURE else replace(self, told=day)
