"""What an expression is read under, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from timeline.model.expression import Tense
from timeline.model.when import UNDATED, When
from timeline.resolving.extent import Extent


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known when an expression is read, for one possible publication day."""

    publication: int | None = None
    published: When = UNDATED
    mentioned: Extent | None = None
    period: Extent | None = None
    tense: Tense = Tense.UNKNOWN
    known: Mapping[str, When] = field(default_factory=dict)
    yearly: bool = False  # whether the text spoke of months or a year after that period
    story: bool = False  # whether the expression would count from publication in news
    day_of: str = "publication"  # what the day is of, in words: "the message" within a text

    def at(
        self,
        mentioned: Extent | None,
        period: Extent | None,
        tense: Tense,
        *,
        yearly: bool,
        story: bool,
    ) -> "Frame":
        """The same publication day, at an expression further on in the text."""
        return Frame(
            self.publication,
            self.published,
            mentioned,
            period,
            tense,
            self.known,
            yearly,
            story,
            self.day_of,
        )


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An extent (None: it cannot be placed) and how it was reached, a line a step.

    `core` is the date that TIMEX3 names, where a preposition or part of it changes the extent:
    2021 in "since 2021", May in "late May".
    """

    extent: Extent | None
    steps: tuple[str, ...] = ()
    core: Extent | None = None

    def then(self, extent: Extent | None, *lines: str) -> "Evaluated":
        """A further extent with the lines that lead there; no lines where it failed."""
        return Evaluated(extent, self.steps + (lines if extent is not None else ()), extent)

    def around(self, extent: Extent | None, *lines: str) -> "Evaluated":
        """The same, but TIMEX3 still names the date that it was before."""
        return replace(self.then(extent, *lines), core=self.core)
