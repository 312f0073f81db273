"""Which mentions an event has that people decided on."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from timeline.curation.snapshot import Snapshot
from timeline.store.changes import MEMBERS, Decided


def members_of(
    key: str, fields: Mapping[str, Decided], subjects: Mapping[str, Sequence[Any]]
) -> Sequence[Snapshot]:
    """Give those that a merge or a split left it, else those that it had when first decided on."""
    if MEMBERS in fields:
        return _read(fields[MEMBERS].value)
    return subjects.get(key, ())


@lru_cache(maxsize=4096)  # what was read before is known to be the same by being the very same
def _read(text: str) -> Sequence[Snapshot]:
    return tuple(json.loads(text))


def members_text(taken: Sequence[Snapshot]) -> str:
    """Write mentions as the text that the history keeps."""
    return json.dumps(list(taken), ensure_ascii=False)
