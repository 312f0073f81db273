"""What people decided on names, laid over events: which names are one, and which are not.

A decision stands in the history with the pair as its subject. It holds the name that is shown where
the two are one, and nothing where they are not.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.merging.naming.decisions import Decisions, Pair, pair_of
from timeline.model.event import Alias, Event
from timeline.model.timeline import Timeline

Decided = Mapping[str, str]  # the name that is shown, or nothing, by the text of a pair


def pair_text(one: str, other: str) -> str:
    """Write two names as the subject of a decision; their order does not count."""
    return json.dumps(pair_of(one, other), ensure_ascii=False)


def pair_of_text(text: str) -> Pair:
    """Read what `pair_text` writes."""
    one, other = json.loads(text)
    return str(one), str(other)


def decisions_of(decided: Decided) -> Decisions:
    """Return what was decided as the table of names takes it."""
    return Decisions.of({pair_of_text(text): bool(shown) for text, shown in decided.items()})


def renamed(timeline: Timeline, decided: Decided) -> Timeline:
    """Return the timeline with its names as people decided; events that it leaves are the same."""
    if not decided:
        return timeline
    known = _Known(decided)
    events = tuple(known.event(event) for event in timeline.events)
    same = all(one is other for one, other in zip(events, timeline.events, strict=True))
    return timeline if same else replace(timeline, events=events)


class _Known:
    """What is decided, ready to be looked up."""

    def __init__(self, decided: Decided) -> None:
        self._apart = decisions_of(decided).different
        self._shown = {
            name: shown
            for text, shown in sorted(decided.items())
            if shown
            for name in pair_of_text(text)
            if name != shown
        }
        self._touched = {name for text in decided for name in pair_of_text(text)}

    def event(self, event: Event) -> Event:
        """Return an event with its names as they were decided."""
        forms = {alias.name: alias.forms for alias in event.aliases}
        every = {*event.actors, *event.places, *(f for found in forms.values() for f in found)}
        if self._touched.isdisjoint(every):
            return event
        called = {n for m in event.mentions for n in (*m.mention.actors, *m.mention.places)}
        given = {edit.field for edit in event.edits.fields} if event.edits else set()
        actors = [*self._names(event.actors, forms, called)]
        places = [*self._names(event.places, forms, called)]
        aliases: dict[str, dict[str, None]] = defaultdict(dict)
        for shown, form in (*actors, *places):
            aliases[shown].update({} if form == shown else {form: None})
        return replace(
            event,
            actors=event.actors if "actors" in given else _shown(actors),
            places=event.places if "places" in given else _shown(places),
            aliases=tuple(Alias(name, tuple(found)) for name, found in aliases.items() if found),
        )

    def _names(
        self, names: Iterable[str], forms: Mapping[str, tuple[str, ...]], called: set[str]
    ) -> Iterator[tuple[str, str]]:
        """Yield the names of a role as they are shown, each with a form that the texts have."""
        for name in names:
            found = [form for form in (name, *forms.get(name, ())) if form in called]
            for form in found or [name]:
                apart = pair_of(name, form) in self._apart
                yield self._target(form if apart else name, form), form

    def _target(self, name: str, form: str) -> str:
        """Follow what is shown instead of a name, or of the form of it."""
        seen = {name}
        at = self._shown.get(form, name) if name not in self._shown else self._shown[name]
        while at in self._shown and at not in seen:
            seen.add(at)
            at = self._shown[at]
        return at


def _shown(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(shown for shown, _ in pairs))
