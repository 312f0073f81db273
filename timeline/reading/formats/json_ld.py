"""JSON-LD in a web page: what schema.org objects say of the article that the page shows."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from timeline.reading.formats.blocks import same
from timeline.reading.title import one_line

MOST_OBJECTS = 2_000
DEEPEST = 30
_ARTICLES = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "Posting", "Review")
_PAGES = ("WebPage", "ItemPage", "AboutPage", "VideoObject", "CreativeWork", "MedicalWebPage")
# What these hold are other articles, or what readers wrote.
_ASIDE = frozenset(
    {"comment", "relatedlink", "itemlistelement", "hasPart", "mentions", "about", "citation"}
    | {"review", "subjectOf", "isBasedOn", "event", "associatedMedia", "image", "author"}
)
Thing = dict[str, Any]


def main_thing(tree: etree._Element, title: str | None, address: str | None) -> Thing:
    """Return the object that is the page's article: by its address or headline, else the first."""
    things = list(_things(tree))
    articles = [thing for thing in things if _is_a(thing, _ARTICLES)]
    for thing in articles:
        if _is_at(thing, address) or same(_text(thing.get("headline")), title or "\0"):
            return thing
    return next(iter(articles or [t for t in things if _is_a(t, _PAGES)]), {})


def page_thing(tree: etree._Element) -> Thing:
    """Return the object that is the page itself; empty where there is none."""
    return next((thing for thing in _things(tree) if _is_a(thing, _PAGES)), {})


def publisher_of(thing: Thing) -> str | None:
    """Return the name of an object's publisher; None where it is not named."""
    publisher = thing.get("publisher")
    if isinstance(publisher, list):
        publisher = next(iter(publisher), None)
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return one_line(publisher) or None if isinstance(publisher, str) else None


def _things(tree: etree._Element) -> Iterator[Thing]:
    """Yield every object of the page's scripts but those that stand for something else."""
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting: list[tuple[Any, int]] = [(_parsed(script.text or ""), 0)]
        while waiting:
            value, depth = waiting.pop()
            seen += 1
            if seen > MOST_OBJECTS or depth > DEEPEST:
                break
            if isinstance(value, list):
                waiting += [(item, depth + 1) for item in reversed(value)]
            elif isinstance(value, dict):
                yield value
                inner = [
                    v for key, v in value.items() if key not in _ASIDE and key.lower() not in _ASIDE
                ]
                waiting += [(v, depth + 1) for v in reversed(inner) if isinstance(v, dict | list)]


def _parsed(text: str) -> Any:  # noqa: ANN401 - any JSON value
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_a(thing: Thing, endings: Sequence[str]) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(tuple(endings)) for name in names)


def _is_at(thing: Thing, address: str | None) -> bool:
    if not address:
        return False
    named = [thing.get("url"), thing.get("@id"), thing.get("mainEntityOfPage")]
    found = [_text(n.get("@id") if isinstance(n, dict) else n) for n in named]
    return any(_bare(address) == _bare(url.partition("#")[0]) for url in found if url)


def _bare(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/").casefold()


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return value.strip() if isinstance(value, str) else ""
