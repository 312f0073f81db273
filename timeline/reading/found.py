"""What a search for marks yields: a mark, and the dates that stand in it."""

from dataclasses import dataclass

from timeline.model.article import DateClaim, Mark


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that is no part of the story, with the publication dates that it states."""

    mark: Mark
    claims: tuple[DateClaim, ...] = ()
