"""A component of spaCy pipelines: `nlp.add_pipe("timeline")`.

It sets extensions on documents and spans, and changes nothing else:

    doc._.published     set by you, before the component runs: the publication date, as a text
    doc._.publication   when it was published, as it was told or inferred
    doc._.events        the events, as `timeline.read` returns them
    doc.spans["dates"]  the words that name a time
    span._.when         what a span of these comes to; None on any other span
    span._.events       the events whose dating words touch a span

spaCy finds it by its entry point and loads this module with any pipeline: so what reads articles is
imported when a document comes.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from timeline.python_api.views import Date, Event

GROUP = "dates"
_WHEN = "timeline_when"


@dataclass(frozen=True, slots=True)
class TimelineComponent:
    """Reads documents; `published` is the publication date of those that bring none."""

    published: str | None
    language: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Set the extensions of a document."""
        from timeline.python_api.annotating import annotate  # noqa: PLC0415 - see above

        told = doc._.published or self.published
        found = annotate(doc.text, published=told, language=self.language)
        spans, whens = [], {}
        for words in found.dates:
            span = doc.char_span(words.start, words.end, label="DATE", alignment_mode="expand")
            if span is not None:
                spans.append(span)
                whens[span.start, span.end] = words.when
        doc.spans[GROUP] = spans
        doc.user_data[_WHEN] = whens
        doc._.events = found.result.events
        doc._.publication = next((d.published for d in found.result.documents), None)
        return doc


def when_of(span: Span) -> "Date | None":
    """Return what a span that names a time comes to."""
    whens: dict[tuple[int, int], Date] = span.doc.user_data.get(_WHEN, {})
    return whens.get((span.start, span.end))


def events_in(span: Span) -> "tuple[Event, ...]":
    """Return the events whose dating words touch a span."""
    events: tuple[Event, ...] = span.doc._.events
    return tuple(
        event
        for event in events
        if any(m.start < span.end_char and span.start_char < m.end for m in event.mentions)
    )


@Language.factory(
    "timeline",
    default_config={"published": None, "language": None},
    assigns=["doc._.events", "doc._.publication", "doc.spans"],
)
def make_component(
    nlp: Language,  # noqa: ARG001 - as spaCy calls it
    name: str,  # noqa: ARG001 - as spaCy calls it
    published: str | None,
    language: str | None,
) -> TimelineComponent:
    """Return the component, and register its extensions."""
    _extend(Doc, "events", default=())
    _extend(Doc, "published", default=None)
    _extend(Doc, "publication", default=None)
    _extend(Span, "when", getter=when_of)
    _extend(Span, "events", getter=events_in)
    return TimelineComponent(published, language)


def _extend(kind: Any, name: str, **how: Any) -> None:  # noqa: ANN401 - spaCy's Doc or Span, and its options
    if not kind.has_extension(name):
        kind.set_extension(name, **how)
