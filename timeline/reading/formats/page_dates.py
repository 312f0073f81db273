"""When a web page was published, by all that it says of it, the most reliable first.

What it says to programs (JSON-LD, <meta>, marked elements) comes before its address, that before
labelled and dated lines around the headline. Only where nothing of this is there, htmldate is asked
for a guess; it sees nothing of the prose, whose dates are those of events.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree, html

from timeline.languages.dates import read_date
from timeline.model.article import ClaimSource, DateClaim
from timeline.model.calendar import civil
from timeline.model.edtf import to_edtf
from timeline.reading.formats.blocks import blocks_of, joined, same
from timeline.reading.formats.date_elements import element_claims, is_named
from timeline.reading.formats.json_ld import Thing, main_thing, page_thing
from timeline.reading.formats.tree import local_name
from timeline.reading.header import header_marks
from timeline.reading.lines import lines_of
from timeline.reading.paragraphs import paragraphs_of
from timeline.reading.record_dates import record_claim
from timeline.reading.references import is_heading
from timeline.reading.words import word_list

DATA = "page_words.toml"
BEFORE, AFTER = 4, 6  # paragraphs around the headline that may state the date
BEYOND = 8  # more of them, which show whether its lines of dates are those of a chronicle
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PROSE = 100  # characters; a longer element is a part of the story
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_URL_DATES = (
    re.compile(
        rf"/{_YEAR}[/-](?P<month>\d\d?|[a-z]{{3,9}})[/-](?P<day>\d\d?)(?=[/_.-]|$)", re.IGNORECASE
    ),
    re.compile(rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"/{_YEAR}/(?P<month>\d\d|[a-z]{{3,9}})(?P<day>)/", re.IGNORECASE),
)


def page_claims(
    tree: etree._Element, title: str | None, address: str | None, languages: tuple[str, ...]
) -> tuple[DateClaim, ...]:
    """Return every publication date that a page states, each once for its source."""
    headline = _headline(tree, title)
    claims = [
        *_json_ld_claims(tree, title, address),
        *_meta_claims(tree, languages),
        *element_claims(tree, headline, languages),
        *address_claims(address),
        *_line_claims(tree, title, languages),
    ]
    published = any(c.source is not ClaimSource.UPDATED and c.when.resolved for c in claims)
    return _once(claims if published else [*claims, *_guess(tree)])


def address_claims(address: str | None) -> Iterator[DateClaim]:
    """Read the date in the path of an address; a month where it holds no day."""
    path = "/" + (address or "").partition("://")[2].partition("?")[0].partition("/")[2]
    for shape in _URL_DATES:
        for found in shape.finditer(path):
            written = "-".join(filter(None, found.group("year", "month", "day")))
            when = read_date(
                written if found["month"].isdigit() else " ".join(written.split("-")[::-1])
            )
            claim = record_claim(ClaimSource.URL, to_edtf(when), "address") if when else None
            if claim:
                yield replace(claim, text=found[0].strip("/"))
                return


def _json_ld_claims(
    tree: etree._Element, title: str | None, address: str | None
) -> Iterator[DateClaim]:
    thing = main_thing(tree, title, address)
    yield from _thing_claims(thing)
    if not any(key in thing for key in ("datePublished", "dateCreated")):
        yield from _thing_claims(page_thing(tree))


def _thing_claims(thing: Thing) -> Iterator[DateClaim]:
    names = (
        ("datePublished", ClaimSource.PAGE),
        ("uploadDate", ClaimSource.PAGE),
        ("dateCreated", ClaimSource.PAGE),
        ("dateModified", ClaimSource.UPDATED),
    )
    for name, source in names:
        value = thing.get(name)
        claim = record_claim(source, str(value), f"JSON-LD {name}") if value else None
        if claim:
            yield claim


def _meta_claims(tree: etree._Element, languages: tuple[str, ...]) -> Iterator[DateClaim]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        if any(local_name(above) in ("aside", "nav", "footer") for above in meta.iterancestors()):
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and meta.get("content"):
                said.setdefault(name, str(meta.get("content")))
    groups = (("published", ClaimSource.PAGE), ("updated", ClaimSource.UPDATED))
    for group, source in groups:
        for name in word_list(DATA, "meta", group):
            value = said.get(name)
            claim = record_claim(source, value, f"meta {name}", languages) if value else None
            if claim:
                yield claim


def _headline(tree: etree._Element, title: str | None) -> etree._Element | None:
    """Return the element of the headline: the <h1> that says the title, or the first."""
    found = list(tree.iter("h1"))
    exact = [h for h in found if title and same("".join(h.itertext()), title)]
    return next(iter(exact or found), None)


def _line_claims(
    tree: etree._Element, title: str | None, languages: tuple[str, ...]
) -> Iterator[DateClaim]:
    """Read the lines around the headline, as those above a plain text are read."""
    blocks = blocks_of(tree)
    at = next((n for n, block in enumerate(blocks) if title and same(block, title)), None)
    if at is None:
        return
    first, last = max(0, at - BEFORE), at + 1 + AFTER
    end = len(joined(blocks[first:last]))
    text = joined(blocks[first : last + BEYOND])
    paragraphs = paragraphs_of(text, tuple(lines_of(text)), None)
    for hit in header_marks(paragraphs, languages):
        for claim in hit.claims:
            if claim.when.resolved and hit.mark.span.start < end:
                yield replace(claim, span=None, place="line at the headline")


def _guess(tree: html.HtmlElement) -> Iterator[DateClaim]:
    """Ask htmldate about the page without its prose and without other articles."""
    from htmldate import find_date  # noqa: PLC0415 - most pages need no guess

    bare = deepcopy(tree)
    listed = _below_references(bare)
    for element in list(bare.iter(etree.Element)):
        if (element in listed or _is_no_furniture(element)) and element.getparent() is not None:
            element.drop_tree()
    # Its bounds would follow the clock; these hold on any day.
    found = find_date(
        bare,
        extensive_search=False,
        original_date=True,
        min_date="1990-01-01",
        max_date="2199-12-31",
    )
    claim = record_claim(ClaimSource.GUESS, found, "htmldate") if found else None
    if claim and claim.when.first and civil(claim.when.first)[1:] != (1, 1):
        yield claim


def _below_references(tree: html.HtmlElement) -> set[etree._Element]:
    """Return the items and paragraphs below the heading of a list of sources."""
    found: set[etree._Element] = set()
    listing = False
    for element in tree.iter(*_HEADINGS, "li", "p", "cite"):
        if local_name(element) in _HEADINGS:
            listing = is_heading("".join(element.itertext()))
        elif listing or local_name(element) == "cite":
            found.add(element)
    return found


def _is_no_furniture(element: etree._Element) -> bool:
    """Return whether an element holds prose, headings or other articles."""
    name = local_name(element)
    if name in ("p", "li", "td", "dd", "blockquote") and sum(map(len, element.itertext())) > PROSE:
        return True
    if name in ("html", "body", "main", "article", "head"):
        return False
    headed = ("aside", "nav", "script", "table", "h1", "h2", "h3", "h4")
    return name in headed or is_named(element, "elsewhere")


def _once(claims: Iterable[DateClaim]) -> tuple[DateClaim, ...]:
    """Leave out what a page says again with the same date: the first place of each source stays."""
    kept: dict[tuple[ClaimSource, int | None, int | None], DateClaim] = {}
    for claim in claims:
        kept.setdefault((claim.source, claim.when.first, claim.when.last), claim)
    return tuple(kept.values())
