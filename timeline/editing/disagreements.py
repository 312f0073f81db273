"""Where the program has changed its mind since a person edited, in sentences for the user."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.editing.anchoring import Anchored
from timeline.editing.fields import MACHINE_FIELDS, machine_text, names_of
from timeline.model.edtf import from_edtf
from timeline.model.event import Event
from timeline.store.changes import CurrentEdit
from timeline.wording.dates import date_in_words

SHOWN = 120  # characters of a quote


def disagreements(
    fields: Mapping[str, CurrentEdit], anchored: Sequence[Anchored], home: Event | None
) -> Iterator[str]:
    """Yield what the program says otherwise now than when it was edited, and what it lost."""
    if home is not None:
        for field in MACHINE_FIELDS:
            if field in fields:
                yield from _of_field(field, fields[field], machine_text(home, field))
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
    if edit.machine is None or now in (edit.machine, edit.value):
        return
    said, before, own = (value_in_words(field, text) for text in (now, edit.machine, edit.value))
    name = "date" if field == "when" else field
    who = edit.by or "a person"
    yield f"The {name} is {own} by {who}; the program now says {said}, not {before} as then"


def value_in_words(field: str, text: str) -> str:
    """Write a field's value, as the history keeps it, for people."""
    match field:
        case "when":
            return date_in_words(from_edtf(text))
        case "actors" | "places":
            return ", ".join(names_of(text)) or "nobody"
        case _:
            return f"“{text}”"
