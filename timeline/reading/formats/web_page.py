"""Web pages: the article by trafilatura, under its headline; what the page says of it as facts."""

import re
from collections.abc import Iterator

from lxml import etree, html

from timeline.languages import own_languages
from timeline.languages.folders import MAIN
from timeline.model.article import SourceBasis
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.decoding import UndecodableError, decode
from timeline.reading.facts import Facts
from timeline.reading.formats import telegram_page
from timeline.reading.formats.blocks import blocks_of, same, titled
from timeline.reading.formats.json_ld import main_thing, publisher_of
from timeline.reading.formats.page_dates import page_claims
from timeline.reading.formats.page_rest import completed, shown_blocks
from timeline.reading.formats.tree import declared_charset, html_tree, local_name
from timeline.reading.language import looks_english
from timeline.reading.left_out import left_out
from timeline.reading.title import one_line

READS = (".html", ".htm", ".xhtml")

LONGEST_TITLE = 300
MOST_NULLS = 0.05
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_SITE = re.compile(r"\s+[|–—•·»-]\s+[^|–—•·»]{2,60}$")
_PARAGRAPHS = frozenset({"p", "head", "item", "quote", "cell", "code", "title"})
_CHROME = ("nav", "aside", "footer", "header", "form")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a web page; raise `UnreadableError` where it shows no text."""
    text = _decoded(data)
    if telegram_page.MARK in data:
        return telegram_page.messages(html_tree(text))
    return [page(text, None)]


def page(text: str, address: str | None) -> Content:
    """Read the HTML of a page that stands at an address, as far as that is known."""
    tree = html_tree(text)
    address = _address(tree) or address
    title = _title(tree)
    declared = tree.get("lang") or _meta(tree, "og:locale", "language", "content-language")
    declared = declared.replace("_", "-").split(",")[0].strip() if declared else None
    rest: list[tuple[str, str]] = []
    blocks = blocks_of(tree, rest)
    shown = shown_blocks(tree)
    languages = (declared, "en") if declared else _languages(" ".join(blocks))
    claims = page_claims(tree, title, address, languages)
    source = _publisher(tree, title, address)
    story = _story(tree) or blocks_of(_without_chrome(tree))
    if not story:
        raise UnreadableError(
            "shows no text without running its scripts; save the page from a browser"
        )
    story, furniture = completed(story, shown, title)
    basis = SourceBasis.PAGE if source else None
    facts = Facts(claims, title, address, source, None, declared, basis)
    return Content(titled(title, story), facts, left_out=left_out([*furniture, *rest]))


def _languages(text: str) -> tuple[str, ...]:
    """Return the languages in which a page's dates may be, where it declares none.

    py3langid cannot tell here: it writes its model to a file.
    """
    if looks_english(text):
        return (MAIN,)
    return (*(code for code in own_languages() if code != MAIN), MAIN)


def _decoded(data: bytes) -> str:
    """Decode a page: by the encoding that it names, where the bytes are of that one."""
    if 0 < data.count(b"\0") < MOST_NULLS * len(data):
        data = data.replace(b"\0", b"")  # stray ones; UTF-16 has one in two bytes
    charset = declared_charset(data)
    if charset and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return decode(data)
    except UndecodableError:
        if charset is None:
            raise
        return data.decode("utf-8", "replace")


def _story(tree: html.HtmlElement) -> list[str]:
    """Return the paragraphs that trafilatura takes for the article."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes half a second

    document = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    return [] if body is None else list(_paragraphs(body))


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of trafilatura's tree; text beside elements is one, too."""
    for element in body.iter(etree.Element):
        name = local_name(element)
        if name in _PARAGRAPHS and not any(
            local_name(e) in _PARAGRAPHS for e in element.iterdescendants()
        ):
            yield from _lines(element)
        elif name in _PARAGRAPHS:
            yield from _own(element.text)
        if element is not body and name not in ("hi", "ref", "del", "lb", "graphic"):
            inside = any(local_name(above) in _PARAGRAPHS for above in element.iterancestors())
            if not inside or name in _PARAGRAPHS:
                yield from _own(element.tail)


def _lines(element: etree._Element) -> Iterator[str]:
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    text = "".join(element.itertext())
    yield from _own(text)


def _own(text: str | None) -> Iterator[str]:
    line = one_line(text or "")
    if line:
        yield line


def _title(tree: etree._Element) -> str | None:
    """Return the headline: the <h1> that the page's own title begins with, or that title."""
    headings = [one_line("".join(h.itertext())) for h in tree.iter("h1")]
    headings = [h for h in headings if 0 < len(h) <= LONGEST_TITLE]
    stated = [_meta(tree, "og:title"), _meta(tree, "twitter:title")]
    written = [one_line("".join(t.itertext())) for t in tree.iter("title")][:1]
    named = [name for name in (*stated, *written) if name]
    for heading in headings:
        if any(same(name[: len(heading)], heading) or same(name, heading) for name in named):
            return heading
    if named:
        return _SITE.sub("", one_line(named[0]))[:LONGEST_TITLE] or None
    return headings[0] if len(headings) == 1 else None


def _publisher(tree: etree._Element, title: str | None, address: str | None) -> str | None:
    """Return the publisher as the page names it to programs."""
    named = _meta(tree, "og:site_name")
    return (
        named
        or publisher_of(main_thing(tree, title, address))
        or _meta(tree, "application-name", "publisher")
    )


def _address(tree: etree._Element) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            "http"
        ):
            return str(link.get("href"))
    named = _meta(tree, "og:url")
    if named and named.startswith("http"):
        return named
    comments = (str(c.text or "") for c in tree.getroottree().iter(etree.Comment))
    found = (_SAVED_FROM.search(comment) for comment in comments)
    return next((hit[1] for hit in found if hit), None)


def _meta(tree: etree._Element, *names: str) -> str | None:
    for name in names:
        for meta in tree.iter("meta"):
            said = (
                meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
            ).lower()
            if said == name and (meta.get("content") or "").strip():
                return one_line(str(meta.get("content")))
    return None


def _without_chrome(tree: html.HtmlElement) -> html.HtmlElement:
    for element in list(tree.iter(*_CHROME)):
        if element.getparent() is not None:
            element.drop_tree()
    return tree
