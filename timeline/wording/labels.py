"""Words of the page for what the model holds."""

from datetime import datetime

from timeline.model.article import Published
from timeline.model.event import Event
from timeline.model.timeline import DatedArticle
from timeline.model.when import Basis
from timeline.wording.dates import day_in_words
from timeline.wording.fields import FIELDS, field_name

BASIS_WORDS = {
    Basis.STATED: "stated in the article",
    Basis.GIVEN: "set by hand",
    Basis.METADATA: "from metadata",
    Basis.FILENAME: "from the file name",
    Basis.INFERRED: "inferred from the text",
    Basis.UNKNOWN: "unknown",
}
# Why a stretch of an article is not read.
LEFT_OUT_WORDS = {
    "boilerplate": "page furniture",
    "byline": "by-line",
    "position": "position of a recording",
}
# A date that needs no hand; where one was set by hand, the way to take it back stays in sight.
TOLD_BY_ITSELF = (Basis.STATED, Basis.METADATA, Basis.FILENAME)
# What a change of the history did, by its kind.
KINDS = {
    "confirm": "Confirmed",
    "reject": "Rejected",
    "reopen": "Reopened",
    **{field.name: field.title for field in FIELDS.values() if field.alone},
    "edit": "Edited",
    "pin": "Pin",
    "tag": "Tagged",
    "untag": "Tag taken off",
    "revert": "Reverted",
    "merge": "Merged",
    "split": "Split",
    "apart": "Kept apart",
    "add": "Added",
    "join": "Names joined",
    "part": "Names parted",
    "import": "Imported",
    "place": "Placed",
    "published": field_name("published").capitalize(),
    "undo": "Undone",
    "redo": "Done again",
}
SHORTEST = 24  # characters below which a name is not shortened


def counted(count: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: `1 event`, `1,204 events`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def moment_in_words(moment: str) -> str:
    """Write a moment of the history, ISO 8601, as people read it: `1 May 2024, 12:00 UTC`."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    zone = f" {at.tzname()}" if at.tzinfo else ""
    return f"{day_in_words(at.date().toordinal())}, {at:%H:%M}{zone}"


def shortened(text: str, most: int = SHORTEST) -> str:
    """Cut a text at a word's end, with an ellipsis, where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def confidence_in_words(event: Event) -> str:
    """Write the two confidences of an event: `date 95%, wording 70%`; undated, there is one."""
    wording = f"wording {event.confidence_wording:.0%}"
    return f"date {event.confidence_date:.0%}, {wording}" if event.dated else wording


def undated_reason(event: Event) -> str:
    """Return why an event has no date: the last step of its reading."""
    steps = [m.reading.explanation[-1] for m in event.mentions if m.reading.explanation]
    return steps[0] if steps else "nothing in the text says which day this counts from"


def problem_words(dated: DatedArticle) -> str:
    """Return why events of an article are missing; empty where no stage failed on it."""
    if not dated.problem:
        return ""
    return f"Its events are missing: {dated.problem}. Extract the article again to retry."


def basis_words(published: Published) -> str:
    """Return what a publication date rests on."""
    return BASIS_WORDS[published.basis]
