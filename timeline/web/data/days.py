"""What the page's filters ask of a digest: the days that matter of what they keep."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from timeline.digest import DigestRequest, Tellings
from timeline.query.event_columns import EventColumns
from timeline.query.selection import Selection

_SOURCE, _NAMING = "source", ("actor", "place")
_EVERYTHING = Selection()


def digest_request(
    selection: Selection, days: int, columns: EventColumns, tellings: Tellings
) -> DigestRequest:
    """Return what a selection asks of a digest.

    Publishers, one name and the window are asked for as such; what the other filters keep are the
    events that may be told.
    """
    since, until = selection.window or (None, None)
    rest = replace(selection, window=None, certainly=False)
    sources = _known(selection.choice(_SOURCE), tellings.sources)
    rest = rest.choose(_SOURCE, ()) if sources else rest
    named = [(facet, name) for facet in _NAMING for name in selection.choice(facet)]
    name = None
    if len(named) == 1 and _known((named[0][1],), tellings.names):
        rest, name = rest.choose(named[0][0], ()), named[0][1]
    events = None if rest == _EVERYTHING else _ids(columns, rest)
    return DigestRequest(days, sources, name, since, until, events)


def names_over(selection: Selection) -> tuple[str, ...]:
    """Return the publishers and names that stand over a chronology of what a selection keeps."""
    return tuple(name for facet in (_SOURCE, *_NAMING) for name in selection.choice(facet))


def _known(names: tuple[str, ...], known: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _ids(columns: EventColumns, selection: Selection) -> frozenset[str]:
    return frozenset(event.id for event in columns.at(np.flatnonzero(columns.mask(selection))))
