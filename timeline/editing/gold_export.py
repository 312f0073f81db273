"""What people corrected, as gold in the format of the project's own tests (docs/evaluation.md).

For each article with an edited event: its text, and a JSON file with its publication date and its
events. Those that people confirmed or corrected are gold; those that nobody looked at are
`optional`, so that they neither earn nor lose; the rejected ones stand under `rejected`. Events
that people merged or split are told in `collection.json`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from timeline.model.calendar import iso_date
from timeline.model.edit import Verdict
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention, Event
from timeline.model.meaning import Point, depends_on
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.when import Basis, When

MOST_AROUND = 400  # characters on either side of a quote that may tell it from its likes
LEAST_WORD = 4  # letters of a word that a good title of the event should hold
_CHECKED = ("title", "when", "status")
_Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One article as gold: the name of its text, the text, and the record of the JSON file."""

    name: str
    text: str
    record: _Record


@dataclass(frozen=True, slots=True)
class GoldExport:
    """All gold, the events that are one, and what could not be written, with the reason."""

    files: tuple[GoldFile, ...]
    collection: _Record
    left_out: tuple[str, ...]


def gold_export(timeline: Timeline) -> GoldExport:
    """Return what people corrected; the timeline holds the rejected events as well."""
    by_document = _by_document(timeline.events)
    files: list[GoldFile] = []
    left_out: list[str] = []
    keys: dict[str, list[str]] = defaultdict(list)
    for dated in timeline.documents:
        mentions = by_document.get(dated.article.document, [])
        if not any(event.edits for event, _ in mentions):
            continue
        name = _text_name(dated.article.document, {file.name for file in files})
        events = list(_events(dated, mentions, left_out))
        for number, (event, record) in enumerate(events, 1):
            record["id"] = number
            keys[event.id].append(f"{PurePosixPath(name).stem}#{number}")
        files.append(GoldFile(name, dated.article.text, _record(name, dated, events, mentions)))
    same = list(_same(timeline.events, keys))
    return GoldExport(tuple(files), {"same": same, "open": []}, tuple(left_out))


def _by_document(events: Iterable[Event]) -> Mapping[str, list[tuple[Event, DatedMention]]]:
    found: dict[str, list[tuple[Event, DatedMention]]] = defaultdict(list)
    for event in events:
        for one in event.mentions:
            found[one.mention.document].append((event, one))
    return found


def _text_name(document: str, taken: set[str]) -> str:
    flat = "_".join(part for part in PurePosixPath(document).parts if part not in ("/", "..", "."))
    stem = PurePosixPath(flat or "article").stem
    name, count = f"{stem}.txt", 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}.txt"
    return name


def _record(
    name: str,
    dated: DatedArticle,
    events: Iterable[tuple[Event, _Record]],
    mentions: Iterable[tuple[Event, DatedMention]],
) -> _Record:
    return {
        "document": name,
        "language": dated.article.language,
        "published": _published(dated),
        "events": [record for _, record in events],
        "rejected": [m.mention.sentence_text for event, m in mentions if _rejected(event)],
        "not_dates": [],
        "ignore": [],
    }


def _published(dated: DatedArticle) -> _Record:
    published = dated.published
    edtf = to_edtf(published.when)
    known = published.when.resolved
    stated = published.basis is Basis.STATED
    inferable = edtf if known and published.basis in (Basis.STATED, Basis.INFERRED) else None
    return {
        "truth": edtf,
        "supply": edtf if published.when.first is None else iso_date(published.when.first),
        "stated_in_text": stated,
        "inferable": inferable,
        "why": " ".join(published.explanation),
    }


def _events(
    dated: DatedArticle, mentions: Iterable[tuple[Event, DatedMention]], left_out: list[str]
) -> Iterator[tuple[Event, _Record]]:
    text = dated.article.text
    ordered = sorted(mentions, key=lambda pair: pair[1].mention.expression.span)
    for event, dated_mention in ordered:
        if _rejected(event):
            continue
        span = dated_mention.mention.expression.span
        fragment = fragment_of(text, span)
        if fragment is None:
            left_out.append(f"{dated.article.document}: {span.of(text)!r} cannot be told apart")
        else:
            yield event, _event(event, dated_mention, span.of(text), fragment)


def _event(event: Event, dated_mention: DatedMention, quote: str, fragment: str) -> _Record:
    edits = event.edits
    fixed = {d.field for d in edits.fields} if edits else set()
    verdict = edits.verdict if edits else None
    checked = verdict is Verdict.CONFIRMED or bool(fixed & {*_CHECKED}) or _added(event)
    when = event.when if "when" in fixed or _added(event) else dated_mention.when
    meaning = dated_mention.mention.expression.meaning
    record: _Record = {
        "id": 0,
        "quote": quote,
        "fragment": fragment,
        "when": {**_when(when), "depends_on_published": depends_on(meaning, Point.PUBLICATION)},
        "event_words": _words(event, dated_mention, edited="title" in fixed),
        "status": (event.status if "status" in fixed else dated_mention.mention.status).value,
        "optional": not checked,
    }
    note = edits.note if edits else ""
    return {**record, "note": note} if note else record


def _when(when: When) -> _Record:
    return {
        "edtf": to_edtf(when),
        "start": None if when.first is None else iso_date(when.first),
        "end": None if when.last is None else iso_date(when.last),
        "precision": when.precision.value,
        "approximate": when.approximate,
    }


def _words(event: Event, dated_mention: DatedMention, *, edited: bool) -> list[str]:
    """Return words that a good title holds: those of a person's title that the sentence has."""
    if not edited:
        return [dated_mention.mention.trigger] if dated_mention.mention.trigger else []
    sentence = dated_mention.mention.sentence_text.casefold()
    words = (word.strip(".,;:!?\"'“”()").casefold() for word in event.title.split())
    return [word for word in words if len(word) >= LEAST_WORD and word in sentence]


def _added(event: Event) -> bool:
    return event.edits is not None and event.edits.added


def _rejected(event: Event) -> bool:
    return event.edits is not None and event.edits.verdict is Verdict.REJECTED


def _same(events: Iterable[Event], keys: Mapping[str, list[str]]) -> Iterator[_Record]:
    for event in events:
        mine = keys.get(event.id, [])
        confirmed = event.edits is not None and (
            event.edits.grouped is not None or event.edits.verdict is Verdict.CONFIRMED
        )
        if confirmed and len(mine) > 1:
            yield {"what": event.title, "events": mine}


def fragment_of(text: str, span: Span) -> str | None:
    """Return the least text around a span that occurs once, and holds its quote once; else None."""
    quote = span.of(text)
    for around in range(MOST_AROUND):
        fragment = text[max(span.start - around, 0) : span.end + around]
        if text.count(fragment) == 1:
            return fragment if fragment.count(quote) == 1 else None
    return None
