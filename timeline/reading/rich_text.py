"""The text of a JSON value of any shape: a string, a list of them, or blocks inside each other.

Editors write a text as a tree ("rich text"), and no two of them agree on its names. So no shape is
asked for: what stands under a key of text, or under a key under which prose stands, is text.
Strings beside each other in one paragraph are joined as they are; what holds a list is a paragraph
of its own, unless it stands among such strings (a link).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from timeline.reading.left_out import letters
from timeline.reading.paragraphs import CLOSERS, ENDS

SEPARATOR = "\n\n"
FEWEST_WORDS = 3  # of prose
_KEYS = frozenset(
    {"text", "value", "content", "insert", "plaintext", "plain", "html", "rendered", "body", "p"}
    | {"paragraph", "paragraphs", "children", "data", "caption", "title", "headline", "heading"}
    | {"alt", "quote", "string", "str", "txt", "summary", "lead", "markdown", "#text", "_text"}
    | {"items", "item", "list", "li", "rows", "row", "cells", "cell", "lines", "line", "blocks"}
)
# What these hold says how a text looks and where it leads; it is text only where it is a sentence.
_LOOKS = frozenset(
    {"type", "_type", "kind", "nodetype", "style", "styles", "class", "classname", "tag", "marks"}
    | {"font", "fontfamily", "fontname", "color", "colour", "format", "mode", "align", "textalign"}
    | {"direction", "lang", "language", "id", "_id", "key", "_key", "url", "href", "src", "uri"}
)
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:)?//\S+\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]+>")
_CLOSING = frozenset(",.;:!?)]}’”»%…")
_FEWEST_LETTERS = 8  # of prose that is written without blanks
_FIRST_CASELESS = "\u0590"  # the alphabets with capitals lie before it
Token = str | None  # a piece of text, or the end of a paragraph
Convert = Callable[[str], str]


def text_of(value: Any, convert: Convert = str) -> str:  # noqa: ANN401 - any JSON value
    """Return the text of a value, an empty line between two paragraphs; empty where it has none.

    `convert` makes plain text of each string in it.
    """
    if isinstance(value, bool):
        return ""
    if isinstance(value, str | int | float):
        return convert(str(value)).strip()
    keys = _KEYS | set(_keys_of_prose(value, ""))
    return SEPARATOR.join(_paragraphs(_tokens(value, keys | {""}, "", convert)))


def is_prose(text: str) -> bool:
    """Return whether a string is one that people read: three words or more, and no address."""
    if _ADDRESS.fullmatch(text):
        return False
    if len(text.split()) >= FEWEST_WORDS and any(map(str.isalpha, text)):
        return True
    return sum(c >= _FIRST_CASELESS and c.isalpha() for c in text) >= _FEWEST_LETTERS


def holds_prose(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a string anywhere in a value is prose."""
    return next(_keys_of_prose(value, ""), None) is not None


def _keys_of_prose(value: Any, key: str) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Yield the keys under which prose stands, in the folded form; empty where there is no key."""
    if isinstance(value, str):
        if is_prose(value) and (key not in _LOOKS or value.rstrip(CLOSERS).endswith(ENDS)):
            yield key
    elif isinstance(value, list):
        for item in value:
            yield from _keys_of_prose(item, key)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _keys_of_prose(item, name.casefold())


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    pieces: list[str] = []
    for token in (*tokens, None):
        if token is not None:
            pieces.append(token)
            continue
        text = "".join(pieces).strip()
        pieces.clear()
        if text:
            yield text


def _tokens(value: Any, keys: Collection[str], key: str, convert: Convert) -> list[Token]:  # noqa: ANN401 - any JSON value
    """Return the text of a value that stands under a key, empty for the value as a whole."""
    if isinstance(value, str):
        return [_converted(value, convert)] if value and key in keys else []
    if isinstance(value, list):
        return _of_list(value, keys, key, convert)
    return _of_object(value, keys, convert) if isinstance(value, dict) else []


def _converted(text: str, convert: Convert) -> str:
    """Return a string as plain text, with its blanks at both ends, which part words."""
    plain = convert(text)
    if plain is text or not plain.strip():
        return plain if plain is text else ""
    lead = text[: len(text) - len(text.lstrip())]
    return lead + plain.strip() + text[len(text.rstrip()) :]


def _of_object(value: dict[str, Any], keys: Collection[str], convert: Convert) -> list[Token]:
    """Return what stands under the keys of text; what says the same again is passed over."""
    parts: list[list[Token]] = []
    seen: set[str] = set()
    for name, item in value.items():
        tokens = _tokens(item, keys, name.casefold(), convert)
        said = letters(_without_tags("".join(filter(None, tokens))))
        if tokens and (not said or said not in seen):
            seen.add(said)
            parts.append(tokens)
    if len(parts) == 1 and _is_run(parts[0]):
        return parts[0]
    return [token for part in parts for token in (None, *part, None)]


def _without_tags(text: str) -> str:
    return unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text


def _is_run(tokens: Sequence[Token]) -> bool:
    return all(token is not None for token in tokens)


def _of_list(value: list[Any], keys: Collection[str], key: str, convert: Convert) -> list[Token]:
    """Return the text of a list: its strings as one paragraph or several, by how they meet."""
    items = [(item, _tokens(item, keys, key, convert)) for item in value]
    items = [(item, tokens) for item, tokens in items if any(tokens)]
    kinds = {type(item) for item, _ in items}
    has_run = any(_is_run(tokens) and not isinstance(item, list) for item, tokens in items)
    found: list[Token] = []
    for item, tokens in items:
        if isinstance(item, list):
            found += [None, *tokens, None]
            continue
        run = _inner_run(tokens) if has_run else tokens
        if found and found[-1] is not None and _is_run(run):
            found += _between(found[-1], "".join(filter(None, run)), kinds)
        found += run
    return found


def _inner_run(tokens: list[Token]) -> list[Token]:
    """Return tokens without the ends of paragraphs around them, where there are none inside."""
    inner = list(tokens)
    while inner and inner[0] is None:
        inner.pop(0)
    while inner and inner[-1] is None:
        inner.pop()
    return inner if _is_run(inner) else tokens


def _between(before: str, after: str, kinds: set[type]) -> list[Token]:
    """Return what parts two strings of a list: nothing, a blank, or the end of a paragraph.

    `kinds` are those of the list's items: strings among objects are one paragraph, cut where the
    look changes, perhaps within a word; strings alone are paragraphs, objects alone may be either.
    """
    if before[-1].isspace() or after[0].isspace() or after[0] in _CLOSING:
        return []
    if dict not in kinds or (before.rstrip(CLOSERS).endswith(ENDS) and not after[0].islower()):
        return [None]
    if after[0].islower() or not after[0].isalnum():
        return []
    return [" "] if str in kinds else [None]
