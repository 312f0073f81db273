"""Everything behind one event: its date and how it was read, who says so, and the sentences."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.editing.members import fingerprint
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import DatedArticle
from timeline.query.facets import label
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.web.page.edit_marks import mark_badges, values_of
from timeline.web.page.highlight import FOUND, places
from timeline.web.page.passage import Marking, around, marked
from timeline.web.page.pieces import (
    about_name,
    action,
    category_mark,
    hidden_words,
    icon,
    status_badge,
)
from timeline.web.page.publication_form import form_name, published_words, publishing
from timeline.web.page.small_axis import AxisDate, small_axis
from timeline.wording.dates import date_in_words, precision_in_words
from timeline.wording.labels import TOLD_BY_ITSELF, confidence_in_words, undated_reason
from timeline.wording.strings import counted, text


def evidence(
    collection: Collection, event: Event, words: str = "", decided: Sequence[Component] = ()
) -> Component:
    """Return the evidence of an event, the words of a search marked, and what people `decided`."""
    return html.Article(
        [
            _head(event),
            _facts(event),
            *decided,
            *_conflicts(collection, event),
            html.H3(_told(event)),
            *(_mention(collection, event, m, n, words) for n, m in enumerate(event.mentions)),
        ],
        className="evidence",
        **data(
            shown=event.id,
            values=values_of(event),
            pinned=_pinned(event),
            asof=collection.as_of,
            sentences=fingerprint(event),
        ),
    )


def _pinned(event: Event) -> str:
    return "yes" if event.edits is not None and event.edits.pinned else "no"


def announcement(event: Event) -> str:
    """Write an event in one line, for the ear."""
    return text(
        "evidence.spoken",
        title=event.title,
        when=date_in_words(event.when) if event.dated else text("evidence.undated"),
        status=event.status.value,
        articles=counted(len(event.documents), "article"),
    )


def _head(event: Event) -> Component:
    category = event.category.value
    close = action(
        "deselect", icon("close"), aria_label=text("evidence.close"), className="icon-button"
    )
    kicker = html.Div(
        [
            category_mark(category),
            html.Span(label("category", category), className="kicker-name"),
            status_badge(event.status.value),
            close,
        ],
        className="kicker",
    )
    story = action(
        "story",
        text("evidence.add-to-story"),
        value=event.id,
        aria_pressed="false",
        className="button quiet",
    )
    title = html.H2(event.title, tabIndex=-1, id="evidence-title", dir="auto")
    return html.Header(
        [kicker, title, *mark_badges(event), html.Div(story, className="evidence-tools")]
    )


def _facts(event: Event) -> Component:
    rows: list[tuple[str, list[Component] | list[str]]] = [
        (text("evidence.when"), _when(event)),
        (text("evidence.precision"), [precision_in_words(event.when)]),
        (text("evidence.probably"), [_likely_subject(event)]),
        (text("evidence.said-by"), [", ".join(_attributions(event))]),
        (text("evidence.actors"), _filters("actor", event.actors)),
        (text("evidence.places"), _filters("place", event.places)),
        (text("evidence.confidence"), [confidence_in_words(event)]),
    ]
    pairs = [(html.Dt(name), html.Dd(children)) for name, children in rows if any(children)]
    return html.Dl([part for pair in pairs for part in pair], className="facts")


def _when(event: Event) -> list[Component]:
    if not event.dated:
        why = [text("evidence.undated-why"), undated_reason(event)]
        return [html.Span(why, className="when undated")]
    return [html.Strong(date_in_words(event.when), className="when")]


def _likely_subject(event: Event) -> str:
    """Return whom the pronoun of the title probably means; "" where it has none or it is plain."""
    told = (m.mention for m in event.mentions if m.mention.title == event.title)
    likely = next((m.likely_subject for m in told if m.likely_subject), None)
    if likely is None:
        return ""
    return text("evidence.probably-is", word=event.title.split()[0], name=likely)


def _attributions(event: Event) -> list[str]:
    said = (m.mention.attribution for m in event.mentions if m.mention.attribution)
    return list(dict.fromkeys(said))


def _filters(facet: str, values: Sequence[str]) -> list[Component]:
    return [
        part
        for value in values
        for part in (
            action(
                "toggle",
                value,
                facet=facet,
                value=value,
                className="tag",
                title=text("evidence.show-only", name=value),
            ),
            about_name(value),
        )
    ]


def _conflicts(collection: Collection, event: Event) -> list[Component]:
    if not event.conflicts:
        return []
    return [
        html.Section(
            [
                html.H3(text("evidence.disputed")),
                *(html.P(conflict.statement) for conflict in event.conflicts),
                *small_axis(_sides(collection, event), text("evidence.conflicting-dates")),
                html.Table([html.Tbody([_side(collection, m) for m in event.mentions])]),
            ],
            className="conflicts",
        )
    ]


def _sides(collection: Collection, event: Event) -> list[AxisDate]:
    return [
        AxisDate(m.when, collection.title(m.mention.document), event.category.value)
        for m in event.mentions
    ]


def _side(collection: Collection, mention: DatedMention) -> Component:
    resolved = mention.when.resolved
    said = date_in_words(mention.when) if resolved else text("evidence.undated")
    return html.Tr(
        [
            html.Th(said, scope="row"),
            html.Td(mention.mention.status.value),
            html.Td(collection.title(mention.mention.document)),
        ]
    )


def _told(event: Event) -> str:
    if len(event.mentions) == 1:
        return text("evidence.where")
    articles = counted(len(event.documents), "article")
    return text("evidence.told", mentions=len(event.mentions), articles=articles)


def _mention(
    collection: Collection, event: Event, dated: DatedMention, number: int, words: str
) -> Component:
    mention = dated.mention
    source = collection.documents.get(mention.document)
    whole = source.article.text if source else ""
    return html.Section(
        [
            _source(collection, source, dated),
            html.Blockquote(_quote(whole, dated, words), dir="auto"),
            _reading(dated, event, first=number == 0),
            *([_published(collection, source, number)] if source else []),
        ],
        className="mention",
    )


def _source(collection: Collection, source: DatedArticle | None, dated: DatedMention) -> Component:
    document = dated.mention.document
    button = action(
        "open-article",
        [
            text("evidence.open-article"),
            hidden_words(text("evidence.which", name=collection.title(document))),
            icon("arrow"),
        ],
        document=document,
        at=dated.mention.sentence.start,
        className="link-button",
    )
    return html.Div(
        [
            html.Strong(collection.title(document), dir="auto"),
            html.Span(published_words(source) if source else "", className="muted"),
            button,
        ],
        className="mention-source",
    )


def _quote(whole: str, dated: DatedMention, words: str) -> list[str | Component]:
    mention = dated.mention
    if not whole:
        return [mention.sentence_text]
    place = around(whole, mention.sentence)
    markings = [
        Marking(mention.sentence, "told"),
        Marking(mention.expression.phrase, "told-date"),
        *(Marking(found, FOUND) for found in places(place.of(whole), words, place.start)),
    ]
    before = ["… "] if place.start and whole[place.start - 1] != "\n" else []
    after = [" …"] if place.end < len(whole) and whole[place.end] != "\n" else []
    return [*before, *marked(whole, place, markings), *after]


def _reading(dated: DatedMention, event: Event, *, first: bool) -> Component:
    expression = dated.mention.expression
    said = date_in_words(dated.when) if dated.when.resolved else text("evidence.no-date")
    differs = dated.when != event.when
    steps = [html.Li(step) for step in dated.reading.explanation]
    return html.Details(
        [
            html.Summary(
                [
                    text("evidence.how-read"),
                    *([text("evidence.here", date=said)] if differs else []),
                ],
            ),
            html.P([html.Q(expression.text), " → ", html.Strong(said)], className="reading-result"),
            html.Ol(steps, className="steps"),
            html.P([text("evidence.rule"), expression.rule, *_timex(dated)], className="muted"),
            *_written(dated, event, first=first),
        ],
        className="reading",
    )


def _written(dated: DatedMention, event: Event, *, first: bool) -> list[Component]:
    """Return the date as programs write it; with the first mention that of the event, too."""
    dates = (dated.when, event.when) if first else (dated.when,)
    codes = dict.fromkeys(to_edtf(when) for when in dates if when.resolved)
    if not codes:
        return []
    listed = [part for code in codes for part in (html.Code(code), " ")]
    return [html.P([text("evidence.edtf"), *listed], className="muted")]


def _timex(dated: DatedMention) -> list[str | Component]:
    timex = dated.reading.timex
    value = f"{timex.value} {timex.mod}" if timex.mod else timex.value
    return [text("evidence.timex"), html.Code(f"{timex.type.value} {value}")]


def _published(collection: Collection, source: DatedArticle, number: int) -> Component:
    may = collection.may
    known = source.published.basis in TOLD_BY_ITSELF
    form = publishing(source, f"evidence{number}", may, collection.as_of)
    return html.Details(
        [html.Summary(form_name(source, may)), form],
        open=not known and number == 0,
        className="reading",
    )
