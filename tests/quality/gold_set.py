"""Gold: articles with what a careful reader finds in them.

A set is a folder of texts and a folder with a JSON file beside each of them; docs/evaluation.md
tells the format. An event stands by its quote and a fragment of the text that holds the quote and
occurs once, so that nobody counts characters by hand: the loader finds the places.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.model.when import When

TESTS = Path(__file__).parents[1]
COLLECTION = TESTS / "gold" / "collection.json"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event with the expression that dates it; `also_when` and `also_status` are right, too.

    `words`, or one of `words_any`, stand in every good title of it, none of `must_not` does. An
    optional event neither earns nor loses.
    """

    key: str  # "dam_burst_wire#1"
    span: Span
    quote: str
    when: When
    relative: bool  # the date counts from the publication
    words: tuple[str, ...]
    status: str
    optional: bool
    also_when: tuple[When, ...] = ()
    also_status: tuple[str, ...] = ()
    actors: tuple[str, ...] | None = None  # those with a name; None where nobody listed them
    words_any: tuple[tuple[str, ...], ...] = ()  # any of these sets does as `words` do
    must_not: tuple[str, ...] = ()  # words that make a title false


@dataclass(frozen=True, slots=True)
class GoldPublished:
    """The publication date: the truth, what the dated run supplies, what a reader could infer."""

    truth: When
    supply: str
    stated: bool
    inferable: When | None
    why: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: text, publication date, events, traps that are no dates, what stays open."""

    document: str
    path: Path
    text: str
    published: GoldPublished
    events: tuple[GoldEvent, ...]
    not_dates: tuple[Span, ...]
    ignore: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Events of the gold that are one, by their keys; `conflict` is what they contradict in."""

    what: str
    events: tuple[str, ...]
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A collection of articles; pairs within one of `open` may be one event or two."""

    name: str
    articles: tuple[GoldArticle, ...]
    same: tuple[Telling, ...]
    open: tuple[tuple[str, ...], ...]
    digest: str


def load_seeds() -> GoldSet:
    """Return the five seed articles with the project's own gold."""
    return load("seeds", TESTS.parent / "seeds", TESTS / "gold" / "seeds")


def load_own() -> GoldSet:
    """Return the articles written for the project."""
    folder = TESTS / "gold" / "articles"
    return load("own", folder, folder)


def load_long(part: str) -> GoldSet:
    """Give the articles of real length: "tuned" to develop on, "held_out" only to measure on."""
    folder = TESTS / "gold" / "long" / part
    return load(f"long-{part}", folder, folder)


def load(name: str, texts: Path, gold: Path) -> GoldSet:
    """Read a set; raise ValueError where a quote does not stand in its article once."""
    paths = sorted(gold.glob("*.json"))
    articles = tuple(_article(json.loads(p.read_text("utf-8")), texts) for p in paths)
    keys = {event.key for article in articles for event in article.events}
    collection = json.loads(COLLECTION.read_text("utf-8"))
    same = [_telling(entry) for entry in collection["same"]]
    undecided = [tuple(entry["events"]) for entry in collection["open"]]
    return GoldSet(
        name=name,
        articles=articles,
        same=tuple(telling for telling in same if keys.issuperset(telling.events)),
        open=tuple(group for group in undecided if keys.issuperset(group)),
        digest=digest([*paths, *(a.path for a in articles), COLLECTION]),
    )


def digest(paths: list[Path]) -> str:
    """Return the SHA-256 over names and contents of files, whatever their order."""
    whole = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def place(text: str, quote: str, fragment: str) -> Span:
    """Find a quote by the fragment that holds it; raise ValueError unless both occur once."""
    if text.count(fragment) != 1:
        raise ValueError(f"{fragment!r} occurs {text.count(fragment)} times")
    if fragment.count(quote) != 1:
        raise ValueError(f"{quote!r} occurs {fragment.count(quote)} times in {fragment!r}")
    start = text.index(fragment) + fragment.index(quote)
    return Span(start, start + len(quote))


def _article(record: dict[str, Any], texts: Path) -> GoldArticle:
    document = record["document"]
    path = texts / document
    text = path.read_bytes().decode("utf-8")
    stem = Path(document).stem
    return GoldArticle(
        document=document,
        path=path,
        text=text,
        published=_published(record["published"]),
        events=tuple(_event(event, stem, text) for event in record["events"]),
        not_dates=_occurrences(record["not_dates"], text),
        ignore=_occurrences(record["ignore"], text),
    )


def _published(record: dict[str, Any]) -> GoldPublished:
    inferable = record["inferable"]
    return GoldPublished(
        truth=from_edtf(record["truth"]),
        supply=record["supply"],
        stated=record["stated_in_text"],
        inferable=from_edtf(inferable) if inferable else None,
        why=record["why"],
    )


def _event(record: dict[str, Any], stem: str, text: str) -> GoldEvent:
    return GoldEvent(
        key=f"{stem}#{record['id']}",
        span=place(text, record["quote"], record["fragment"]),
        quote=record["quote"],
        when=replace(from_edtf(record["when"]["edtf"]), approximate=record["when"]["approximate"]),
        relative=record["when"]["depends_on_published"],
        words=tuple(record["event_words"]),
        status=record["status"],
        optional=record["optional"],
        also_when=tuple(from_edtf(edtf) for edtf in record.get("also_when", ())),
        also_status=tuple(record.get("also_status", ())),
        actors=tuple(record["actors"]) if "actors" in record else None,
        words_any=tuple(tuple(words) for words in record.get("event_words_any", ())),
        must_not=tuple(record.get("must_not", ())),
    )


def _occurrences(quotes: list[str], text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for quote in quotes:
        start = text.find(quote)
        if start < 0:
            raise ValueError(f"{quote!r} does not stand in the article")
        while start >= 0:
            found.append(Span(start, start + len(quote)))
            start = text.find(quote, start + 1)
    return tuple(found)


def _telling(entry: dict[str, Any]) -> Telling:
    return Telling(entry["what"], tuple(entry["events"]), entry.get("conflict"))
