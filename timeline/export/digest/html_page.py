"""The chronology as one page of HTML, which asks for nothing and runs nothing."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from timeline.export.digest.lines import Chronology, Line, Source, quoted
from timeline.wording.strings import text

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1rem; margin: 1.2rem 0 0; break-after: avoid; }
p { margin: 0.2rem 0; }
.told, .counts, ol { color: GrayText; font-size: 0.85rem; }
section { break-inside: avoid; }
"""


def write_html(chronology: Chronology, out: BinaryIO) -> None:
    """Write days and sources."""
    out.write("".join(_page(chronology)).encode())


def _page(chronology: Chronology) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = escape(chronology.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f'<p class="counts">{escape(chronology.counts)}</p>\n'
    yield from map(_section, chronology.lines)
    if chronology.sources:
        yield f"<h2>{escape(text('digest.sources'))}</h2>\n<ol>\n"
        yield from map(_source, chronology.sources)
        yield "</ol>\n"
    yield "</body>\n</html>\n"


def _section(line: Line) -> str:
    return (
        f"<section><h2>{escape(line.head)}</h2>\n<p>{escape(quoted(line))}</p>\n"
        f'<p class="told">{escape(line.told)}</p></section>\n'
    )


def _source(source: Source) -> str:
    words = escape(source.words)
    if source.url:
        words = f'<a href="{escape(source.url)}" rel="noreferrer">{words}</a>'
    return f"<li>{words}</li>\n"
