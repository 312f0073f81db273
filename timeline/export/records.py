"""A timeline as plain values: the documents and events of the export format "timeline/1".

The keys, their order and their meaning are described in docs/timeline-1.schema.json. The JSON,
JSON Lines and CSV exports are three ways of writing these records.
"""

import re
from typing import Any

from timeline.export.edits_record import edits_record
from timeline.export.left_out import left_out_records
from timeline.model.article import DateClaim, Published
from timeline.model.date_record import day, when_record
from timeline.model.edtf import to_edtf
from timeline.model.event import Conflict, DatedMention, Event, EventMention
from timeline.model.figure import Figure
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle
from timeline.model.timex import Timex

SCHEMA = "timeline/1"
SHARE_DIGITS = 3
Record = dict[str, Any]


def published_record(published: Published) -> Record:
    """Return a publication date with its reasons, a line each."""
    return {
        "edtf": to_edtf(published.when),
        "start": day(published.when.first),
        "end": day(published.when.last),
        "basis": published.basis.value,
        "explanation": list(published.explanation),
    }


def document_record(document: DatedArticle) -> Record:
    """Return an article without its text; `left_out` only where something of it was not read."""
    article = document.article
    not_read = left_out_records(article)
    return {
        "document": article.document,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "source": article.source,
        "source_basis": article.source_basis and article.source_basis.value,
        "published": published_record(document.published),
        "claims": [_claim_record(claim) for claim in article.claims],
        "problem": document.problem,
        **({"left_out": not_read} if not_read else {}),
    }


def _claim_record(claim: DateClaim) -> Record:
    """Return a date of publication that somebody or something states; the surest come first."""
    return {
        "source": claim.source.value,
        "text": claim.text,
        "edtf": to_edtf(claim.when),
        "place": claim.place,
        "start": claim.span and claim.span.start,
        "end": claim.span and claim.span.end,
    }


def event_record(event: Event) -> Record:
    """Return an event with all its mentions; `curation` only where people decided something."""
    decided = {"curation": edits_record(event.edits)} if event.edits else {}
    return {
        "id": event.id,
        "title": event.title,
        "when": when_record(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "actors": list(event.actors),
        "places": list(event.places),
        "confidence": _share(event.confidence),
        "confidence_date": _share(event.confidence_date),
        "confidence_wording": _share(event.confidence_wording),
        "worth": _share(event.worth),
        "importance": event.importance,
        "sources": len(event.publishers),
        "documents": event.sources,
        "publishers": list(event.publishers),
        "aliases": {alias.name: list(alias.forms) for alias in event.aliases},
        "conflicts": [_conflict_record(conflict, event.mentions) for conflict in event.conflicts],
        "mentions": [mention_record(mention) for mention in event.mentions],
        **decided,
    }


def mention_record(dated: DatedMention) -> Record:
    """Return one sentence's word for an event; the offsets count characters of the article."""
    mention, reading = dated.mention, dated.reading
    return {
        "document": mention.document,
        "expression": expression_record(mention),
        "sentence": _quote(mention.sentence_text, mention.sentence),
        "dated": "by context" if mention.dated_elsewhere else "in the sentence",
        "title": mention.title,
        "likely_subject": mention.likely_subject,
        "status": mention.status.value,
        "when": when_record(reading.when),
        "attribution": mention.attribution,
        "attributed": _attributed(mention),
        "trigger": _trigger_record(mention),
        "actors": named_spans(mention, mention.actors),
        "places": named_spans(mention, mention.places),
        "figures": [_figure_record(figure) for figure in mention.figures],
        "confidence": _share(mention.confidence),
        "confidence_wording": _share(mention.confidence_wording),
        "worth": _share(mention.worth),
        "timex": timex_record(reading.timex),
        "rule": mention.expression.rule,
        "explanation": list(reading.explanation),
    }


def _share(value: float) -> float:
    return round(float(value), SHARE_DIGITS)


def timex_record(timex: Timex) -> Record:
    """Return the TIMEX3 view of an expression."""
    return {"type": timex.type.value, "value": timex.value, "mod": timex.mod}


def expression_record(mention: EventMention) -> Record:
    """Quote the phrase with its preposition; the bare expression where a sentence cuts it off."""
    sentence, phrase = mention.sentence, mention.expression.phrase
    if not sentence.contains(phrase):
        return _quote(mention.expression.text, mention.expression.span)
    begins = phrase.start - sentence.start
    return _quote(mention.sentence_text[begins : begins + len(phrase)], phrase)


def _attributed(mention: EventMention) -> Record | None:
    source = mention.attribution
    return None if source is None else named_spans(mention, (source,))[0]


def _trigger_record(mention: EventMention) -> Record | None:
    place = mention.trigger_span
    return None if place is None else {"lemma": mention.trigger, **_place(place)}


def named_spans(mention: EventMention, names: tuple[str, ...]) -> list[Record]:
    """Return names with their places; None where the sentence has a pronoun or a shorter form."""
    found = []
    for name in names:
        words = r"\s+".join(re.escape(word) for word in name.split())
        place = re.search(rf"(?<!\w){words}(?!\w)", mention.sentence_text)
        start = mention.sentence.start
        span = None if place is None else Span(start + place.start(), start + place.end())
        found.append({"name": name, **(_place(span) if span else {"start": None, "end": None})})
    return found


def _figure_record(figure: Figure) -> Record:
    return {
        "measure": figure.measure.value,
        "number": figure.number,
        "unit": figure.unit,
        "bound": figure.bound.value,
        **_quote(figure.text, figure.span),
    }


def _place(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _quote(text: str, place: Span) -> Record:
    return {"text": text, "start": place.start, "end": place.end}


def _conflict_record(conflict: Conflict, mentions: tuple[DatedMention, ...]) -> Record:
    """Return a conflict; `mentions` are places in the event's own list of mentions, from 0."""
    keys = set(conflict.keys)
    return {
        "aspect": conflict.aspect,
        "statement": conflict.statement,
        "mentions": [at for at, dated in enumerate(mentions) if dated.mention.key in keys],
    }
