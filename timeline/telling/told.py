"""What is known of how an event is told; places are those in the event's list of mentions."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.event import DatedMention
from timeline.model.figure import Measure
from timeline.model.when import When


class ChangeKind(StrEnum):
    """What changed from the tellings before to this one."""

    FIRST = "first report"
    FIGURE = "figure"  # told for the first time
    RISE = "rise"
    CORRECTION = "correction"  # a lower figure than was told before
    DATE = "date"  # another date than was told before
    NARROWED = "narrowed"  # the same date, more exactly
    STATUS = "status"


class Aspect(StrEnum):
    """What tellings differ in, or what one of them alone has."""

    DATE = "date"
    STATUS = "status"
    FIGURE = "figure"
    PLACE = "place"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as it was first told; `copies` are the later mentions in the same words.

    `published` is the date of the article, unresolved where nobody knows it. `agency` is the news
    agency that the sentence names before it begins, `voice` the first article of those that share
    a sentence: they count as one. `publishers` are those of it and of its copies, each once.
    """

    place: int
    dated: DatedMention
    published: When
    agency: str | None
    voice: str
    copies: tuple[int, ...] = ()
    publishers: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The article that tells it."""
        return self.dated.mention.document

    @property
    def publisher(self) -> str | None:
        """Who published the article, as far as it is known."""
        return self.dated.publisher

    @property
    def day(self) -> int | None:
        """The first day on which it may have been published; None where that is not known."""
        first = self.published.first
        return self.published.last if first is None else first


@dataclass(frozen=True, slots=True)
class Change:
    """What a telling was the first to say; `before` is None where nothing was told of it."""

    kind: ChangeKind
    place: int
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class View:
    """What some tellings say, with how many articles (copies once) and publishers do."""

    words: str
    articles: int
    publishers: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Views that cannot all be right, the one of most articles first."""

    aspect: Aspect
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one publisher says and no other does, and where it says so first."""

    aspect: Aspect
    words: str
    publisher: str
    place: int


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on the day of its publication."""

    day: int
    number: float
    words: str
    place: int


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one measure in the order of publication, each day and number once."""

    measure: Measure
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How an event is told: `tellings` in the order of publication, `best` tells it best.

    `dates` are the dates told of it, that of most articles first, whether they differ or not.
    """

    tellings: tuple[Telling, ...]
    best: Telling
    changes: tuple[Change, ...]
    disagreements: tuple[Disagreement, ...]
    alone: tuple[Alone, ...]
    series: tuple[Series, ...]
    dates: tuple[View, ...]
