"""What all edits have in common: who makes them, what their editor saw, and what is answered."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.store import Sight
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer
from timeline.web.auth.bearer import caller_name
from timeline.web.boundary.models import Command, Count, Name, Person
from timeline.web.page import limits
from timeline.wording.strings import counted, text

MOST_EVENTS = 5_000  # at once: as many as the table can show
NOTHING_CHANGED = text("answers.unchanged")
EventIds = Annotated[list[Name], Field(max_length=limits.EVENTS)]


class EditRequest(Command):
    """An edit: `by` whom, and what the editor saw.

    `as_of` is the number that came with what was read, `known` are the numbers of the edits that
    were acknowledged to this editor since. Without `as_of` the edit holds as the store is now.
    """

    by: Person | None = None
    as_of: Count | None = None
    known: Annotated[list[Count], Field(default_factory=list, max_length=limits.KNOWN)]

    @property
    def sight(self) -> Sight | None:
        """What the editor had seen; None where the request does not say."""
        return None if self.as_of is None else Sight(self.as_of, frozenset(self.known))


class EventsEdit(EditRequest):
    """An edit of several events at once."""

    events: EventIds


class EventEdit(EditRequest):
    """An edit of one event."""

    event: Name


class EditAnswer(Answer):
    """What was done, in words; `edit` is its number in the history, null where nothing changed.

    `subject` is the id of the event that it is about, or the name of the article; the first of
    several.
    """

    edit: int | None
    said: str
    subject: str | None = None


def editor_of(context: ApiContext, request: EditRequest) -> Editor:
    """Return the editor of the person who asks, with what that person has seen."""
    return context.editor(request.by or caller_name()).with_sight(request.sight)


def answered(editor: Editor, said: str, number: int | None) -> EditAnswer:
    """Return the answer to an edit that was made, or that changed nothing."""
    if number is None:
        return EditAnswer(edit=None, said=NOTHING_CHANGED)
    change = editor.change(number)
    subject = change.edits[0].subject if change and change.edits else None
    return EditAnswer(edit=number, said=said, subject=subject)


def checked(events: Sequence[str]) -> list[str]:
    """Return the ids of events to edit; raise EditError for none and for too many."""
    if not events:
        raise EditError(text("answers.event-missing"))
    if len(events) > MOST_EVENTS:
        many, most = f"{len(events):,}", f"{MOST_EVENTS:,}"
        raise EditError(text("answers.too-many", count=many, most=most))
    return list(events)


def named(editor: Editor, ids: Sequence[str]) -> str:
    """Name the events: one by its title, several by their number."""
    events = editor.events()
    if len(ids) == 1 and ids[0] in events:
        return text("answers.title", title=events[ids[0]].title)
    return counted(len(ids), "event")
