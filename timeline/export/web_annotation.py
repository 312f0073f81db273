"""The Web Annotation export (W3C Recommendation, JSON-LD): an annotation for each mention.

The target is the sentence, by its quote with what stands before and after it and by its place;
the bodies say which event it tells of, when, and with which doubts. Readers that know the model
(Hypothesis, Recogito, Annotorious) show them at the sentence.
"""

from collections.abc import Iterator
from typing import Any, TextIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_text
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention
from timeline.model.timeline import DatedArticle, Timeline
from timeline.wording.json_text import json_text
from timeline.wording.plain_text import one_line

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after a quote, as Hypothesis keeps them
_Record = dict[str, Any]


def write_annotations(timeline: Timeline, out: TextIO) -> None:
    """Write an annotation collection with all its items on one page."""
    documents = {d.article.document: d for d in timeline.documents}
    items = [
        _annotation(entry, told, documents.get(told.mention.document))
        for section in chronology(timeline)
        for entry in section.entries
        for told in entry.event.mentions
    ]
    collection = {
        "@context": CONTEXT,
        "id": "urn:timeline:annotations",
        "type": "AnnotationCollection",
        "label": "Events and their dates",
        "total": len(items),
        "first": {
            "id": "urn:timeline:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    out.write(json_text(collection, 1) + "\n")


def _annotation(entry: Entry, told: DatedMention, dated: DatedArticle | None) -> _Record:
    name = f"{entry.event.id}\n{told.mention.key}".encode("utf-8", "replace").decode()
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(entry, told)),
        "target": {"source": _source(told, dated), "selector": list(_selectors(told, dated))},
    }


def _bodies(entry: Entry, told: DatedMention) -> Iterator[_Record]:
    said = "\n".join((entry.title, *in_sentences(entry), *told.reading.explanation))
    yield _text(said, "describing")
    yield {**_text(f"urn:timeline:event:{quote(entry.event.id, safe='')}", "identifying")}
    for tag in (to_edtf(told.when), told.mention.status.value, entry.event.category.value):
        yield _text(tag, "tagging")


def _text(value: str, purpose: str) -> _Record:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _source(told: DatedMention, dated: DatedArticle | None) -> str:
    """Return the article's address, or its file name as a relative reference."""
    url = dated.article.url if dated else None
    return one_line(url) if url else quote(told.mention.document, safe="/", errors="replace")


def _selectors(told: DatedMention, dated: DatedArticle | None) -> Iterator[_Record]:
    place = told.mention.sentence
    text = dated.article.text if dated else ""
    yield {
        "type": "TextQuoteSelector",
        "exact": told.mention.sentence_text,
        "prefix": text[max(place.start - AROUND, 0) : place.start],
        "suffix": text[place.end : place.end + AROUND],
    }
    yield {"type": "TextPositionSelector", "start": place.start, "end": place.end}


FORMAT = Format(
    "annotations",
    ".jsonld",
    "application/ld+json",
    "W3C Web Annotations: each mention at its sentence",
    as_text(write_annotations),
    place=90,
)
