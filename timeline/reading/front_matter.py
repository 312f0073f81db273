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
# A name alone, a list, a comment, a table of TOML, or a line that goes on with the one before.
_FURTHER = re.compile(
    r"\s|#|- |-$|\[|[\]}]|[\w .\"'-]{1,60}[:=]\s*$|(?:\w[\w.-]*|\"[^\"]*\")\s*[:=]"
)
_COMMENT = re.compile(r"\s#\s.*$")


def markdown(data: bytes) -> Content:
    """Read a text file whose first lines may be front matter; the text keeps them, marked."""
    text = decode(data)
    block = _BLOCK.match(text, 0, LONGEST)
    fields = _fields(block["fields"]) if block and _holds_fields(block["fields"]) else {}
    if not block or not fields:
        return Content(text)
    mark = Mark(Span(0, len(block[0].rstrip())), REASON)
    return Content(text, record_facts(fields), marks=(mark,))


def _holds_fields(block: str) -> bool:
    """Return whether a block holds fields and nothing else: a text may stand between dashes too."""
    lines = [line for line in block.splitlines() if line.strip()]
    return all(_FIELD.fullmatch(line.rstrip()) or _FURTHER.match(line) for line in lines)


def _fields(block: str) -> Record:
    found: Record = {}
    for line in block.splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field:
            found.setdefault(field["name"], _bare(field["value"]))
    return found


def _bare(value: str) -> str:
    """Return a value without its quotation marks, or without the comment behind it."""
    if value[0] in "\"'" and value.find(value[0], 1) > 0:
        return value[1 : value.find(value[0], 1)]
    return _COMMENT.sub("", value).strip()
