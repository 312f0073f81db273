"""Names that are one, and names that are not, as a person decides."""

from collections.abc import Mapping

from timeline.editing.decided_names import pair_text
from timeline.editing.name_proposals import Proposed
from timeline.editing.session import EditSession
from timeline.errors import EditError, UnknownSubjectError
from timeline.model.event import Event
from timeline.store import NewEdit
from timeline.store.changes import SAME_NAME


class NameEditor(EditSession):
    """Decisions on pairs of names; each holds for the whole collection, until it is undone."""

    def join_names(self, name: str, other: str) -> int | None:
        """Take two names for one, and show the first."""
        return self._decide(name, other, name)

    def part_names(self, name: str, other: str) -> int | None:
        """Take two names for those of two."""
        return self._decide(name, other, "", off=True)

    def name_proposals(self) -> tuple[Proposed, ...]:
        """Return the pairs of names that may be one, with the articles that use each."""
        return self._source.name_proposals()

    def _decide(self, name: str, other: str, shown: str, *, off: bool = False) -> int | None:
        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            known = names_of(events)
            for one in (name, other):
                if one not in known:
                    raise UnknownSubjectError("name", one, known, "timeline list actor")
            if name == other:
                raise EditError("a decision on names needs two of them")
            return [NewEdit(pair_text(name, other), SAME_NAME, shown, expected=True)]

        return self._write("part" if off else "join", make)


def names_of(events: Mapping[str, Event]) -> tuple[str, ...]:
    """Return every actor and place under all the forms that events have."""
    found = {
        name
        for event in events.values()
        for names in (
            *(event.actors, event.places),
            *(alias.forms for alias in event.aliases),
            *((*one.mention.actors, *one.mention.places) for one in event.mentions),
        )
        for name in names
    }
    return tuple(sorted(found))
