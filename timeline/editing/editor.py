"""What a person can decide, as plain calls; each is one change that one undo takes back.

    desk = Desk(store, by="ana", clock=now)
    desk.confirm(["3f2a"])
    desk.set_date("3f2a", "early March 2024")
    desk.undo()

An event is named by its id, or by the beginning of it that only it has.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from timeline.editing import fields as names
from timeline.editing.added_event import AddedEvent, written
from timeline.editing.conflicts import changed_since, unseen_of
from timeline.editing.edited_timeline import CuratedSource
from timeline.editing.field_edits import Amendment, cleaned, held_text
from timeline.editing.members import fingerprint, members_text
from timeline.editing.snapshot import snapshot
from timeline.errors import (
    AmbiguousNameError,
    CurationError,
    EditConflictError,
    StoreMovedError,
    UnknownSubjectError,
)
from timeline.model.article import Article
from timeline.model.edit import Curation, Verdict
from timeline.model.edtf import to_edtf
from timeline.model.event import Category, DatedMention, Event, Status
from timeline.model.timeline import DatedArticle
from timeline.model.when import When
from timeline.store import Change, NewChange, NewEdit, Sight, Store
from timeline.store.changes import ADDED, MEMBERS, PUBLISHED
from timeline.store.overtaking import refuse
from timeline.wording.names import quoted, there_are

ATTEMPTS = 20  # a field that others change at the same time is looked at anew this often
_ID_DIGITS = 12
Texts = Mapping[str, str | None]  # a field's new value; None takes back what was decided


class Desk:
    """One person's decisions on the events of a store."""

    def __init__(
        self,
        store: Store,
        by: str,
        clock: Callable[[], str],
        source: CuratedSource | None = None,
        sight: Sight | None = None,
    ) -> None:
        """`clock` gives the moment as ISO 8601; a `source` that is at hand already is used.

        `sight` is what the person had seen when deciding; without it, what the desk reads.
        """
        self._sight = sight
        self._store = store
        self._by = by
        self._clock = clock
        self._source = source or CuratedSource(store)

    def seeing(self, sight: Sight | None) -> "Desk":
        """Return the desk of the same person, who has seen that much."""
        return Desk(self._store, self._by, self._clock, self._source, sight)

    @property
    def by(self) -> str:
        """Whose desk it is."""
        return self._by

    def moment(self) -> str:
        """Give the moment, as the clock has it."""
        return self._clock()

    def article(self, document: str) -> Article | None:
        """Give an article by its name."""
        return self._source.article(document)

    def document(self, name: str) -> DatedArticle | None:
        """Give an article with its publication date by its name."""
        return self._source.document(name)

    def documents(self) -> tuple[str, ...]:
        """Return the names of all articles."""
        return tuple(one.article.document for one in self._source.timeline().documents)

    def events(self) -> Mapping[str, Event]:
        """Give every event as people have it, rejected ones too, by id."""
        return self._source.by_id()

    def confirm(self, ids: Sequence[str]) -> int | None:
        """Say that events are right as they are shown."""
        return self._set("confirm", ids, {"verdict": Verdict.CONFIRMED.value})

    def reject(self, ids: Sequence[str]) -> int | None:
        """Say that events are none; they leave the timeline and stay in the history."""
        return self._set("reject", ids, {"verdict": Verdict.REJECTED.value})

    def reopen(self, ids: Sequence[str]) -> int | None:
        """Take back a verdict."""
        return self._set("reopen", ids, {"verdict": None})

    def amend(
        self, event: str, amendment: Amendment, seen: Mapping[str, str] | None = None
    ) -> int | None:
        """Put several fields of an event right at once.

        `seen` is what stood in them, as the history keeps it: tags are added and taken off by it,
        and where another field has another value meanwhile, EditConflictError is raised.
        """
        known = seen or {}

        def texts(now: Event) -> Texts:
            wanted = dict(amendment.texts())
            if "tags" in wanted and "tags" in known:
                wanted["tags"] = names.merged_list(
                    held_text(now, "tags"), known["tags"], wanted["tags"]
                )
            refuse([*changed_since(now, wanted, known)])
            return wanted

        merged = frozenset({"tags"} & known.keys())
        return self._decide("edit", [event], texts, merged)

    def set_title(self, event: str, title: str) -> int | None:
        """Give an event another title."""
        if not title.strip():
            raise CurationError("an event needs a title")
        return self._set("title", [event], {"title": " ".join(title.split())})

    def set_date(self, event: str, when: When) -> int | None:
        """Give an event another date."""
        return self._set("date", [event], {"when": to_edtf(when)})

    def set_status(self, ids: Sequence[str], status: Status) -> int | None:
        """Give events another status."""
        return self._set("status", ids, {"status": status.value})

    def set_category(self, ids: Sequence[str], category: Category) -> int | None:
        """Give events another category."""
        return self._set("category", ids, {"category": category.value})

    def set_names(self, event: str, field: str, found: Sequence[str]) -> int | None:
        """Give an event other actors or places (`field`)."""
        return self._set(field, [event], {field: names.listed(cleaned(tuple(found)))})

    def note(self, event: str, text: str) -> int | None:
        """Write a note on an event; an empty one takes it away."""
        return self._set("note", [event], {"note": text.strip() or None})

    def pin(self, ids: Sequence[str], *, pinned: bool = True) -> int | None:
        """Pin events, or unpin them."""
        return self._set("pin", ids, {"pinned": names.YES if pinned else None})

    def tag(self, ids: Sequence[str], tag: str, *, off: bool = False) -> int | None:
        """Tag events, or take a tag off."""
        (wanted,) = cleaned((tag,)) or ("",)
        if not wanted:
            raise CurationError("a tag needs a name")

        def texts(event: Event) -> Texts:
            held = event.curation.tags if event.curation else ()
            kept = tuple(name for name in held if name != wanted)
            now = kept if off else (*kept, wanted) if wanted not in held else held
            return {"tags": names.listed(now) if now else None}

        return self._decide("untag" if off else "tag", ids, texts, frozenset({"tags"}))

    def revert(self, event: str, field: str) -> int | None:
        """Take back what was decided on a field, so that the machine's word holds again."""
        if field not in (*names.MACHINE_FIELDS, *names.OWN_FIELDS, MEMBERS):
            raise CurationError(f"no field is called {field!r}")
        return self._set("revert", [event], {field: None})

    def merge(self, ids: Sequence[str]) -> int | None:
        """Make one event of several; the first keeps its id and what was decided on it."""

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            chosen = _chosen(ids, events)
            if len(chosen) < 2:  # noqa: PLR2004 - one event is merged already
                raise CurationError("a merge needs two events at least")
            first, *others = chosen
            whole = self._taken([told for event in chosen for told in event.mentions])
            none = [_edit(event, MEMBERS, members_text([]), whole=True) for event in others]
            return [_edit(first, MEMBERS, members_text(whole)), *none]

        return self._write("merge", make)

    def split(self, event: str, places: Iterable[int], sentences: str | None = None) -> int | None:
        """Make an event of its own of some mentions, by their places in the event, from 0.

        `sentences` is the fingerprint of those that the person saw: with others it is refused.
        """
        wanted = sorted(set(places))

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            (whole,) = _chosen([event], events)
            if sentences is not None and sentences != fingerprint(whole):
                raise CurationError(f"the sentences of {whole.id} have changed; choose them again")
            known = range(len(whole.mentions))
            for place in wanted:
                if place not in known:
                    raise UnknownSubjectError("mention", str(place), tuple(map(str, known)))
            if not wanted or len(wanted) == len(known):
                raise CurationError(
                    f"{whole.id} has {len(known)} mentions, counted from 0; "
                    "a split takes some of them, not all"
                )
            gone = [whole.mentions[at] for at in wanted]
            rest = [whole.mentions[at] for at in known if at not in wanted]
            key = _new_id("split", whole.id, *(told.mention.key for told in gone), taken=events)
            own = NewEdit(key, MEMBERS, members_text(self._taken(gone)))
            return [_edit(whole, MEMBERS, members_text(self._taken(rest))), own]

        return self._write("split", make)

    def add(self, added: Sequence[AddedEvent], kind: str = "add") -> int | None:
        """Bring events; those that were brought already, word for word, are not brought twice."""

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            keys = {_new_id("added", written(one)): written(one) for one in added}
            return [NewEdit(key, ADDED, text) for key, text in keys.items() if key not in events]

        return self._write(kind, make)

    def undo(self, number: int | None = None) -> Change:
        """Take back one's last change, or that of a number; raise CurationError without any.

        Without a number, raise EditConflictError where one's last change was made elsewhere and
        has not been seen.
        """
        found = number if number is not None else self._store.edits.next_undo(self._by)
        if found is None:
            raise CurationError(f"{self._by} has nothing to undo")
        return self._take_back(found, named=number is not None)

    def redo(self) -> Change:
        """Do again what one undid last; raise CurationError without any."""
        found = self._store.edits.next_redo(self._by)
        if found is None:
            raise CurationError(f"{self._by} has nothing to redo")
        return self._take_back(found, named=False)

    def history(self, count: int) -> tuple[Change, ...]:
        """Give the last changes of everybody, the newest first."""
        return self._store.edits.latest(count)

    def change(self, number: int) -> Change | None:
        """Give one change by its number."""
        return self._store.edits.get(number)

    def count_changes(self) -> int:
        """Count the changes that anybody has ever made."""
        return self._store.edits.count()

    def at_hand(self) -> tuple[int | None, int | None]:
        """Give the numbers of one's changes that undo and redo would take, where there are any."""
        return self._store.edits.next_undo(self._by), self._store.edits.next_redo(self._by)

    def queue(self) -> tuple[Event, ...]:
        """Give the events without a verdict, the least certain first."""
        waiting = (e for e in self._source.timeline().events if _waiting(e))
        return tuple(sorted(waiting, key=lambda e: (e.confidence, not e.conflicts, e.id)))

    def disagreements(self) -> tuple[Event, ...]:
        """Give the decided events on which the machine has changed its mind since."""
        events = self._source.timeline().events
        return tuple(e for e in events if e.curation is not None and e.curation.disagreements)

    def _set(self, kind: str, ids: Sequence[str], texts: Texts) -> int | None:
        return self._decide(kind, ids, lambda _: texts)

    def _decide(
        self,
        kind: str,
        ids: Sequence[str],
        texts: Callable[[Event], Texts],
        merged: frozenset[str] = frozenset(),
    ) -> int | None:
        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            return [
                _edit(event, field, text)
                for event in _chosen(ids, events)
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
            subjects = {e.id: self._taken(e.mentions) for e in touched if e.curation is None}
            known = self._sight.known if self._sight else frozenset()
            change = NewChange(kind, tuple(edits), self._clock(), self._by, subjects, known)
            try:
                return self._store.edits.append(change)
            except EditConflictError as error:
                refuse([one for one in error.conflicts if one.field not in merged])
        raise StoreMovedError("others decide on the same events at the same time; try again")

    def _taken(self, told: Iterable[DatedMention]) -> list[dict[str, object]]:
        return [snapshot(one, self.article(one.mention.document)) for one in told]

    def _take_back(self, number: int, *, named: bool) -> Change:
        change = self._store.edits.get(number)
        if change is None:
            known = [str(one.id) for one in reversed(self._store.edits.list())]
            raise UnknownSubjectError("change", str(number), known)
        if not named and self._sight is not None:
            refuse(unseen_of(change, self._sight))
        if any(edit.field == PUBLISHED for edit in change.edits):
            from timeline.app.store_session import take_back_date  # noqa: PLC0415 - loads the parser

            made = take_back_date(self._store, change, self._clock(), self._by)
        else:
            made = self._store.edits.undo(number, self._clock(), self._by)
        return self._store.edits.get(made) or change


def _edit(event: Event, field: str, text: str | None, *, whole: bool = False) -> NewEdit:
    """Make an edit that holds only where its editor saw the field, or the `whole` event."""
    curation = event.curation or Curation()
    machine = None
    if field in names.MACHINE_FIELDS:
        machine = dict(curation.machine).get(field) or names.machine_text(event, field)
    return NewEdit(event.id, field, text, machine, expected=True, whole=whole)


def _chosen(ids: Sequence[str], events: Mapping[str, Event]) -> list[Event]:
    """Give the events of these ids, each once; raise CurationError where one is none or unclear."""
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


def _waiting(event: Event) -> bool:
    curation = event.curation
    return curation is None or (curation.verdict is None and not curation.added)


def _new_id(*parts: str, taken: Iterable[str] = ()) -> str:
    """Give an id that the same parts always give; another one where it is taken."""
    known, salt = set(taken), 0
    while True:
        text = "\n".join((*parts, str(salt) if salt else ""))
        key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
        if key not in known:
            return key
        salt += 1
