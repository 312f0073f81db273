"""People's edits laid over the program's timeline; nothing that they edited is ever lost.

An event that somebody edited keeps the mentions that it had then, those that a merge or a split
gave it, and its id. Each mention that people saw is found among those of today (anchoring.py);
the others of the same found event follow where most of it went. The rest of the timeline stays
as the program has it. What the program no longer finds is shown as it was seen.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from timeline.editing import added_event as own
from timeline.editing.anchoring import Anchored, Before, Index, Today
from timeline.editing.disagreements import disagreements, of_grouping
from timeline.editing.fields import (
    GROUPING,
    extracted_text,
    overlaid,
    verdict_of,
)
from timeline.editing.members import members_of
from timeline.editing.snapshot import Snapshot
from timeline.merging.fusing import fuse
from timeline.model.edit import EventEdits, FieldEdit, Verdict
from timeline.model.event import DatedMention, Event
from timeline.model.event_order import by_date
from timeline.model.timeline import DatedArticle, Timeline
from timeline.store.changes import ADDED, MEMBERS, CurrentEdit, CurrentEdits
from timeline.wording.fields import EXTRACTED_FIELDS, YES, names_of

Fields = Mapping[str, CurrentEdit]


@dataclass(frozen=True, slots=True)
class _Subject:
    """An event that people edited: what holds, and its mentions as they are today.

    `homes` are the program's events that have its mentions now, that of the first one first.
    """

    key: str
    fields: Fields
    anchored: Sequence[Anchored]
    homes: tuple[Event, ...]

    @property
    def home(self) -> Event | None:
        """The program's event of its first mention."""
        return self.homes[0] if self.homes else None

    @property
    def grouped(self) -> bool:
        """Whether a person said which mentions are its own."""
        return MEMBERS in self.fields


def apply_edits(timeline: Timeline, edits: CurrentEdits, index: Index | None = None) -> Timeline:
    """Return the timeline as people have it, the events that they rejected among the others.

    The timeline's events are by date, as the program gives them. An `index` of it that was made
    before saves looking over all of it.
    """
    if not edits.fields:
        return timeline
    index = index or Index(timeline)
    added, lists = _added(edits, index)
    subjects, today = _subjects(edits, index, added)
    owner = _owners(subjects)
    touched = {id(today.home[key]): today.home[key] for key in owner}
    followers = _followers(touched.values(), owner)
    joined = _joined(subjects)
    made = (_event(one, followers[one.key], joined[one.key], index.before) for one in subjects)
    edited = [event for event in made if event is not None]
    loose = [event for event in added.values() if id(event) not in touched]
    kept = [at for at, event in enumerate(timeline.events) if id(event) not in touched]
    events = _in_order(timeline.events, kept, index.places, [*edited, *loose])
    return Timeline((*timeline.documents, *lists), events)


def _added(edits: CurrentEdits, index: Index) -> tuple[dict[str, Event], tuple[DatedArticle, ...]]:
    """Return the events that people brought, by id, and the lists that they came from."""
    found = {
        key: (own.read(fields[ADDED].value), fields[ADDED].by)
        for key, fields in edits.fields.items()
        if ADDED in fields
    }
    events = {key: own.event_of(key, one, index.articles, by) for key, (one, by) in found.items()}
    return events, own.lists_of(o for o, _ in found.values() if o.document not in index.articles)


def _subjects(
    edits: CurrentEdits, index: Index, added: Mapping[str, Event]
) -> tuple[list[_Subject], Today]:
    taken: dict[str, Sequence[Snapshot]] = {
        key: members_of(key, fields, edits.subjects) for key, fields in edits.fields.items()
    }
    today = Today(index, added.values(), (s["document"] for shots in taken.values() for s in shots))
    subjects = []
    for key in sorted(edits.fields):
        fields = edits.fields[key]
        anchored = _anchored(key, taken[key], today, index.before)
        if key in added and MEMBERS not in fields:
            anchored = [Anchored(one, present=True, stands=True) for one in added[key].mentions]
        keys = (one.dated_mention.mention.key for one in anchored if one.present)
        homes = {id(today.home[one]): today.home[one] for one in keys}
        subjects.append(_Subject(key, fields, anchored, tuple(homes.values())))
    return subjects, today


def _anchored(
    key: str, taken: Sequence[Snapshot], today: Today, before: Before
) -> Sequence[Anchored]:
    """Find a subject's mentions today, or take them over where they were found before."""
    if any(one["document"] in today.added for one in taken):
        return today.anchored(taken)
    known = before.anchored.get(key)
    if known is None or [*map(id, known[0])] != [*map(id, taken)]:
        known = before.anchored[key] = taken, today.anchored(taken)
    return known[1]


def _owners(subjects: Iterable[_Subject]) -> dict[str, str]:
    """Return the subject that each mention belongs to; what a merge or split says comes first."""
    owner: dict[str, str] = {}
    for subject in sorted(subjects, key=lambda s: MEMBERS not in s.fields):
        for one in subject.anchored:
            if one.present:
                owner.setdefault(one.dated_mention.mention.key, subject.key)
    return owner


def _followers(
    touched: Iterable[Event], owner: Mapping[str, str]
) -> defaultdict[str, list[DatedMention]]:
    """Assign the mentions that nobody saw to the subject that has most of their event."""
    followers: defaultdict[str, list[DatedMention]] = defaultdict(list)
    for event in touched:
        own = (owner.get(one.mention.key) for one in event.mentions)
        (most, _), *_ = Counter(key for key in own if key is not None).most_common(1)
        followers[most].extend(one for one in event.mentions if one.mention.key not in owner)
    return followers


def _joined(subjects: Sequence[_Subject]) -> Mapping[str, int]:
    """Count the other edited events that the program now takes for one with each."""
    at_home: defaultdict[int, set[str]] = defaultdict(set)
    for subject in subjects:
        for home in () if subject.grouped else subject.homes:
            at_home[id(home)].add(subject.key)
    return {
        subject.key: len(
            set().union(*(at_home[id(home)] for home in subject.homes)) - {subject.key}
        )
        for subject in subjects
    }


def _event(
    subject: _Subject, followers: Sequence[DatedMention], joined: int, before: Before
) -> Event | None:
    """Build an event, or reuse it; None where its mentions all went into another."""
    made_of = (subject.fields, subject.anchored, subject.homes, followers, joined)
    known = before.events.get(subject.key)
    if known is None or known[0] != made_of:
        known = before.events[subject.key] = made_of, _put_together(subject, followers, joined)
    return known[1]


def _put_together(
    subject: _Subject, followers: Sequence[DatedMention], joined: int
) -> Event | None:
    mentions = [*_standing(subject.anchored), *followers]
    if not mentions:
        return None
    home = subject.home
    if home is not None and {m.mention.key for m in home.mentions} == {
        m.mention.key for m in mentions
    }:
        base = home
    else:
        base = fuse(mentions)
        if home is not None:
            base = replace(base, importance=home.importance)
    shown = overlaid(base, subject.fields)
    return replace(shown, id=subject.key, edits=_edits_of(subject, base, joined))


def _standing(anchored: Sequence[Anchored]) -> list[DatedMention]:
    """Return the mentions that still have their sentence; if none has, those that were seen."""
    standing = [one.dated_mention for one in anchored if one.stands]
    return standing or [one.dated_mention for one in anchored]


def _edits_of(subject: _Subject, base: Event, joined: int) -> EventEdits:
    fields = subject.fields
    extracted = subject.home or base
    return EventEdits(
        verdict=verdict_of(fields),
        tags=names_of(fields["tags"].value) if "tags" in fields else (),
        note=fields["note"].value if "note" in fields else "",
        pinned="pinned" in fields and fields["pinned"].value == YES,
        added=ADDED in fields,
        grouped=fields[MEMBERS].seq if MEMBERS in fields else None,
        fields=tuple(
            FieldEdit(one.seq, name, one.value, one.extracted, one.by, one.at)
            for name, one in sorted(fields.items())
            if name not in GROUPING
        ),
        extracted=tuple((name, extracted_text(extracted, name)) for name in EXTRACTED_FIELDS),
        disagreements=(
            *disagreements(fields, subject.anchored, subject.home),
            *(() if subject.grouped else of_grouping(len(subject.homes), joined)),
        ),
    )


def without_rejected(timeline: Timeline) -> Timeline:
    """Return the timeline without the events that people said are none."""
    events = tuple([event for event in timeline.events if not _rejected(event)])
    return timeline if len(events) == len(timeline.events) else replace(timeline, events=events)


def _rejected(event: Event) -> bool:
    return event.edits is not None and event.edits.verdict is Verdict.REJECTED


def _in_order(
    found: Sequence[Event],
    kept: Sequence[int],
    places: Sequence[tuple[bool, int, int, str, str]],
    edited: Sequence[Event],
) -> tuple[Event, ...]:
    """Insert edited events among the kept ones by date; whose id one of them has gets another."""
    taken = {event.id for event in edited}
    events = [found[at] for at in kept]
    clashing = taken.intersection(map(attrgetter("id"), events)) if taken else ()
    if clashing:
        events = [_renamed(e, taken) if e.id in clashing else e for e in events]
    known = [places[at] for at in kept]
    ordered: list[Event] = []
    before = 0
    for event in sorted(edited, key=by_date):
        at = bisect_right(known, by_date(event), lo=before)
        ordered += events[before:at]
        ordered.append(event)
        before = at
    return (*ordered, *events[before:])


def _renamed(event: Event, taken: set[str]) -> Event:
    count = 2
    while f"{event.id}-{count}" in taken:
        count += 1
    return replace(event, id=f"{event.id}-{count}")
