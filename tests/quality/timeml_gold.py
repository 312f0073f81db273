"""TimeML files as gold: their text, creation time and time expressions."""

from dataclasses import dataclass
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
    """A document with the expressions that people marked in it; `created` is a TIMEX3 value."""

    name: str
    text: str
    created: str
    marked: tuple[Marked, ...]


def read_folder(folder: Path) -> tuple[GoldDocument, ...]:
    """Read every TimeML file of a folder, in order of name; empty ones are left out."""
    paths = sorted(path for path in folder.glob("*.tml") if path.stat().st_size)
    return tuple(read_timeml(path) for path in paths)


def read_timeml(path: Path) -> GoldDocument:
    """Read one file; the expression that states its creation time is no part of the gold."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
    body = root.find("TEXT")
    pieces: list[str] = []
    marked: list[Marked] = []
    if body is not None:
        _walk(body, 0, pieces, marked)
    created = [t for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"]
    value = created[0].get("value", "") if created else ""
    text = "".join(pieces)
    return GoldDocument(path.stem, text, value, tuple(sorted(marked, key=lambda m: m.span)))


def _walk(node: ET.Element, place: int, pieces: list[str], marked: list[Marked]) -> int:
    """Collect text and expressions below a node; gives the place at which its text ends."""
    start = place
    place = _take(node.text, place, pieces)
    for child in node:
        place = _walk(child, place, pieces, marked)
        place = _take(child.tail, place, pieces)
    if node.tag == "TIMEX3" and node.get("tid") != "t0":
        quoted = "".join(node.itertext())
        first = start + len(quoted) - len(quoted.lstrip())
        last = place - len(quoted) + len(quoted.rstrip())
        if first < last:
            marked.append(Marked(Span(first, last), node.get("type", ""), node.get("value", "")))
    return place


def _take(text: str | None, place: int, pieces: list[str]) -> int:
    pieces.append(text or "")
    return place + len(text or "")
