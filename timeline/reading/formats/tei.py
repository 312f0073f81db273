"""TEI (P5, and P4 without a document type): the text, and the dates that an editor states in it.

Each `<TEI>` of a corpus is an article. A `<date>` with `when`, `from` and `to`, or `notBefore` and
`notAfter` dates its words, whatever these say. Notes, other readings, deletions and page furniture
are left out, and counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from timeline.model.article import ClaimSource, DateClaim, DatedPhrase
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.model.when import Edge, Kind, When
from timeline.reading.content import Content, Part, Refused, UnreadableError
from timeline.reading.facts import Facts
from timeline.reading.formats.blocks import ALTERNATIVE, SEPARATOR, joined, titled
from timeline.reading.formats.tree import bare_name, xml_root
from timeline.reading.left_out import left_out
from timeline.reading.record_dates import record_claim

READS = (".tei",)

MOST_TEXTS = 20_000
_TEXTS = ("TEI", "TEI.2")
# fmt: off
_BREAKS = frozenset({
    "ab", "argument", "bibl", "body", "byline", "cell", "closer", "dateline", "desc", "div",
    "div1", "div2", "div3", "docTitle", "event", "front", "back", "group", "head", "imprimatur",
    "item", "l", "label", "lg", "list", "listBibl", "listEvent", "opener", "p", "person", "place",
    "postscript", "q", "quote", "row", "salute", "signed", "sp", "speaker", "stage", "table",
    "text", "titlePage", "trailer",
})
# fmt: on
_INLINE_IN = frozenset({"p", "l", "ab", "item", "head"})  # in which a quotation ends no paragraph
_ASIDE = {
    "note": "footnotes",
    "noteGrp": "footnotes",
    "fw": "page furniture",
    "figDesc": ALTERNATIVE,
    "del": "deleted text",
    "surplus": "deleted text",
    "rdg": "other reading",
    "teiHeader": "header of the edition",
}
# Of two forms of one word the second is read, where it is there.
_CHOICES = {"orig": "reg", "sic": "corr", "abbr": "expan"}
_DATES = frozenset({"date", "docDate", "origDate", "birth", "death", "floruit"})
# Where a header says when a text was written or published, the surest first.
_DATED_BY = ("creation", "correspAction", "sourceDesc", "publicationStmt")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read the texts of a TEI file; raise `UnreadableError` where it holds none."""
    root = xml_root(data)
    texts = [e for e in root.iter() if bare_name(e) in _TEXTS]
    if not texts:
        raise UnreadableError("is TEI without a text")
    if len(texts) > MOST_TEXTS:
        raise UnreadableError(f"holds more than {MOST_TEXTS:,} texts; split it")
    if len(texts) == 1:
        return [_content(texts[0])]
    return [_named(str(number), text) for number, text in enumerate(texts, 1)]


def _named(name: str, root: etree._Element) -> Part:
    try:
        return replace(_content(root), name=name)
    except UnreadableError as error:
        return Refused(name, str(error))


def _content(root: etree._Element) -> Content:
    header = next((e for e in root if bare_name(e) == "teiHeader"), None)
    facts = Facts() if header is None else _facts(header)
    body = _Body()
    for text in (e for e in root if bare_name(e) == "text"):
        facts = replace(facts, declared=_language(text) or _language(root))
        body.take(text)
    if not body.blocks:
        raise UnreadableError("is TEI without a text")
    whole = titled(facts.title, body.blocks)
    shift = len(whole) - len(joined(body.blocks))
    dated = tuple(
        DatedPhrase(Span(one.span.start + shift, one.span.end + shift), one.when)
        for one in body.phrases
    )
    return Content(whole, facts, left_out=left_out(body.rest), dated=dated)


def _language(element: etree._Element) -> str | None:
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or None


@dataclass(slots=True)
class _Body:
    """The paragraphs of a text as it is gone through, and the dated phrases at their places."""

    blocks: list[str] = field(default_factory=list)
    phrases: list[DatedPhrase] = field(default_factory=list)
    rest: list[tuple[str, str]] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _start: int = 0  # of the paragraph that is written, in the text
    _open: list[tuple[etree._Element, int, When]] = field(default_factory=list)
    _waiting: list[tuple[int, int, When]] = field(default_factory=list)

    def take(self, root: etree._Element) -> None:
        """Go through a text, without recursion."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            name = bare_name(element)
            if event == "start":
                reason = _reason(name, element)
                if reason is not None:
                    walk.skip_subtree()
                    self.rest.append((reason, _text(element)))
                    continue
                self._begin(name, element)
            elif _reason(name, element) is None:
                self._end(name, element)
            if event != "start" and element is not root:
                self._write(element.tail or "")
        self._break()

    def _begin(self, name: str, element: etree._Element) -> None:
        if _is_block(name, element):
            self._break()
        elif name in ("lb", "cb", "pb", "gap", "space"):
            self._write("" if element.get("break") == "no" else " ")
        when = _when(element) if name in _DATES else None
        if when is not None:
            self._open.append((element, self._length, when))
        self._write(element.text or "")

    def _end(self, name: str, element: etree._Element) -> None:
        if self._open and self._open[-1][0] is element:
            _, start, when = self._open.pop()
            self._waiting.append((start, self._length, when))
        if _is_block(name, element):
            self._break()

    def _write(self, text: str) -> None:
        """Add text to the paragraph, blanks in a row as one, none at its beginning."""
        words = " ".join(text.split())
        blank = self._length > 0 and not self._ends_blank()
        if text[:1].isspace() and blank:
            words = f" {words}"
        if text[-1:].isspace() and words.strip():
            words += " "
        if words and (words != " " or blank):
            self._pieces.append(words)
            self._length += len(words)

    def _ends_blank(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].endswith(" ")

    def _break(self) -> None:
        """End the paragraph that is written; what is dated in it finds its place in the text."""
        text = "".join(self._pieces).rstrip()
        for start, end, when in self._waiting:
            piece = text[start:end]
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip())
            if first < last:
                place = Span(self._start + first, self._start + last)
                self.phrases.append(DatedPhrase(place, when))
        if text:
            self.blocks.append(text)
            self._start += len(text) + len(SEPARATOR)
        self._pieces.clear()
        self._waiting.clear()
        self._length = 0
        self._open = [(element, 0, when) for element, _, when in self._open]


def _is_block(name: str, element: etree._Element) -> bool:
    if name not in _BREAKS:
        return False
    above = element.getparent()
    quoted = name in ("q", "quote", "label", "desc", "bibl", "list")
    return not (quoted and above is not None and bare_name(above) in _INLINE_IN)


def _reason(name: str, element: etree._Element) -> str | None:
    """Return why an element is not read; None where it is."""
    if name in _CHOICES:
        above = element.getparent()
        others = () if above is None or bare_name(above) != "choice" else above
        better = any(bare_name(other) == _CHOICES[name] for other in others)
        return "other reading" if better else None
    return _ASIDE.get(name)


def _when(element: etree._Element) -> When | None:
    """Return the date that an element states; None where it states none, or none that can be."""
    get = element.get
    try:
        stated = get("when") or get("when-iso") or get("value")
        if stated:
            when = from_edtf(stated)
            return when if when.resolved else None
        if get("from") or get("to"):
            return _stretch(get("from"), get("to"), Kind.THROUGHOUT)
        if get("notBefore") or get("notAfter"):
            return _stretch(get("notBefore"), get("notAfter"), Kind.WITHIN)
    except ValueError:
        return None
    return None


def _stretch(start: str | None, end: str | None, kind: Kind) -> When | None:
    first = from_edtf(start).first if start else None
    last = from_edtf(end).last if end else None
    if first is None and last is None:
        return None
    unknown = Edge.UNKNOWN
    return When(unknown if first is None else first, unknown if last is None else last, kind)


def _facts(header: etree._Element) -> Facts:
    title = next(map(_text, _in(header, "titleStmt", "title")), "")
    publisher = next(map(_text, _in(header, "publicationStmt", "publisher")), "")
    claims = (claim for where in _DATED_BY for claim in _claims(header, where))
    first = next(claims, None)
    return Facts((first,) if first else (), title or None, source=publisher or None)


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _claims(header: etree._Element, where: str) -> Iterator[DateClaim]:
    for date in _in(header, where, "date"):
        written = date.get("when") or date.get("when-iso") or date.get("value")
        text = written or "".join(date.itertext())
        claim = record_claim(ClaimSource.RECORD, text, f"element {where}/date")
        if claim:
            yield claim


def _in(header: etree._Element, above: str, name: str) -> Iterable[etree._Element]:
    places = (e for e in header.iter() if bare_name(e) == above)
    return (e for place in places for e in place.iter() if bare_name(e) == name)
