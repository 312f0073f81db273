"""What of a web page is not in its story: put back where it stands amid the story, else noted.

What picks the story out of a page (trafilatura) goes by the look of each element, and may pass over
a list, a table or a caption between two paragraphs. Such a block belongs to the story, unless the
page itself sets it apart or it is nothing but a link.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from timeline.reading.formats.blocks import BREAKS_PARAGRAPH, silence
from timeline.reading.formats.date_elements import is_named
from timeline.reading.formats.tree import local_name
from timeline.reading.left_out import letters

FURNITURE = "page furniture"
MOST_SOUGHT = 10**9  # characters that are compared in one page
SOLID = 25  # letters by which a block is found in the story without doubt
_ASIDE = frozenset({"nav", "aside", "footer", "header", "form", "menu", "dialog"})
_PLAIN = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph that a page shows; `aside` if the page sets it apart, `link` if it is one."""

    text: str
    aside: bool
    link: bool


def shown_blocks(root: etree._Element) -> list[Shown]:
    """Return the paragraphs that a page shows, in order."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    gathered = _Gathered()
    for event, element in walk:
        name = local_name(element)
        if event == "start":
            if silence(name, element) is not None:
                walk.skip_subtree()
                continue
            gathered.open(name, element)
            gathered.add(element.text)
            continue
        if event == "end" and silence(name, element) is None:
            gathered.close(name, element)
        if element is not root:
            gathered.add(element.tail)
    gathered.end()
    return gathered.blocks


class _Gathered:
    """The paragraphs found so far, and the one that is open."""

    def __init__(self) -> None:
        self.blocks: list[Shown] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._asides = 0
        self._was_aside = False

    def open(self, name: str, element: etree._Element) -> None:
        if name in BREAKS_PARAGRAPH:
            self.end()
        self._links += name == "a"
        self._asides += _is_aside(name, element)

    def close(self, name: str, element: etree._Element) -> None:
        if name in BREAKS_PARAGRAPH:
            self.end()
        self._links -= name == "a"
        self._asides -= _is_aside(name, element)

    def add(self, text: str | None) -> None:
        if text and text.strip():
            self._was_aside = self._was_aside or self._asides > 0
            self._linked += len(letters(text)) if self._links else 0
        if text:
            self._pieces.append(text)

    def end(self) -> None:
        text = " ".join("".join(self._pieces).split())
        size = len(letters(text))
        if size:
            self.blocks.append(Shown(text, self._was_aside, 2 * self._linked > size))
        self._pieces.clear()
        self._linked, self._was_aside = 0, False


def _is_aside(name: str, element: etree._Element) -> bool:
    return name in _ASIDE or (name not in _PLAIN and is_named(element, "elsewhere"))


def completed(
    story: list[str], shown: Sequence[Shown], title: str | None
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the story with what stands amid it, and what of the page is in neither."""
    places = _places(story, shown)
    solid = [at for at, place in enumerate(places) if place is not None and _is_solid(shown[at])]
    first, last = (solid[0], solid[-1]) if solid else (0, -1)
    added: dict[int, list[str]] = {}
    rest: list[tuple[str, str]] = []
    after = 0
    for at, (block, place) in enumerate(zip(shown, places, strict=True)):
        if place is not None and (_is_solid(block) or not block.aside):
            after = place if _is_solid(block) and not block.aside else after
        elif first < at < last and not (block.aside or block.link):
            added.setdefault(after, []).append(block.text)
        elif letters(block.text) != letters(title or ""):
            rest.append((FURNITURE, block.text))
    told = [text for at, block in enumerate(story) for text in (block, *added.get(at, ()))]
    return told, rest


def _is_solid(block: Shown) -> bool:
    return len(letters(block.text)) >= SOLID


def _places(story: Sequence[str], shown: Sequence[Shown]) -> list[int | None]:
    """Return for each paragraph which block of the story is it or holds it; None where none does.

    Where that would take too long, only what is a block of the story is found.
    """
    said = [letters(block) for block in story]
    blocks = dict(zip(reversed(said), reversed(range(len(said))), strict=True))
    whole, starts = "".join(said), [0, *accumulate(map(len, said))]
    may_seek = len(whole) * len(shown) <= MOST_SOUGHT

    def place(text: str) -> int | None:
        wanted = letters(text)
        if wanted in blocks or not may_seek:
            return blocks.get(wanted)
        found = whole.find(wanted)
        return None if found < 0 else bisect_right(starts, found + len(wanted) - 1) - 1

    return [place(block.text) for block in shown]
