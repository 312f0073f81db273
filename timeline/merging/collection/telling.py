"""A telling: all that one article says of one event, which the clusters are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from timeline.merging.collection.words import Weights, words_of_group
from timeline.merging.names import Names
from timeline.model.event import Category, DatedMention
from timeline.model.when import Kind

Extent = tuple[int | None, int | None, Kind]


@dataclass(frozen=True, eq=False)
class Telling:
    """The mentions by which one article tells an event, as merging within the article joined them.

    `key` is that of the first mention, `extent` the first and last possible day and how the event
    lies between them; None where nothing is known of the date.
    """

    mentions: tuple[DatedMention, ...]
    words: Weights
    extent: Extent | None
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the key of the first mention."""
        object.__setattr__(self, "key", self.mentions[0].mention.key)

    @property
    def document(self) -> str:
        """The article that tells it."""
        return self.mentions[0].mention.document

    @cached_property
    def worth(self) -> float:
        """The worth of its best mention."""
        return max(told.mention.worth for told in self.mentions)

    @cached_property
    def only_said(self) -> bool:
        """Whether it tells what somebody said, and nothing else."""
        return all(told.mention.category is Category.STATEMENT for told in self.mentions)


def telling(mentions: Sequence[DatedMention], extent: Extent | None, names: Names) -> Telling:
    """Return the telling of mentions that one article makes one event of."""
    return Telling(tuple(mentions), words_of_group(mentions, names), extent)


def single_day(extent: Extent | None) -> int | None:
    """Return the day of an extent of one day, None for any other."""
    if extent is None or extent[0] is None or extent[0] != extent[1]:
        return None
    return extent[0]


Blocks = Mapping[Extent, Sequence[Telling]]
