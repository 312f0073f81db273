"""Ways to write a timeline and its time expressions.

Every writer is pure but for its stream: the same timeline gives the same bytes. `exported`
gives the bytes of a selection in one of FORMATS, `write` streams those of a whole timeline.
The formats are loaded when one of them is asked for, since some need large packages.
"""

from typing import TYPE_CHECKING

from timeline.drawing.options import DrawingOptions
from timeline.export.format import Format
from timeline.export.locating import Locations
from timeline.export.tags import timex_json, write_timex_json
from timeline.export.timeml import timeml
from timeline.query.selection import selected

if TYPE_CHECKING:
    from timeline.export.formats import FORMATS, exported, write

__all__ = [
    "FORMATS",
    "DrawingOptions",
    "Format",
    "Locations",
    "exported",
    "selected",
    "timeml",
    "timex_json",
    "write",
    "write_timex_json",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline.export import formats  # noqa: PLC0415 - loads every writer

    return getattr(formats, name)
