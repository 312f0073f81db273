"""The chronology as PDF, set by typst: it is handed text only, and notes no date of making."""

from dataclasses import asdict
from typing import BinaryIO

from timeline.errors import MissingExtraError
from timeline.export.digest.lines import Chronology, quoted
from timeline.wording.json_text import json_text
from timeline.wording.strings import text

_PAGE = """
#let read = json(bytes(sys.inputs.chronology))
#set document(title: read.title, date: none)
#set page("a4", margin: (x: 2cm, y: 1.7cm), numbering: "1")
#set text(9.5pt, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.5em)
#text(18pt, weight: "bold", read.title)

#text(fill: luma(90), read.counts)
#v(4pt)
#for line in read.lines {
  block(breakable: false, above: 9pt)[
    #text(weight: "bold", line.head)

    #line.quote

    #text(8pt, fill: luma(90), line.told)
  ]
}
#if read.sources.len() > 0 {
  block(above: 14pt, below: 6pt, sticky: true, text(12pt, weight: "bold", read.heading))
}
#set text(8pt)
#for source in read.sources {
  let words = str(source.number) + ". " + source.words
  par(if source.url == none { words } else { link(source.url, words) })
}
"""


def write_pdf(chronology: Chronology, out: BinaryIO) -> None:
    """Write days and sources on pages of A4."""
    try:
        import typst  # noqa: PLC0415 - 100 MB of memory, which only this needs
    except ImportError:
        raise MissingExtraError("the chronology as PDF", "typst", "pictures") from None

    read = {
        **asdict(chronology),
        "heading": text("digest.sources"),
        "lines": [{**asdict(line), "quote": quoted(line)} for line in chronology.lines],
    }
    made = typst.compile(_PAGE.encode(), format="pdf", sys_inputs={"chronology": json_text(read)})
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    out.write(made)
