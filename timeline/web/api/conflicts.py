"""What an editor had seen, as a request carries it; and conflicts with others, as it is answered.

A request carries `as_of`, the number of the last edit that its view showed, and `known`, the
numbers of the changes that were acknowledged to the page since. A refused one is answered with both
values, by whom and when the other one was made, and the `as_of` with which the editor may insist.
"""

from collections.abc import Mapping
from typing import Any

from timeline.editing import added_event
from timeline.errors import EditConflictError
from timeline.model.edit import EditConflict
from timeline.store import Sight
from timeline.store.changes import ADDED
from timeline.web.page.edit_words import FIELDS, value_in_history
from timeline.wording.labels import counted, moment_in_words

NAMES = FIELDS
MOST_SHOWN = 20  # conflicts; the others are counted
MOST_KNOWN = 200  # numbers of changes
LARGEST = 2**63 - 1


def sight_of(request: Mapping[str, Any]) -> Sight | None:
    """Read what the editor had seen; None where the request does not say."""
    as_of, known = request.get("as_of"), request.get("known")
    if not isinstance(as_of, int) or not _is_number(as_of):
        return None
    told = known[-MOST_KNOWN:] if isinstance(known, list) else []
    return Sight(as_of, frozenset(number for number in told if _is_number(number)))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def conflicts_told(
    error: EditConflictError, titles: Mapping[str, str], sight: Sight | None
) -> dict[str, Any]:
    """Return the answer to a request that was refused for its conflicts."""
    found = error.conflicts
    if not found:
        return {"error": str(error)}
    shown = [_told(one, titles) for one in found[:MOST_SHOWN]]
    return {
        "error": _sentence(found, shown[0]),
        "conflicts": shown,
        "more": len(found) - len(shown),
        "conflicted": list(dict.fromkeys(one.subject for one in found)),
        "as_of": max([sight.as_of if sight else 0, *(one.seq for one in found)]),
    }


def _told(one: EditConflict, titles: Mapping[str, str]) -> dict[str, Any]:
    held = one.theirs if one.theirs is not None else one.machine
    return {
        "event": one.subject,
        "title": _title(one, titles),
        "field": one.field,
        "name": NAMES.get(one.field, one.field),
        "theirs": value_in_history(one.field, one.theirs, one.machine),
        "mine": value_in_history(one.field, one.mine, one.machine),
        "held": held or "",
        "by": (one.by or "somebody") if one.seq else "the machine",
        "at": moment_in_words(one.at) if one.at else "",
    }


def _title(one: EditConflict, titles: Mapping[str, str]) -> str:
    if one.subject in titles:
        return titles[one.subject]
    text = (one.theirs or one.mine) if one.field == ADDED else None
    return added_event.read(text).title if text else one.subject


def _sentence(found: tuple[EditConflict, ...], first: Mapping[str, str]) -> str:
    if len(found) > 1:
        return f"somebody has changed {counted(len(found), 'field')} meanwhile; nothing was saved"
    when = f", {first['at']}" if first["at"] else ""
    return (
        f"somebody has changed the {first['name']} meanwhile: it is {first['theirs']} "
        f"(by {first['by']}{when}), yours is {first['mine']}; nothing was saved"
    )
