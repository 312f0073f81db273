"""An article with its time expressions as TimeML 1.2.1: what `timeline tag --format timeml` writes.

The content of <TEXT>, tags removed and entities decoded, is the article's text, character for
character, so that offsets hold. Line ends that XML would change are written as character
references. XML 1.0 has no way at all to hold some control characters: each stands as U+FFFD,
one for one, and a comment above the text counts them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from timeline.export.timex_attributes import creation_value, timex_attributes
from timeline.model.article import Published
from timeline.model.expression import Reading, TimeExpression
from timeline.model.span import Span

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
Pair = tuple[TimeExpression, Reading]


@dataclass(frozen=True, slots=True)
class TimemlTag:
    """An element around a stretch of text."""

    span: Span
    element: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """What is added to a text: tags that nest, comments above it, elements below it."""

    tags: Sequence[TimemlTag]
    notes: Sequence[str] = ()
    below: Sequence[str] = ()


def timeml(text: str, readings: Sequence[Pair], published: Published, document: str = "") -> str:
    """Write one article as TimeML; `document` is its name, for <DOCID>.

    Expressions may lie in one another. Of two that cross, which XML cannot say, the later is
    left out and named in a comment above the text.
    """
    ordered = sorted(readings, key=lambda pair: _place(pair[0].span))
    tags, crossing = nest([timex_tag(0, pair) for pair in ordered])
    numbered = [
        TimemlTag(tag.span, tag.element, (("tid", f"t{count}"), *tag.attributes[1:]))
        for count, tag in enumerate(tags, 1)
    ]
    return timeml_document(text, Markup(numbered, left_out(text, crossing)), published, document)


def timex_tag(number: int, pair: Pair) -> TimemlTag:
    """Return the TIMEX3 element of an expression, as `t` and its number."""
    expression, reading = pair
    attributes = timex_attributes(expression, reading)
    return TimemlTag(expression.span, "TIMEX3", (("tid", f"t{number}"), *attributes.items()))


def timeml_document(text: str, markup: Markup, published: Published, document: str) -> str:
    """Build a document."""
    said = [comment(note) for note in markup.notes]
    lost = len(_UNWRITABLE.findall(text))
    if lost:
        said.append(comment(f"characters that XML cannot hold, written as U+FFFD: {lost}"))
    return "".join(
        (
            _HEAD,
            f"<DOCID>{_escaped(document)}</DOCID>\n",
            f"<DCT>{_creation_time(published)}</DCT>\n",
            *said,
            f"<TEXT>{_tagged(text, markup.tags)}</TEXT>\n",
            *markup.below,
            "</TimeML>\n",
        )
    )


def nest(tags: Iterable[TimemlTag]) -> tuple[list[TimemlTag], list[TimemlTag]]:
    """Part tags, in the order of the text, into those that nest and those that cross another."""
    nested: list[TimemlTag] = []
    crossing: list[TimemlTag] = []
    open_ends: list[int] = []
    for tag in sorted(tags, key=lambda tag: _place(tag.span)):
        while open_ends and open_ends[-1] <= tag.span.start:
            open_ends.pop()
        if open_ends and tag.span.end > open_ends[-1]:
            crossing.append(tag)
        else:
            nested.append(tag)
            open_ends.append(tag.span.end)
    return nested, crossing


def left_out(text: str, crossing: Iterable[TimemlTag]) -> list[str]:
    """Yield which tags are left out."""
    return [f"left out, crosses another: {tag.span.of(text)!r}" for tag in crossing]


def comment(text: str) -> str:
    """Write a comment on a line of its own; two hyphens in a row would end it."""
    return f"<!-- {re.sub('-(?=-)', '- ', _escaped(text))} -->\n"


def empty_element(name: str, attributes: dict[str, str]) -> str:
    """Write an element without content on a line of its own."""
    return _opening(name, attributes.items())[:-1] + "/>\n"


def _place(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _tagged(text: str, nested: Sequence[TimemlTag]) -> str:
    parts: list[str] = []
    opened: list[TimemlTag] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        parts.append(_escaped(text[at:to]))
        at = to

    def close(until: int) -> None:
        while opened and opened[-1].span.end <= until:
            tag = opened.pop()
            advance(tag.span.end)
            parts.append(f"</{tag.element}>")

    for tag in nested:
        close(tag.span.start)
        advance(tag.span.start)
        parts.append(_opening(tag.element, tag.attributes))
        opened.append(tag)
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
    return f"{_opening('TIMEX3', attributes.items())}{value}</TIMEX3>"


def _opening(element: str, attributes: Iterable[tuple[str, str]]) -> str:
    written = (f"{name}={_quoted(value)}" for name, value in attributes)
    return f"<{' '.join((element, *written))}>"


def _quoted(value: str) -> str:
    """Write an attribute in double quotes, which is all that simple readers of TimeML know."""
    escaped = _escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{escaped}"'


def _escaped(text: str) -> str:
    """Escape text for XML; a bare carriage return would be read as a line feed."""
    return escape(_writable(text), quote=False).replace("\r", "&#13;")


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
