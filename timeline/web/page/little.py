"""How an event that the page would hide for its little worth is marked, and why in words."""

from typing import Any

from timeline.model.event import Event
from timeline.query.worth import of_little_worth
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.wording.strings import text
from timeline.wording.worth import worth_reasons


def little_mark(collection: Collection, event: Event) -> dict[str, Any]:
    """Return the attribute that keeps an event in view which the page would hide, if it would."""
    hidden = collection.hides_little and of_little_worth(event)
    return data(little=event.id) if hidden else {}


def little_words(collection: Collection, event: Event) -> str:
    """Return why an event is hidden by default, "" where it is not."""
    if not little_mark(collection, event):
        return ""
    reasons = worth_reasons(event)
    why = text("evidence.little-reasons", reasons="; ".join(reasons)) if reasons else ""
    return text("evidence.little-why", worth=f"{event.worth:.0%}") + why
