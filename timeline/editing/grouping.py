"""Which mentions are one event: what people merge and split."""

from collections.abc import Iterable, Mapping, Sequence

from timeline.editing.decided_names import pair_text
from timeline.editing.members import fingerprint, members_text
from timeline.editing.session import EditSession, chosen, edit_of, new_id
from timeline.errors import EditError, UnknownSubjectError
from timeline.model.event import Event
from timeline.store import NewEdit
from timeline.store.changes import MEMBERS, SAME_EVENT


class Grouping(EditSession):
    """The mentions of events, as a person groups them."""

    def merge(self, ids: Sequence[str]) -> int | None:
        """Merge events into one; the first keeps its id and what was edited on it."""

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            found = chosen(ids, events)
            if len(found) < 2:  # noqa: PLR2004 - one event is merged already
                raise EditError("a merge needs two events at least")
            first, *others = found
            whole = self._snapshots([one for event in found for one in event.mentions])
            none = [edit_of(event, MEMBERS, members_text([]), whole=True) for event in others]
            return [edit_of(first, MEMBERS, members_text(whole)), *none]

        return self._write("merge", make)

    def keep_apart(self, ids: Sequence[str]) -> int | None:
        """Say that the first of some events is none of the others, which are offered as it."""

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            first, *others = chosen(ids, events)
            if not others:
                raise EditError("to keep events apart needs two of them at least")
            pairs = (pair_text(first.id, other.id) for other in others)
            return [NewEdit(pair, SAME_EVENT, "", expected=True) for pair in pairs]

        return self._write("apart", make)

    def split(self, event: str, places: Iterable[int], sentences: str | None = None) -> int | None:
        """Split some mentions off as an event, by their places in the event, from 0.

        `sentences` is the fingerprint of those that the person saw: with others it is refused.
        """
        wanted = sorted(set(places))

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            (whole,) = chosen([event], events)
            if sentences is not None and sentences != fingerprint(whole):
                raise EditError(f"the sentences of {whole.id} have changed; choose them again")
            known = range(len(whole.mentions))
            for place in wanted:
                if place not in known:
                    raise UnknownSubjectError("mention", str(place), tuple(map(str, known)))
            if not wanted or len(wanted) == len(known):
                raise EditError(
                    f"{whole.id} has {len(known)} mentions, counted from 0; "
                    "a split takes some of them, not all"
                )
            gone = [whole.mentions[at] for at in wanted]
            rest = [whole.mentions[at] for at in known if at not in wanted]
            key = new_id("split", whole.id, *(one.mention.key for one in gone), taken=events)
            own = NewEdit(key, MEMBERS, members_text(self._snapshots(gone)))
            return [edit_of(whole, MEMBERS, members_text(self._snapshots(rest))), own]

        return self._write("split", make)
