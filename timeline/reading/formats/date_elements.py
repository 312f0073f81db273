"""Dates in a page's visible parts: <time>, microdata and classes such as `entry-date`.

An element in a list of other articles, in a comment or in the prose of the article is none: it
dates something else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from timeline.languages.page_words import page_words
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim
from timeline.model.when import Basis
from timeline.reading.claims import stated_claim
from timeline.reading.formats.tree import local_name
from timeline.reading.record_dates import record_claim
from timeline.reading.words import alternation, word_list

DATA = "page_words.toml"
LONGEST = 120  # characters of an element that is a date
PROSE = 80  # characters of a paragraph around a date
MOST = 3_000  # elements that are looked at
LABEL_REACH = 40  # characters before an element in which its label stands
_ASIDE = frozenset({"aside", "nav", "footer", "blockquote", "figure", "table"})
_PUBLISHED, _PLAIN = range(2)


def element_claims(
    tree: etree._Element, headline: etree._Element | None, languages: tuple[str, ...]
) -> list[DateClaim]:
    """Return the dates that elements state, named ones before those that are only <time>."""
    found: list[tuple[int, DateClaim]] = []
    for element in _candidates(tree):
        rank = _rank(element)
        if rank is None or _is_elsewhere(element, headline):
            continue
        claim = _claim(element, languages)
        if claim:
            found.append((rank, claim))
    # A page may hold many plain <time>; the first of either source is the article's.
    plain: dict[ClaimSource, DateClaim] = {}
    for rank, claim in found:
        if rank == _PLAIN:
            plain.setdefault(claim.source, claim)
    return [*(claim for rank, claim in found if rank == _PUBLISHED), *plain.values()]


def _candidates(tree: etree._Element) -> Iterator[etree._Element]:
    body = tree.find("body")
    for number, element in enumerate((tree if body is None else body).iter(etree.Element)):
        if number > MOST * 20:
            return
        if element.tag == "time" or element.get("class") or element.get("itemprop"):
            yield element


def _rank(element: etree._Element) -> int | None:
    """Return how sure it is that an element is a date of the article; None where it is none."""
    if local_name(element) in ("html", "body", "main", "article", "section", "form", "ul", "ol"):
        return None
    property_ = (element.get("itemprop") or "").lower()
    if property_ in ("datepublished", "datemodified"):
        return _PUBLISHED
    if element.get("pubdate") is not None or is_named(element, "published"):
        return _PUBLISHED
    if element.tag == "time" or is_named(element, "updated"):
        return _PLAIN if element.tag == "time" else _PUBLISHED
    return None


def _claim(element: etree._Element, languages: tuple[str, ...]) -> DateClaim | None:
    text = " ".join("".join(element.itertext()).split())
    if len(text) > LONGEST:
        return None
    source = ClaimSource.UPDATED if _is_updated(element, text) else ClaimSource.PAGE
    place = f"<{element.tag}{_sign(element)}>"
    written = element.get("datetime") or element.get("content") or element.get("title") or ""
    claim = record_claim(source, written, place, languages)
    if claim or element.find(".//time") is not None:
        return claim  # where a <time> is inside, it is asked itself
    bare = _label().sub("", text).strip(" :|-–—•·")
    stated = stated_claim(source, bare, None, languages) if bare else None
    if stated is None or not stated.when.resolved:
        return None
    return DateClaim(
        source, stated.text, stated.when.with_basis(BASIS_OF.get(source, Basis.STATED)), place=place
    )


def _sign(element: etree._Element) -> str:
    for name in ("itemprop", "class"):
        value = (element.get(name) or "").split()
        if value:
            return f" {name}={value[0][:40]}"
    return ""


def _is_updated(element: etree._Element, text: str) -> bool:
    """Return whether an element is labelled as an update; a class that says both says published."""
    property_ = (element.get("itemprop") or "").lower()
    if property_ in ("datepublished", "datemodified"):
        return property_ == "datemodified"
    if _label().search(text):
        return True
    if is_named(element, "updated") and not is_named(element, "published"):
        return True
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        before = (previous.tail or "").strip() or "".join(previous.itertext())
    else:
        before = (parent.text or "") if parent is not None else ""
    return bool(_label().search(before[-LABEL_REACH:]))


def _is_elsewhere(element: etree._Element, headline: etree._Element | None) -> bool:
    """Return whether an element belongs to another article, a comment or the prose."""
    for above in (element, *element.iterancestors()):
        name = local_name(above)
        if name in _ASIDE or (above is not element and name == "p" and _is_prose(above, element)):
            return True
        if name in ("li", "td", "dd") and _is_prose(above, element):
            return True
        if name == "article" and headline is not None and not _holds(above, headline):
            return True
        if name not in ("body", "html", "main") and is_named(above, "elsewhere"):
            return True
    return False


def _is_prose(paragraph: etree._Element, element: etree._Element) -> bool:
    inside = len("".join(element.itertext()))
    return len(" ".join("".join(paragraph.itertext()).split())) - inside > PROSE


def _holds(element: etree._Element, inner: etree._Element) -> bool:
    return any(above is element for above in inner.iterancestors())


def is_named(element: etree._Element, group: str) -> bool:
    """Return whether class or id hold a word of a group of page_words.toml."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return bool(named and _pattern(group).search(named[:300]))


@lru_cache(maxsize=4)
def _pattern(group: str) -> re.Pattern[str]:
    named = word_list(DATA, "element", group)
    words = alternation((*named, *page_words("web", "classes")) if group == "updated" else named)
    edges = r"(?<![a-z])(?:{})" if group == "elsewhere" else r"(?<![a-z-])(?:{})(?![a-z])"
    return re.compile(edges.format(words), re.IGNORECASE)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    words = alternation(page_words("web", "labels"))
    leading = alternation(page_words("web", "before_date"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:\s+(?:{leading})\b)?", re.IGNORECASE)
