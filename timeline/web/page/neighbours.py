"""The events that arrow keys step to: those around the selected one, in time order."""

from typing import Any

import numpy as np

from timeline.query.selection import Selection
from timeline.web.data.collection import Collection

AROUND = 60  # events on either side: more than anybody steps before the next answer


def neighbours(collection: Collection, selection: Selection, event: str) -> dict[str, Any]:
    """Return the ids around an event in view, or the first ones where it is not in view.

    `from` is the place of the first of `ids` among all in view, `total` how many those are;
    `first` and `last` are the ids at the ends.
    """
    rows = collection.in_view(selection)
    row = collection.columns.row_of(event)
    found = np.flatnonzero(rows == row)
    start = max(int(found[0]) - AROUND, 0) if len(found) else 0
    near = collection.columns.at(rows[start : start + 2 * AROUND + 1])
    ends = collection.columns.at(rows[[0, -1]]) if len(rows) else []
    return {
        "ids": [one.id for one in near],
        "from": start,
        "total": len(rows),
        "first": ends[0].id if ends else "",
        "last": ends[-1].id if ends else "",
    }
