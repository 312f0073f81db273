"""Conflicts with the edits of others, as a request that is refused for them is answered.

The answer has both values, by whom and when the other one was made, and the `as_of` with which the
editor may insist.
"""

from collections.abc import Mapping
from typing import Any

from timeline.editing import added_event
from timeline.errors import EditConflictError
from timeline.model.edit import EditConflict
from timeline.store import Sight
from timeline.store.changes import ADDED
from timeline.web.page.edit_words import value_in_history
from timeline.wording.fields import field_name
from timeline.wording.labels import moment_in_words
from timeline.wording.strings import counted, text

MOST_SHOWN = 20  # conflicts; the others are counted


def conflict_members(
    error: EditConflictError, titles: Mapping[str, str], sight: Sight | None
) -> dict[str, Any]:
    """Return the members of the problem that tells of conflicts."""
    found = error.conflicts
    shown = [_told(one, titles) for one in found[:MOST_SHOWN]]
    return {
        "detail": _sentence(found, shown[0]),
        "conflicts": shown,
        "more": len(found) - len(shown),
        "conflicted": list(dict.fromkeys(one.subject for one in found)),
        "as_of": max([sight.as_of if sight else 0, *(one.seq for one in found)]),
    }


def _told(one: EditConflict, titles: Mapping[str, str]) -> dict[str, Any]:
    held = one.theirs if one.theirs is not None else one.extracted
    return {
        "event": one.subject,
        "title": _title(one, titles),
        "field": one.field,
        "name": field_name(one.field),
        "theirs": value_in_history(one.field, one.theirs, one.extracted),
        "mine": value_in_history(one.field, one.mine, one.extracted),
        "held": held or "",
        "by": (one.by or text("answers.somebody")) if one.seq else text("answers.program"),
        "at": moment_in_words(one.at) if one.at else "",
    }


def _title(one: EditConflict, titles: Mapping[str, str]) -> str:
    if one.subject in titles:
        return titles[one.subject]
    added = (one.theirs or one.mine) if one.field == ADDED else None
    return added_event.read(added).title if added else one.subject


def _sentence(found: tuple[EditConflict, ...], first: Mapping[str, str]) -> str:
    if len(found) > 1:
        return text("answers.conflicts", fields=counted(len(found), "field"))
    signed = text("answers.by-at" if first["at"] else "answers.by", by=first["by"], at=first["at"])
    return text(
        "answers.conflict",
        field=first["name"],
        theirs=first["theirs"],
        signed=signed,
        mine=first["mine"],
    )
