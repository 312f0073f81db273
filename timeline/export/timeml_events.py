"""The TimeML export: a zip with one TimeML file for each article, its events and their dates.

Time expressions that date an event are TIMEX3, event words EVENT with a MAKEINSTANCE, and the
date of an event is a TLINK between the two; mentions of one event in the same article are joined
by a TLINK of IDENTITY. TimeML has no place for titles, intervals, confidence and conflicts, nor
for an event that several articles tell: a comment above the text says those.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline.export.chronology import entry_of, in_sentences
from timeline.export.format import ExportContext, Format
from timeline.export.timeml import (
    Markup,
    TimemlTag,
    empty_element,
    left_out,
    nest,
    timeml_document,
    timex_tag,
)
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention, Event, Status
from timeline.model.expression import TimeExpression
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.when import Edge, Kind, When

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FACTS = (Status.HAPPENED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention of an article with the numbers of its elements."""

    event: Event
    mention: DatedMention
    number: int
    timex: int


def write_timeml_events(timeline: Timeline, out: BinaryIO, _context: ExportContext) -> None:
    """Write the zip; articles in the order of the timeline."""
    told: defaultdict[str, list[tuple[Event, DatedMention]]] = defaultdict(list)
    for event in timeline.events:
        for mention in event.mentions:
            told[mention.mention.document].append((event, mention))
    taken: set[str] = set()
    with ZipFile(out, "w") as archive:
        for dated in timeline.documents:
            name = _file_name(dated.article.document, taken)
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, article_timeml(dated, told[dated.article.document]))


def article_timeml(dated: DatedArticle, told: Sequence[tuple[Event, DatedMention]]) -> str:
    """Write one article with the events that it tells."""
    text = dated.article.text
    numbered = list(_numbered(told))
    tags, crossing = nest([*_timexes(numbered), *_events(numbered)])
    kept = {tag.attributes[0][1] for tag in tags}
    notes = [*left_out(text, crossing), *map(_note, numbered)]
    below = [*_instances(numbered, kept), *_links(numbered, kept)]
    markup = Markup(tags, notes, below)
    return timeml_document(text, markup, dated.published, dated.article.document)


def _file_name(document: str, taken: set[str]) -> str:
    """Return a name inside of the archive: relative, below it, and only this article's."""
    parts = [part for part in PurePosixPath(document).parts if part not in ("/", "..", ".")]
    path = PurePosixPath(*(parts or ["article"])).with_suffix(".tml")
    count = 1
    name = str(path)
    while name in taken:
        count += 1
        name = str(path.with_stem(f"{path.stem}-{count}"))
    taken.add(name)
    return name.encode("utf-8", "replace").decode()


def _numbered(told: Sequence[tuple[Event, DatedMention]]) -> Iterator[_Told]:
    timexes: dict[TimeExpression, int] = {}
    ordered = sorted(told, key=lambda pair: pair[1].mention.key)
    for number, (event, mention) in enumerate(ordered, 1):
        timex = timexes.setdefault(mention.mention.expression, len(timexes) + 1)
        yield _Told(event, mention, number, timex)


def _timexes(told: Sequence[_Told]) -> Iterator[TimemlTag]:
    known = {one.timex: one.mention for one in told}
    for number, mention in known.items():
        yield timex_tag(number, (mention.mention.expression, mention.reading))


def _events(told: Sequence[_Told]) -> Iterator[TimemlTag]:
    for one in told:
        span = one.mention.mention.trigger_span
        if span is not None:
            kind = "I_ACTION" if one.mention.mention.status not in _FACTS else "OCCURRENCE"
            yield TimemlTag(span, "EVENT", (("eid", f"e{one.number}"), ("class", kind)))


def _note(one: _Told) -> str:
    entry = entry_of(one.event, {})
    said = [line for line in in_sentences(entry) if not line.startswith("“")]
    edtf = to_edtf(one.mention.when)
    return f"e{one.number}, event {one.event.id}: {entry.title}; here {edtf}; {'; '.join(said)}"


def _instances(told: Sequence[_Told], kept: set[str]) -> Iterator[str]:
    for one in told:
        if f"e{one.number}" not in kept:
            continue
        status = one.mention.mention.status
        instance = {
            "eiid": f"ei{one.number}",
            "eventID": f"e{one.number}",
            "tense": "NONE",
            "aspect": "NONE",
            "pos": "OTHER",
            "polarity": "NEG" if status is Status.DENIED else "POS",
        }
        if status not in _FACTS:
            instance["modality"] = status.value
        yield empty_element("MAKEINSTANCE", instance)


def _links(told: Sequence[_Told], kept: set[str]) -> Iterator[str]:
    count = 0
    instances: dict[str, int] = {}
    for one in told:
        if f"e{one.number}" not in kept:
            continue
        link = {"eventInstanceID": f"ei{one.number}"}
        if f"t{one.timex}" in kept and one.mention.when.resolved:
            count += 1
            related = {"relatedToTime": f"t{one.timex}", "relType": relation(one.mention.when)}
            yield empty_element("TLINK", {"lid": f"l{count}"} | link | related)
        first = instances.setdefault(one.event.id, one.number)
        if first != one.number:
            count += 1
            same = {"relatedToEventInstance": f"ei{first}", "relType": "IDENTITY"}
            yield empty_element("TLINK", {"lid": f"l{count}"} | link | same)


def relation(when: When) -> str:
    """Return the relation of an event to the time that dates it, by TimeML's names."""
    if when.kind is Kind.THROUGHOUT:
        if when.bounded:
            return "SIMULTANEOUS"
        return "BEGUN_BY" if when.first is not None else "ENDED_BY"
    if when.start is Edge.UNKNOWN:
        return "BEFORE"
    return "AFTER" if when.end is Edge.UNKNOWN else "IS_INCLUDED"


FORMAT = Format(
    "timeml",
    ".zip",
    "application/zip",
    "a zip with a TimeML file for each article: events, dates and their links",
    write_timeml_events,
    binary=True,
    place=80,
)
