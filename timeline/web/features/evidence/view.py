"""Everything behind one event: its date and how it was read, who says so, and the sentences."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from dash import html
from dash.development.base_component import Component

from timeline.editing.members import fingerprint
from timeline.model.event import DatedMention, Event
from timeline.query.facets import label
from timeline.web.data.collection import Collection
from timeline.web.features.evidence.mention import mention_section
from timeline.web.features.evidence.much_told import FIRST, much_told
from timeline.web.page.attributes import data
from timeline.web.page.edit_marks import mark_badges, values_of
from timeline.web.page.little import little_mark, little_words
from timeline.web.page.pieces import about_name, action, category_mark, icon, status_badge
from timeline.web.page.small_axis import AxisDate, small_axis
from timeline.wording.dates import date_in_words, precision_in_words
from timeline.wording.labels import confidence_in_words, undated_reason
from timeline.wording.strings import counted, text

DAYS_AROUND = 30  # of an event, that one click shows
FEW = 10  # mentions of an event that are shown one by one, with nothing to sum them up

_NAMED = 10  # of those who say so


def evidence(
    collection: Collection,
    event: Event,
    words: str = "",
    decided: Sequence[Component] = (),
    *,
    most: int = FIRST,
) -> Component:
    """Return the evidence of an event, the words of a search marked, and what people `decided`.

    Of an event that many mentions tell, `most` tellings are shown.
    """
    told = _each if len(event.mentions) <= FEW else partial(much_told, most=most)
    return html.Article(
        [
            _head(event),
            _facts(collection, event),
            *decided,
            *told(collection, event, words),
        ],
        className="evidence",
        **data(
            shown=event.id,
            values=values_of(event),
            pinned=_pinned(event),
            asof=collection.as_of,
            sentences=fingerprint(event),
        ),
        **little_mark(collection, event),
    )


def _each(collection: Collection, event: Event, words: str) -> list[Component]:
    """Return every mention, in the order of the event's list."""
    places = range(len(event.mentions))
    return [
        *_conflicts(collection, event),
        html.H3(_told(event)),
        *(mention_section(collection, event, place, words) for place in places),
    ]


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
    tools = html.Div([story, *_around(event)], className="evidence-tools")
    return html.Header([kicker, title, *mark_badges(event), tools])


def _around(event: Event) -> list[Component]:
    """Return what shows the time around an event; nothing where that has no bounds."""
    first, last = event.when.first, event.when.last
    if first is None or last is None:
        return []
    words = text("evidence.around", days=DAYS_AROUND)
    bounds = {"first": first - DAYS_AROUND // 2, "last": last + DAYS_AROUND // 2}
    return [action("widen", words, className="button quiet", **bounds)]


def _facts(collection: Collection, event: Event) -> Component:
    rows: list[tuple[str, list[Component] | list[str]]] = [
        (text("evidence.when"), _when(event)),
        (text("evidence.precision"), [precision_in_words(event.when)]),
        (text("evidence.probably"), [_likely_subject(event)]),
        (text("evidence.said-by"), [", ".join(_attributions(event))]),
        (text("evidence.actors"), _filters("actor", event.actors)),
        (text("evidence.places"), _filters("place", event.places)),
        (text("evidence.confidence"), [confidence_in_words(event)]),
        (text("evidence.worth"), [little_words(collection, event)]),
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
    """Return who says so, those of most mentions; of a few mentions all in their order."""
    said = Counter(m.mention.attribution for m in event.mentions if m.mention.attribution)
    return [name for name, _ in said.most_common(_NAMED)] if len(said) > _NAMED else list(said)


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
