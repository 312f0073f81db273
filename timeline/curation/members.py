"""Which mentions an event has that people decided on."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.curation.snapshot import Snapshot
from timeline.store.changes import MEMBERS, Decided


def members_of(
    key: str, fields: Mapping[str, Decided], subjects: Mapping[str, Sequence[Any]]
) -> Sequence[Snapshot]:
    """Give those that a merge or a split left it, else those that it had when first decided on."""
    if MEMBERS in fields:
        read: list[Snapshot] = json.loads(fields[MEMBERS].value)
        return read
    return subjects.get(key, ())


def members_text(taken: Sequence[Snapshot]) -> str:
    """Write mentions as the text that the history keeps."""
    return json.dumps(list(taken), ensure_ascii=False)
