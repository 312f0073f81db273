"""Ways to write a timeline and its time expressions.

Every writer is pure but for its stream: the same timeline gives the same bytes. `exported`
gives the bytes of a selection in one of FORMATS, `write` streams those of a whole timeline.
"""

from timeline.export.format import Drawing, Format
from timeline.export.formats import FORMATS, exported, write
from timeline.export.selecting import selected
from timeline.export.tags import timex_json, write_timex_json
from timeline.export.timeml import timeml

__all__ = [
    "FORMATS",
    "Drawing",
    "Format",
    "exported",
    "selected",
    "timeml",
    "timex_json",
    "write",
    "write_timex_json",
]
