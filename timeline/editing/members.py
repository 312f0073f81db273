"""Which mentions an event has that people edited."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

from timeline.editing.snapshot import Snapshot
from timeline.model.event import Event
from timeline.store.changes import MEMBERS, CurrentEdit


def members_of(
    key: str, fields: Mapping[str, CurrentEdit], subjects: Mapping[str, Sequence[Any]]
) -> Sequence[Snapshot]:
    """Return those that a merge or a split left it, else those that it had when first edited."""
    if MEMBERS in fields:
        return _read(fields[MEMBERS].value)
    return subjects.get(key, ())


@lru_cache(maxsize=4096)  # what was read before is known to be the same by being the very same
def _read(text: str) -> Sequence[Snapshot]:
    return tuple(json.loads(text))


def fingerprint(event: Event) -> str:
    """Return a short text that is another one where an event's mentions or their order are."""
    keys = "\n".join(told.mention.key for told in event.mentions)
    return sha256(keys.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def members_text(taken: Sequence[Snapshot]) -> str:
    """Write mentions as the text that the history keeps."""
    return json.dumps(list(taken), ensure_ascii=False)
