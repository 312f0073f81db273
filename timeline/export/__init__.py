"""Ways to write a timeline and its time expressions to a text stream.

Every writer is pure but for its stream: the same timeline gives the same characters. Open a
file for it with `encoding="utf-8", newline=""`, so that line ends stay as they are written.
"""

from timeline.export.formats import FORMATS, Format, write
from timeline.export.tags import timex_json, write_timex_json
from timeline.export.timeml import timeml

__all__ = ["FORMATS", "Format", "timeml", "timex_json", "write", "write_timex_json"]
