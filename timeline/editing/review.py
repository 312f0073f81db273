"""Whether events are right: what people confirm and reject, and what they still have to see."""

from collections.abc import Sequence

from timeline.editing.session import EditSession
from timeline.model.edit import Verdict
from timeline.model.event import Event


class Review(EditSession):
    """The verdicts of a person on events."""

    def confirm(self, ids: Sequence[str]) -> int | None:
        """Confirm events as they are shown."""
        return self._set("confirm", ids, {"verdict": Verdict.CONFIRMED.value})

    def reject(self, ids: Sequence[str]) -> int | None:
        """Reject events; they leave the timeline and stay in the history."""
        return self._set("reject", ids, {"verdict": Verdict.REJECTED.value})

    def reopen(self, ids: Sequence[str]) -> int | None:
        """Take back a verdict."""
        return self._set("reopen", ids, {"verdict": None})

    def queue(self) -> tuple[Event, ...]:
        """Return the events without a verdict, those of the lowest confidence first."""
        waiting = (e for e in self._source.timeline().events if _waiting(e))
        return tuple(sorted(waiting, key=lambda e: (e.confidence, not e.conflicts, e.id)))

    def disagreements(self) -> tuple[Event, ...]:
        """Return the edited events on which the program has changed its mind since."""
        events = self._source.timeline().events
        return tuple(e for e in events if e.edits is not None and e.edits.disagreements)


def _waiting(event: Event) -> bool:
    edits = event.edits
    return edits is None or (edits.verdict is None and not edits.added)
