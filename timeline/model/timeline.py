"""What extraction yields: articles analysed without a date, then dated, then events."""

from dataclasses import dataclass

from timeline.model.article import Article, Published
from timeline.model.event import Event, EventMention
from timeline.model.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the text of one article yields, whatever its publication date.

    `expressions` are in the order of the text and include those that date no event, for later
    ones may count from them. Dating it anew needs no parse. `program` names the program that made
    it, empty where that is not known. `problem` says why a stage failed, None where none did: what
    later stages would have found is missing then.
    """

    article: Article
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[EventMention, ...]
    program: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article with its publication date as well as it is known.

    `problem` says why its events are missing, or some of them, where a stage failed on it.
    """

    article: Article
    published: Published
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A collection dated and merged: articles by document name, events by date."""

    documents: tuple[DatedArticle, ...]
    events: tuple[Event, ...]

    def document(self, name: str) -> DatedArticle | None:
        """Return the article of that name, if there is one."""
        return next((d for d in self.documents if d.article.document == name), None)
