"""A telling: a mention of an event on a day, with whose article it is and when that came out."""

from dataclasses import dataclass

from timeline.model.article import Article
from timeline.model.event import DatedMention, Event


def publisher_of(article: Article) -> str | None:
    """Return who published an article, as far as it is known."""
    return article.source or None


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of an event on a day, and when its article came out (None where unknown).

    `sentence` is on one line. `says_the_date` holds where it names day and month, and not
    "yesterday" or "on Monday".
    """

    told: DatedMention
    event: Event
    publisher: str | None
    published: int | None
    sentence: str
    says_the_date: bool

    @property
    def document(self) -> str:
        """The article that tells it."""
        return self.told.mention.document
