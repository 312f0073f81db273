"""One mention of an event: its article, its sentence, and how its date was read."""

from dash import html
from dash.development.base_component import Component

from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import DatedArticle
from timeline.web.data.collection import Collection
from timeline.web.page.highlight import FOUND, places
from timeline.web.page.passage import Marking, around, marked
from timeline.web.page.pieces import action, hidden_words, icon
from timeline.web.page.publication_form import form_name, published_words, publishing
from timeline.wording.dates import date_in_words
from timeline.wording.labels import TOLD_BY_ITSELF
from timeline.wording.strings import text


def mention_section(
    collection: Collection,
    event: Event,
    place: int,
    words: str,
    *beside: Component,
    form: bool = True,
) -> Component:
    """Return the mention at a place of the event's list, the form of its date only where wanted.

    What stands `beside` follows the sentence.
    """
    dated = event.mentions[place]
    mention = dated.mention
    source = collection.documents.get(mention.document)
    whole = source.article.text if source else ""
    return html.Section(
        [
            _source(collection, source, dated),
            html.Blockquote(_quote(whole, dated, words), dir="auto"),
            *beside,
            _reading(dated, event, first=place == 0),
            *([_published(collection, source, place)] if source and form else []),
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
