"""TimeML files as gold: their text, creation time, time expressions and events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from timeline.model.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A time expression as somebody marked it, person or program."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with the expressions that people marked in it; `created` is a TIMEX3 value.

    `places` has the place of each expression and event by its TimeML id.
    """

    name: str
    text: str
    created: str
    marked: tuple[Marked, ...]
    places: Mapping[str, Span] = field(default_factory=dict)


def read_folder(folder: Path) -> tuple[GoldDocument, ...]:
    """Read every TimeML file of a folder, in order of name; empty ones are left out."""
    paths = sorted(path for path in folder.glob("*.tml") if path.stat().st_size)
    return tuple(read_timeml(path) for path in paths)


def read_timeml(path: Path) -> GoldDocument:
    """Read one file; the expression that states its creation time is no part of the gold."""
    return spans_of(path.stem, ET.parse(path).getroot())  # noqa: S314 - a corpus the user chose


def spans_of(name: str, root: ET.Element) -> GoldDocument:
    """Read a parsed file."""
    body = root.find("TEXT")
    pieces: list[str] = []
    marked: list[tuple[ET.Element, Span]] = []
    if body is not None:
        _walk(body, 0, pieces, marked)
    created = [t for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"]
    value = created[0].get("value", "") if created else ""
    times = [
        Marked(span, node.get("type", ""), node.get("value", ""))
        for node, span in marked
        if node.tag == "TIMEX3" and node.get("tid") != "t0"
    ]
    places = {node.get("tid") or node.get("eid") or "": span for node, span in marked}
    return GoldDocument(
        name, "".join(pieces), value, tuple(sorted(times, key=lambda m: m.span)), places
    )


def _walk(
    node: ET.Element, place: int, pieces: list[str], marked: list[tuple[ET.Element, Span]]
) -> int:
    """Collect text, expressions and events below a node; gives the place at which its text ends."""
    start = place
    place = _take(node.text, place, pieces)
    for child in node:
        place = _walk(child, place, pieces, marked)
        place = _take(child.tail, place, pieces)
    if node.tag in {"TIMEX3", "EVENT"}:
        quoted = "".join(node.itertext())
        first = start + len(quoted) - len(quoted.lstrip())
        last = place - len(quoted) + len(quoted.rstrip())
        if first < last:
            marked.append((node, Span(first, last)))
    return place


def _take(text: str | None, place: int, pieces: list[str]) -> int:
    pieces.append(text or "")
    return place + len(text or "")
