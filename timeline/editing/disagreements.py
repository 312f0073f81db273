"""Where the program has changed its mind since a person edited, in sentences for the user."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.editing.anchoring import Anchored
from timeline.editing.fields import extracted_text
from timeline.model.event import Event
from timeline.store.changes import CurrentEdit
from timeline.wording.fields import EXTRACTED_FIELDS, field_name, value_in_words

SHOWN = 120  # characters of a quote


def disagreements(
    fields: Mapping[str, CurrentEdit], anchored: Sequence[Anchored], home: Event | None
) -> Iterator[str]:
    """Yield what the program says otherwise now than when it was edited, and what it lost."""
    if home is not None:
        for field in EXTRACTED_FIELDS:
            if field in fields:
                yield from _of_field(field, fields[field], extracted_text(home, field))
    for one in anchored:
        if not one.present:
            quote = one.dated_mention.mention.sentence_text
            short = quote if len(quote) <= SHOWN else quote[: SHOWN - 1] + "…"
            why = "The program no longer finds" if one.stands else "The text no longer holds"
            yield f"{why}: “{short}”"


def of_grouping(homes: int, joined: int) -> Iterator[str]:
    """Yield where the program now groups mentions otherwise than when somebody edited them.

    `homes` counts its events that have them now, `joined` other edited events among those.
    """
    if homes > 1:
        yield f"The program now takes its sources for {homes} events"
    if joined:
        others = "another event" if joined == 1 else f"{joined} other events"
        yield f"The program now takes it and {others} that people decided on for one"


def _of_field(field: str, edit: CurrentEdit, now: str) -> Iterator[str]:
    if edit.extracted is None or now in (edit.extracted, edit.value):
        return
    said, before, own = (value_in_words(field, text) for text in (now, edit.extracted, edit.value))
    who = edit.by or "a person"
    name = field_name(field)
    yield f"The {name} is {own} by {who}; the program now says {said}, not {before} as then"
