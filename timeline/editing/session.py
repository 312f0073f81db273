"""One person's work on the events of a store: what they see, and how a change is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from timeline.editing import fields as names
from timeline.editing.edited_timeline import EditedTimeline
from timeline.editing.snapshot import snapshot
from timeline.errors import (
    AmbiguousNameError,
    EditConflictError,
    StoreMovedError,
    UnknownSubjectError,
)
from timeline.model.article import Article
from timeline.model.edit import EventEdits
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import DatedArticle
from timeline.store import Change, NewChange, NewEdit, Sight, Store
from timeline.store.edit_conflicts import raise_conflicts
from timeline.wording.fields import EXTRACTED_FIELDS
from timeline.wording.names import quoted, there_are

ATTEMPTS = 20  # a field that others change at the same time is looked at anew this often
_ID_DIGITS = 12
TakeBack = Callable[[Change, str, str | None], int]
Texts = Mapping[str, str | None]  # a field's new value; None takes back what was edited


class EditSession:
    """A person, a clock, a store with its events, and what the person has seen of them."""

    def __init__(  # noqa: PLR0913 - what a session is made of
        self,
        store: Store,
        by: str,
        clock: Callable[[], str],
        source: EditedTimeline | None = None,
        sight: Sight | None = None,
        *,
        take_back: TakeBack | None = None,
    ) -> None:
        """`clock` returns the moment as ISO 8601; a `source` that is at hand already is used.

        `sight` is what the person had seen when editing; without it, what the session reads.
        `take_back` undoes the change of a publication date, and may know the store already.
        """
        self._take_back_date = take_back
        self._sight = sight
        self._store = store
        self._by = by
        self._clock = clock
        self._source = source or EditedTimeline(store)

    @property
    def by(self) -> str:
        """The name of the person."""
        return self._by

    def moment(self) -> str:
        """Return the moment, as the clock has it."""
        return self._clock()

    def article(self, document: str) -> Article | None:
        """Return an article by its name."""
        return self._source.article(document)

    def document(self, name: str) -> DatedArticle | None:
        """Return an article with its publication date by its name."""
        return self._source.document(name)

    def documents(self) -> tuple[str, ...]:
        """Return the names of all articles."""
        return tuple(one.article.document for one in self._source.timeline().documents)

    def events(self) -> Mapping[str, Event]:
        """Return every event as people have it, rejected ones too, by id."""
        return self._source.by_id()

    def _set(self, kind: str, ids: Sequence[str], texts: Texts) -> int | None:
        return self._set_each(kind, ids, lambda _: texts)

    def _set_each(
        self,
        kind: str,
        ids: Sequence[str],
        texts: Callable[[Event], Texts],
        merged: frozenset[str] = frozenset(),
    ) -> int | None:
        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            return [
                edit_of(event, field, text)
                for event in chosen(ids, events)
                for field, text in texts(event).items()
            ]

        return self._write(kind, make, merged)

    def _write(
        self,
        kind: str,
        make: Callable[[Mapping[str, Event]], list[NewEdit]],
        merged: frozenset[str] = frozenset(),
    ) -> int | None:
        """Write what follows from the events as they are.

        Fields that are `merged` take in what others put there: they are looked at anew where others
        were quicker. In any other field that is a conflict.
        """
        seen = self._sight.as_of if self._sight else self._source.as_of()
        for _ in range(ATTEMPTS):
            now = self._source.as_of()
            events = self.events()
            edits = [
                replace(edit, seen=now if edit.field in merged else seen) for edit in make(events)
            ]
            touched = (events[e.subject] for e in edits if e.subject in events)
            subjects = {e.id: self._snapshots(e.mentions) for e in touched if e.edits is None}
            known = self._sight.known if self._sight else frozenset()
            change = NewChange(kind, tuple(edits), self._clock(), self._by, subjects, known)
            try:
                return self._store.edits.append(change)
            except EditConflictError as error:
                raise_conflicts([one for one in error.conflicts if one.field not in merged])
        raise StoreMovedError("others decide on the same events at the same time; try again")

    def _snapshots(self, mentions: Iterable[DatedMention]) -> list[dict[str, object]]:
        return [snapshot(one, self.article(one.mention.document)) for one in mentions]


def edit_of(event: Event, field: str, text: str | None, *, whole: bool = False) -> NewEdit:
    """Return an edit that holds only where its editor saw the field, or the `whole` event."""
    edits = event.edits or EventEdits()
    extracted = None
    if field in EXTRACTED_FIELDS:
        extracted = dict(edits.extracted).get(field) or names.extracted_text(event, field)
    return NewEdit(event.id, field, text, extracted, expected=True, whole=whole)


def chosen(ids: Sequence[str], events: Mapping[str, Event]) -> list[Event]:
    """Return the events of these ids, each once.

    Raises UnknownSubjectError where one is none, AmbiguousNameError where it is the beginning of
    several.
    """
    found: dict[str, Event] = {}
    for name in ids:
        fitting = [name] if name in events else [k for k in events if name and k.startswith(name)]
        if not fitting:
            raise UnknownSubjectError("event", name, tuple(events), "timeline list event")
        if len(fitting) > 1:
            raise AmbiguousNameError(
                f"{quoted(name)} is the beginning of {len(fitting)} events; {there_are(fitting)}"
            )
        found[fitting[0]] = events[fitting[0]]
    return list(found.values())


def new_id(*parts: str, taken: Iterable[str] = ()) -> str:
    """Return an id that the same parts always have; another one where it is taken."""
    known, salt = set(taken), 0
    while True:
        text = "\n".join((*parts, str(salt) if salt else ""))
        key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
        if key not in known:
            return key
        salt += 1
