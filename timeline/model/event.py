"""Events: what the articles tell, and where they tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.model.edit import EventEdits
from timeline.model.expression import Reading, TimeExpression
from timeline.model.figure import Figure
from timeline.model.span import Span
from timeline.model.when import When

Coordinates = tuple[float, float]  # latitude and longitude in degrees (WGS 84)


class Status(StrEnum):
    """Whether it happened, in the words of the text."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    THREATENED = "threatened"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    CANCELLED = "cancelled"


class Category(StrEnum):
    """PLOVER's event types grouped for the eye, and the kinds it leaves out."""

    CONFLICT = "conflict"
    DIPLOMACY = "diplomacy"
    POLITICS = "politics"
    LAW = "law"
    DISASTER = "disaster"
    STATEMENT = "statement"
    ECONOMY = "economy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one sentence tells it, dated by one expression.

    It holds no date: `expression` carries a meaning, which is resolved when the publication
    date is known. `trigger` is the lemma of the word that names the event, `trigger_span` its
    place. `key` identifies the mention: the same text gives the same key.

    `confidence` is that all of it is right, `confidence_wording` that the title tells the event of
    the date, `worth` that the event belongs on a timeline. All are shares, from 0 to 1.
    `likely_subject` is whom the pronoun means that the title begins with, where the text does not
    make it plain: right in two cases of three.
    """

    document: str
    expression: TimeExpression
    sentence: Span
    sentence_text: str
    title: str
    status: Status
    category: Category = Category.OTHER
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    attribution: str | None = None
    trigger: str = ""
    trigger_span: Span | None = None
    confidence: float = 0.5
    figures: tuple[Figure, ...] = ()
    confidence_wording: float = 0.5
    worth: float = 0.5
    likely_subject: str | None = None

    def __post_init__(self) -> None:
        """Refuse an empty title, and a confidence or worth that is no share."""
        if not self.title.strip():
            msg = "an event needs a title"
            raise ValueError(msg)
        for name in ("confidence", "confidence_wording", "worth"):
            share = getattr(self, name)
            if not 0 <= share <= 1:
                msg = f"{name} {share} is not in 0..1"
                raise ValueError(msg)

    @property
    def key(self) -> str:
        """Document, expression and event word: the same text gives the same key."""
        place = self.trigger_span or self.sentence
        span = self.expression.span
        return f"{self.document}:{span.start}-{span.end}:{place.start}-{place.end}"

    @property
    def dated_elsewhere(self) -> bool:
        """Whether its date stands in another sentence: over a list, or before a detail."""
        return not self.sentence.overlaps(self.expression.phrase)


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A mention with its date as read under the article's publication date.

    `publisher` is that of the article, None where it is not known.
    """

    mention: EventMention
    reading: Reading
    publisher: str | None = None

    @property
    def when(self) -> When:
        """The date of the event as this mention has it."""
        return self.reading.when


@dataclass(frozen=True, slots=True)
class Conflict:
    """Mentions of one event that cannot all be right; `keys` are theirs."""

    aspect: str  # "date", "place", "status", ...
    statement: str  # a sentence for the user
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name with the other forms under which the texts have it ("ISKP")."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as told by one mention or several.

    Actors and places are under one form each; `aliases` has the other forms. `sources` counts
    the articles that do not copy each other, `importance` is a rank within the collection.
    `confidence` is that the line is right as it stands, `confidence_date` and
    `confidence_wording` that its date and its title are; `worth` is that of its best mention.
    `coordinates` are those that a list states for it.
    """

    id: str
    title: str
    when: When
    status: Status
    category: Category
    mentions: tuple[DatedMention, ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    confidence: float = 0.5
    conflicts: tuple[Conflict, ...] = field(default=())
    edits: EventEdits | None = None  # None where nobody edited anything
    aliases: tuple[Alias, ...] = ()
    sources: int = 1
    importance: float = 0.5
    confidence_date: float = 0.5
    confidence_wording: float = 0.5
    worth: float = 0.5
    coordinates: Coordinates | None = None

    def __post_init__(self) -> None:
        """Refuse an event that nobody tells."""
        if not self.mentions:
            msg = "an event needs a mention"
            raise ValueError(msg)

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell of it, in order, each once."""
        return tuple(dict.fromkeys(m.mention.document for m in self.mentions))

    @property
    def publishers(self) -> tuple[str, ...]:
        """The publishers of those articles, in order, each once; without those not known."""
        return tuple(dict.fromkeys(m.publisher for m in self.mentions if m.publisher))

    @property
    def dated(self) -> bool:
        """Whether it has a place on the timeline."""
        return self.when.resolved


def details_of(mentions: Iterable[EventMention]) -> Mapping[str, str]:
    """Return of each detail among some mentions the key of the one that it tells more of."""
    given = list(mentions)
    anchors = {
        (m.document, m.expression.span, m.title): m.key for m in given if not m.dated_elsewhere
    }
    details = (m for m in given if m.dated_elsewhere and m.trigger_span is None)
    places = ((m.key, (m.document, m.expression.span, m.title)) for m in details)
    return {key: anchors[place] for key, place in places if place in anchors}
