"""People's decisions laid over the machine's timeline; nothing that they decided is ever lost.

An event that somebody decided on keeps the mentions that it had then, those that a merge or a split
gave it, and its id. Each mention that people saw is found among those of today (anchoring.py);
the others of the same machine event follow where most of it went. The rest of the timeline stays
as the machine has it. What the machine no longer finds is shown as it was seen.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.curation import added as own
from timeline.curation.anchoring import Anchored, Today
from timeline.curation.disagreements import disagreements
from timeline.curation.fields import (
    GROUPING,
    MACHINE_FIELDS,
    YES,
    machine_text,
    names_of,
    overlaid,
    verdict_of,
)
from timeline.curation.members import members_of
from timeline.curation.snapshot import Snapshot
from timeline.merging.fusing import fuse
from timeline.model.curation import Curation, Decision, Verdict
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import Timeline
from timeline.store.changes import ADDED, MEMBERS, Decided, Decisions

Fields = Mapping[str, Decided]


@dataclass(frozen=True, slots=True)
class _Subject:
    """An event that people decided on: what holds, and its mentions as they are today."""

    key: str
    fields: Fields
    anchored: Sequence[Anchored]
    home: Event | None  # the machine's event of its first mention


def curate(timeline: Timeline, decisions: Decisions, *, rejected: bool = False) -> Timeline:
    """Give the timeline as people have it; with `rejected`, the events they rejected as well."""
    if not decisions.fields:
        return timeline
    whole = _with_added(timeline, decisions)
    subjects = _subjects(whole, decisions)
    owner = _owners(subjects)
    kept: list[Event] = []
    followers: defaultdict[str, list[DatedMention]] = defaultdict(list)
    for event in whole.events:
        kept.extend(_left_over(event, owner, followers))
    made = (_event(subject, followers[subject.key]) for subject in subjects)
    decided = [event for event in made if event is not None and (rejected or not _rejected(event))]
    return Timeline(whole.documents, tuple(sorted(_told_apart(decided, kept), key=by_date)))


def by_date(event: Event) -> tuple[bool, int, int, str]:
    """Sort events by date, the undated last."""
    first, last = event.when.first, event.when.last
    start = first if first is not None else last
    end = last if last is not None else start
    return not event.dated, start or 0, end or 0, event.id


def _with_added(timeline: Timeline, decisions: Decisions) -> Timeline:
    """Put the events that people brought beside those found, their lists beside the articles."""
    found = {
        key: (own.read(fields[ADDED].value), fields[ADDED].by)
        for key, fields in decisions.fields.items()
        if ADDED in fields
    }
    if not found:
        return timeline
    wanted = {added.document for added, _ in found.values()}
    articles = {
        d.article.document: d.article for d in timeline.documents if d.article.document in wanted
    }
    events = tuple(own.event_of(key, one, articles, by) for key, (one, by) in found.items())
    lists = own.lists_of(one for one, _ in found.values() if one.document not in articles)
    return Timeline((*timeline.documents, *lists), (*timeline.events, *events))


def _subjects(timeline: Timeline, decisions: Decisions) -> list[_Subject]:
    taken: dict[str, Sequence[Snapshot]] = {
        key: members_of(key, fields, decisions.subjects) for key, fields in decisions.fields.items()
    }
    today = Today(timeline, {s["document"] for shots in taken.values() for s in shots})
    added = {e.id: e for e in timeline.events if ADDED in decisions.fields.get(e.id, {})}
    subjects = []
    for key in sorted(decisions.fields):
        fields = decisions.fields[key]
        anchored = today.anchored(taken[key])
        if key in added and MEMBERS not in fields:
            anchored = [Anchored(told, present=True, stands=True) for told in added[key].mentions]
        first = next((one.told.mention.key for one in anchored if one.present), "")
        subjects.append(_Subject(key, fields, anchored, added.get(key) or today.home.get(first)))
    return subjects


def _owners(subjects: Iterable[_Subject]) -> dict[str, str]:
    """Give the subject that each mention belongs to; what a merge or split says comes first."""
    owner: dict[str, str] = {}
    for subject in sorted(subjects, key=lambda s: MEMBERS not in s.fields):
        for one in subject.anchored:
            if one.present:
                owner.setdefault(one.told.mention.key, subject.key)
    return owner


def _left_over(
    event: Event, owner: Mapping[str, str], followers: dict[str, list[DatedMention]]
) -> Iterator[Event]:
    """Give the machine's event if nobody decided on it; else let its other mentions follow."""
    counts = Counter(
        owner[told.mention.key] for told in event.mentions if told.mention.key in owner
    )
    if not counts:
        yield event
        return
    (most, _), *_ = counts.most_common(1)
    followers[most].extend(told for told in event.mentions if told.mention.key not in owner)
    for key in counts:
        followers[key]  # a subject without followers is one, too


def _event(subject: _Subject, followers: Sequence[DatedMention]) -> Event | None:
    """Put an event together; None for one whose mentions all went into another."""
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
    shown = overlaid(base, subject.fields)
    return replace(shown, id=subject.key, curation=_curation(subject, base))


def _standing(anchored: Sequence[Anchored]) -> list[DatedMention]:
    """Give the mentions that still have their sentence; if none has, those that were seen."""
    standing = [one.told for one in anchored if one.stands]
    return standing or [one.told for one in anchored]


def _curation(subject: _Subject, base: Event) -> Curation:
    fields = subject.fields
    machine = subject.home or base
    return Curation(
        verdict=verdict_of(fields),
        tags=names_of(fields["tags"].value) if "tags" in fields else (),
        note=fields["note"].value if "note" in fields else "",
        pinned="pinned" in fields and fields["pinned"].value == YES,
        added=ADDED in fields,
        grouped=fields[MEMBERS].seq if MEMBERS in fields else None,
        decisions=tuple(
            Decision(one.seq, name, one.value, one.machine, one.by, one.at)
            for name, one in sorted(fields.items())
            if name not in GROUPING
        ),
        machine=tuple((name, machine_text(machine, name)) for name in MACHINE_FIELDS),
        disagreements=tuple(disagreements(fields, subject.anchored, subject.home)),
    )


def _rejected(event: Event) -> bool:
    return event.curation is not None and event.curation.verdict is Verdict.REJECTED


def _told_apart(decided: Sequence[Event], others: Sequence[Event]) -> Iterator[Event]:
    """Give another id to a machine's event whose id a decided one has."""
    taken = {event.id for event in decided}
    yield from decided
    for event in others:
        key, count = event.id, 1
        while key in taken:
            count += 1
            key = f"{event.id}-{count}"
        yield event if key == event.id else replace(event, id=key)
