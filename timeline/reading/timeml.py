"""TimeML files: the text is the content of <TEXT>, the creation time is their publication date.

The tags go, entities are decoded, and nothing else is touched: so temporal corpora and their
scorers count characters. What others annotated in the text is not read, but for the creation
time: a TIMEX3 in <DCT>, or with functionInDocument="CREATION_TIME" anywhere (the French TempEval-2
set keeps an empty one inside <TEXT>). A file without <TEXT>, as the first TimeBank has them, is
text as a whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.reading.content import Content
from timeline.reading.creation_time import creation_claim
from timeline.reading.decoding import UndecodableError, decode
from timeline.reading.facts import Facts
from timeline.reading.left_out import left_out
from timeline.reading.markup import DeclarationError, Tag, markup
from timeline.reading.title import one_line

CREATION = "CREATION_TIME"
_FACTS = ("TITLE", "DCT", "DOCID")
_OUTSIDE, _IN_DCT, _WITHIN = range(3)  # where a creation time stands, most reliable first


def timeml(data: bytes) -> Content:
    """Read a TimeML file; raise `UndecodableError` where it is no text or declares entities."""
    parts = _Parts()
    try:
        for token in markup(decode(data)):
            if isinstance(token, Tag):
                parts.pass_tag(token)
            else:
                parts.pieces.append(token)
    except DeclarationError as error:
        raise UndecodableError(f"{error}; take the declaration out") from error
    claim = creation_claim(parts.created)
    title = one_line(parts.of("TITLE") or "")
    text = parts.of("TEXT")
    return Content(
        "".join(parts.pieces) if text is None else text,
        Facts((claim,) if claim else (), title or None),
        whole=True,
        left_out=left_out(parts.outside() if text is not None else ()),
    )


@dataclass(slots=True)
class _Parts:
    """What is known of a file while it is gone through.

    `pieces` is its text; `starts` and `ends` say at which piece an element first begins and last
    ends, by its name.
    """

    pieces: list[str] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    within: set[str] = field(default_factory=set)
    times: dict[int, str] = field(default_factory=dict)

    @property
    def created(self) -> str:
        """The creation time as it is written; empty where there is none."""
        return self.times[min(self.times)] if self.times else ""

    def of(self, name: str) -> str | None:
        """Return the text of an element, up to the end of the file where nothing ends it."""
        if name not in self.starts:
            return None
        return "".join(self.pieces[self.starts[name] : self.ends.get(name)])

    def outside(self) -> Iterator[tuple[str, str]]:
        """Yield what stands around <TEXT>, without what is read as a fact."""
        facts = {place for name in _FACTS for place in self._places(name)}
        within = self._places("TEXT")
        for place, piece in enumerate(self.pieces):
            if place not in within and place not in facts:
                yield "outside of <TEXT>", piece

    def _places(self, name: str) -> range:
        if name not in self.starts:
            return range(0)
        return range(self.starts[name], self.ends.get(name, len(self.pieces)))

    def pass_tag(self, tag: Tag) -> None:
        """Note where an element begins or ends, and a creation time."""
        if tag.closing or tag.empty:
            self.ends[tag.name] = len(self.pieces)
            self.within.discard(tag.name)
        if not tag.closing:
            self.starts.setdefault(tag.name, len(self.pieces))
            self.within |= set() if tag.empty else {tag.name}
            if tag.name == "TIMEX3":
                self._note_time(tag.attributes)

    def _note_time(self, attributes: dict[str, str]) -> None:
        value = attributes.get("value", "").strip()
        states = attributes.get("functionInDocument") == CREATION
        if not value or not (states or "DCT" in self.within):
            return
        outside = _OUTSIDE if states else _IN_DCT
        self.times.setdefault(_WITHIN if "TEXT" in self.within else outside, value)
