"""An article with its time expressions as TimeML 1.2.1: what `timeline tag --format timeml` writes.

The content of <TEXT>, tags removed and entities decoded, is the article's text, character for
character, so that offsets hold. Line ends that XML would change are written as character
references. XML 1.0 has no way at all to hold some control characters: each stands as U+FFFD,
one for one, and a comment above the text counts them.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from timeline.export.timex_attributes import creation_value, timex_attributes
from timeline.model.article import Published
from timeline.model.expression import Reading, TimeExpression

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
Pair = tuple[TimeExpression, Reading]


def timeml(text: str, readings: Sequence[Pair], published: Published, document: str = "") -> str:
    """Write one article as TimeML; `document` is its name, for <DOCID>.

    Expressions may lie in one another. Of two that cross, which XML cannot say, the later is
    left out and named in a comment above the text.
    """
    nested, crossing = _nest(readings)
    notes = [_comment(f"left out, crosses another: {e.text!r}") for e, _ in crossing]
    lost = len(_UNWRITABLE.findall(text))
    if lost:
        notes.append(_comment(f"characters that XML cannot hold, written as U+FFFD: {lost}"))
    return "".join(
        (
            _HEAD,
            f"<DOCID>{_escaped(document)}</DOCID>\n",
            f"<DCT>{_creation_time(published)}</DCT>\n",
            *notes,
            f"<TEXT>{_tagged(text, nested)}</TEXT>\n",
            "</TimeML>\n",
        )
    )


def _nest(readings: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Part the expressions, in the order of the text, into those that nest and those that cross."""
    nested: list[Pair] = []
    crossing: list[Pair] = []
    open_ends: list[int] = []
    for pair in sorted(readings, key=lambda pair: (pair[0].span.start, -pair[0].span.end)):
        span = pair[0].span
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        if open_ends and span.end > open_ends[-1]:
            crossing.append(pair)
        else:
            nested.append(pair)
            open_ends.append(span.end)
    return nested, crossing


def _tagged(text: str, nested: Sequence[Pair]) -> str:
    parts: list[str] = []
    open_ends: list[int] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        parts.append(_escaped(text[at:to]))
        at = to

    def close(until: int) -> None:
        while open_ends and open_ends[-1] <= until:
            advance(open_ends.pop())
            parts.append("</TIMEX3>")

    for count, (expression, reading) in enumerate(nested, 1):
        close(expression.span.start)
        advance(expression.span.start)
        parts.append(_opening({"tid": f"t{count}", **timex_attributes(expression, reading)}))
        open_ends.append(expression.span.end)
    close(len(text))
    advance(len(text))
    return "".join(parts)


def _creation_time(published: Published) -> str:
    value = creation_value(published.when)
    attributes = {
        "tid": "t0",
        "type": "DATE",
        "value": value,
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    return f"{_opening(attributes)}{value}</TIMEX3>"


def _opening(attributes: dict[str, str]) -> str:
    written = (f"{name}={_quoted(value)}" for name, value in attributes.items())
    return f"<TIMEX3 {' '.join(written)}>"


def _quoted(value: str) -> str:
    """Write an attribute in double quotes, which is all that simple readers of TimeML know."""
    marks = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return f'"{escape(_writable(value), marks)}"'


def _escaped(text: str) -> str:
    """Escape text for XML; a bare carriage return would be read as a line feed."""
    return escape(_writable(text), {"\r": "&#13;"})


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _comment(text: str) -> str:
    """Write a comment on a line of its own; two hyphens in a row would end it."""
    return f"<!-- {re.sub('-(?=-)', '- ', _escaped(text))} -->\n"
