"""A digest as plain values: the schema is docs/timeline-digest-1.schema.json."""

from timeline.digest import Digest, DigestDay
from timeline.export.records import Record
from timeline.model.date_record import day
from timeline.model.edtf import to_edtf
from timeline.model.when import When

SCHEMA = "timeline-digest/1"


def digest_record(digest: Digest) -> Record:
    """Return a digest; its days stand in the order of time."""
    return {"schema": SCHEMA, "days": [day_record(one) for one in digest.days]}


def day_record(one: DigestDay) -> Record:
    """Return a day with its line, its sentence, its counts and its reasons."""
    when = When.of_day(one.day)
    return {
        "when": {"edtf": to_edtf(when), "start": day(when.first), "end": day(when.last)},
        "rank": one.rank,
        "score": one.score,
        "title": one.title,
        "sentence": one.sentence,
        "document": one.document,
        "cited": list(one.cited),
        "events": list(one.events),
        "documents": one.documents,
        "sources": one.sources,
        "looking_back": one.looking_back,
        "disputed": one.disputed,
        "why": list(one.why),
    }
