"""Front matter: the fields between two lines of dashes above a Markdown text.

Only plain `field: value` lines are taken, of YAML (`---`) or TOML (`+++`). Nothing else of YAML is
read: no lists, no anchors and aliases, which can grow without bound.
"""

import re

from timeline.model.article import Mark
from timeline.model.span import Span
from timeline.reading.content import Content
from timeline.reading.decoding import decode
from timeline.reading.record import Record, record_facts

REASON = "front matter"
LONGEST = 20_000  # characters
_BLOCK = re.compile(
    r"(?P<rule>---|\+\+\+)[ \t]*\r?\n(?P<fields>.*?)\n(?P=rule)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w .-]{0,40}?)[ \t]*[:=][ \t]*(?P<value>\S.*)")
_COMMENT = re.compile(r"\s#\s.*$")


def markdown(data: bytes) -> Content:
    """Read a text file whose first lines may be front matter; the text keeps them, marked."""
    text = decode(data)
    block = _BLOCK.match(text, 0, LONGEST)
    fields = _fields(block["fields"]) if block else {}
    if not block or not fields:
        return Content(text)
    mark = Mark(Span(0, len(block[0].rstrip())), REASON)
    return Content(text, record_facts(fields), marks=(mark,))


def _fields(block: str) -> Record:
    found: Record = {}
    for line in block.splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field:
            found.setdefault(field["name"], _bare(field["value"]))
    return found


def _bare(value: str) -> str:
    """Give a value without its quotation marks, or without the comment behind it."""
    if value[0] in "\"'" and value.find(value[0], 1) > 0:
        return value[1 : value.find(value[0], 1)]
    return _COMMENT.sub("", value).strip()
