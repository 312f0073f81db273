"""Events and articles of a store whose texts are read when somebody looks at them.

What every view of a collection needs of all of them (dates, names, titles, which articles tell
what) they hold; sentences, readings and texts, five sixths of the memory, stay in the database.
They are equal to the values that hold everything, and are pickled as these.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeGuard, cast

from timeline.model.article import Article
from timeline.model.event import DatedMention, Event

LoadMentions = Callable[[int, int], tuple[DatedMention, ...]]
LoadArticle = Callable[[int, int], Article]
_EVENT = tuple(field.name for field in fields(Event))
_UNKEPT = {field.name: field.default for field in fields(Event) if field.default is not MISSING}
_ARTICLE = tuple(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells of an event, in order, each once: articles, and the publishers that are known."""

    documents: tuple[str, ...]
    publishers: tuple[str, ...]


class StoredEvent(Event):
    """An event whose mentions are read from the store each time; keep them to look twice."""

    __slots__ = ("_load", "_tellers", "row", "written")
    row: int
    written: int

    @classmethod
    def of(
        cls, values: Mapping[str, object], tellers: Tellers, load: LoadMentions
    ) -> "StoredEvent":
        """Make one of its fields but the mentions, of "row" and "written", and who tells it.

        A field that a store does not keep has its default.
        """
        event = object.__new__(cls)
        for name in _EVENT:
            if name != "mentions":
                value = values[name] if name in values else _UNKEPT[name]
                object.__setattr__(event, name, value)
        for name, value in (
            ("_tellers", tellers),
            ("_load", load),
            ("row", values["row"]),
            ("written", values["written"]),
        ):
            object.__setattr__(event, name, value)
        return event

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what is no attribute is looked for here
        """Read the mentions, the one field that is not held."""
        if name != "mentions":
            raise AttributeError(name)
        return self._load(self.row, self.written)

    def with_importance(self, importance: float) -> "StoredEvent":
        """Return the event with another importance; its mentions stay in the store."""
        values = {name: getattr(self, name) for name in _EVENT if name != "mentions"}
        values |= {"importance": importance, "row": self.row, "written": self.written}
        return StoredEvent.of(values, self._tellers, self._load)

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell of it, in order, each once; not read anew."""
        try:
            return cast("Tellers", self._tellers).documents
        except AttributeError:  # made by `dataclasses.replace`, with the mentions
            return tuple(dict.fromkeys(m.mention.document for m in self.mentions))

    @property
    def publishers(self) -> tuple[str, ...]:
        """The publishers of those articles that are known; not read anew."""
        try:
            return cast("Tellers", self._tellers).publishers
        except AttributeError:
            return tuple(dict.fromkeys(m.publisher for m in self.mentions if m.publisher))

    def __eq__(self, other: object) -> bool:
        """Compare with any event, by what it says."""
        if self is other:
            return True
        if not isinstance(other, Event):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _EVENT)

    def __hash__(self) -> int:
        """Hash as the event that holds everything."""
        return hash(tuple(getattr(self, name) for name in _EVENT))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the event that holds everything."""
        return Event, tuple(getattr(self, name) for name in _EVENT)


def is_stored(event: Event) -> TypeGuard[StoredEvent]:
    """Return whether the mentions of an event are left in the store."""
    return isinstance(event, StoredEvent)


class StoredArticle(Article):
    """An article whose text, and all that counts in it, is read from the store each time."""

    __slots__ = ("_load", "_row", "_written")
    HELD = ("document", "title", "language", "url", "source")

    @classmethod
    def of(cls, values: Mapping[str, object], load: LoadArticle) -> "StoredArticle":
        """Make one of the fields that are `HELD`, of "row" and "written"."""
        article = object.__new__(cls)
        for name in cls.HELD:
            object.__setattr__(article, name, values[name])
        for name, value in (
            ("_load", load),
            ("_row", values["row"]),
            ("_written", values["written"]),
        ):
            object.__setattr__(article, name, value)
        return article

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as of StoredEvent
        """Read what is not held."""
        if name not in _ARTICLE:
            raise AttributeError(name)
        return getattr(self._load(self._row, self._written), name)

    def __eq__(self, other: object) -> bool:
        """Compare with any article, by what it says."""
        if self is other:
            return True
        if not isinstance(other, Article):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _ARTICLE)

    def __hash__(self) -> int:
        """Hash as the article that holds everything."""
        return hash(tuple(getattr(self, name) for name in _ARTICLE))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the article that holds everything."""
        return Article, tuple(getattr(self, name) for name in _ARTICLE)
