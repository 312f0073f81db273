"""The HTML export: one file with the chronology, a chart to zoom and filters; it asks for nothing.

The list of events is plain HTML, so that it reads, prints and is found without any script. The
script draws the chart from the events that stand in the page as JSON, with how the product draws
them (`chart_data.py`), light or dark as the reader's system asks. A strict policy in the page
forbids every request and every script but this one; text of articles is only ever text.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TextIO

from timeline.bundler import bundled
from timeline.drawing.legend import legend
from timeline.drawing.theme import DARK, LIGHT, css_variables
from timeline.export.chart_data import chart_data
from timeline.export.chronology import Entry, EntrySource, Section, chronology
from timeline.export.format import Format, as_text
from timeline.export.markdown import safe_url
from timeline.model.event import Category
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text
from timeline.wording.plain_text import one_line
from timeline.wording.strings import text

_FILES = Path(__file__).parent / "standalone"
_BUTTONS = (("in", "exported.zoom-in"), ("out", "exported.zoom-out"), ("fit", "exported.all"))


def write_web_page(timeline: Timeline, out: TextIO) -> None:
    """Write the page."""
    sections = chronology(timeline)
    entries = [entry for section in sections for entry in section.entries]
    style = (
        f":root{{{css_variables(LIGHT)}}}\n"
        f"@media (prefers-color-scheme: dark){{:root{{{css_variables(DARK)}}}}}\n"
        f"{_file('page.css')}"
    )
    script = bundled(_FILES / "page.js")
    title = text("exported.title", events=f"{len(entries):,}")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    out.write(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n"
    )
    out.writelines(_head(timeline, entries))
    out.writelines(_section(section) for section in sections)
    out.write(f'<script type="application/json" id="events">{_data(entries)}</script>\n')
    out.write(f"<script>{script}</script>\n</body>\n</html>\n")


def _file(name: str) -> str:
    return (_FILES / name).read_text("utf-8")


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _head(timeline: Timeline, entries: list[Entry]) -> Iterator[str]:
    articles = f"{len(timeline.documents):,}"
    count = text("exported.counts", events=f"{len(entries):,}", articles=articles)
    statuses = sorted({entry.event.status.value for entry in entries})
    categories = [c.value for c in Category if any(e.event.category is c for e in entries)]
    heading = _said("exported.heading")
    yield f"<header><h1>{heading}</h1><p class=said>{escape(count)}</p></header>\n"
    yield '<div class="interactive" hidden>\n<div class="tools">'
    yield f'<input id="words" type="search" placeholder="{_said("exported.search-sample")}"'
    yield f' aria-label="{_said("exported.search")}">'
    yield _choice("category", "exported.category", "exported.every-category", categories)
    yield _choice("status", "exported.status", "exported.every-status", statuses)
    for key, name in _BUTTONS:
        yield f'<button id="{key}" type="button">{_said(name)}</button>'
    yield '</div>\n<svg class="chart" id="chart" tabindex="0" role="group"'
    yield f' aria-label="{_said("exported.chart")}"></svg>\n'
    yield '<p class="said" id="said" role="status"></p>\n'
    yield f'<ul class="legend" aria-label="{_said("exported.legend")}">'
    yield f"{''.join(_legend())}</ul>\n</div>\n"


def _legend() -> Iterator[str]:
    """Yield the legend's entries, each with a picture for either look."""
    for light, dark in zip(legend(LIGHT), legend(DARK), strict=True):
        if light.key != "density":  # the page draws every event
            pictures = f'<span class="light">{light.svg}</span><span class="dark">{dark.svg}</span>'
            yield f'<li title="{escape(light.explanation)}">{pictures}{escape(light.title)}</li>'


def _said(name: str) -> str:
    """Return a text of the page as it stands in HTML."""
    return escape(text(name))


def _choice(key: str, label: str, every: str, values: Iterable[str]) -> str:
    options = "".join(f'<option value="{value}">{value}</option>' for value in values)
    first = f'<option value="">{_said(every)}</option>'
    return f'<select id="{key}" aria-label="{_said(label)}">{first}{options}</select>'


def _section(section: Section) -> str:
    items = "".join(map(_entry, section.entries))
    return f"<section data-year><h2>{escape(section.heading)}</h2>\n{items}</section>\n"


def _entry(entry: Entry) -> str:
    said = "".join(f"<li>{escape(line)}</li>" for line in (*entry.doubts, *entry.about))
    sources = "".join(map(_source, entry.sources))
    return (
        f'<details data-event="{escape(one_line(entry.event.id))}"><summary>'
        f'<span class="date">{escape(entry.date)}</span> {escape(entry.title)}</summary>'
        f"<ul>{said}</ul>{sources}</details>\n"
    )


def _source(source: EntrySource) -> str:
    url = safe_url(source.url)
    title = escape(source.title)
    named = f'<a href="{escape(url)}" rel="noreferrer">{title}</a>' if url else title
    says = escape(text("exported.says", name=source.attribution)) if source.attribution else ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in source.steps)
    return (
        f"<blockquote>“{escape(source.quote)}”{says}<br><cite>{named}</cite>, "
        f"{escape(source.published)}; {escape(source.read)}<ol>{steps}</ol></blockquote>"
    )


def _data(entries: Iterable[Entry]) -> str:
    """Return the events for the script; no text can end the element that they stand in."""
    return json_text(chart_data(entries)).replace("<", "\\u003c")


FORMAT = Format(
    "html",
    ".html",
    "text/html",
    "an interactive page in one file, which needs no network",
    as_text(write_web_page),
    place=110,
)
