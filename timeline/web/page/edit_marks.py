"""What people decided on an event: its marks on rows, and all of it in the evidence."""

import json
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from timeline.model.edit import EditMark, EventEdits, FieldEdit, marks_of
from timeline.model.event import Event
from timeline.query.facets import label
from timeline.web.page.attributes import aria, data
from timeline.web.page.pieces import action, hidden_words
from timeline.wording.fields import FIELDS, TYPED, EventField, field_name, value_in_words
from timeline.wording.labels import moment_in_words, shortened
from timeline.wording.strings import text

_ON_ROWS = (
    EditMark.CONFIRMED,
    EditMark.REJECTED,
    EditMark.ADDED,
    EditMark.CORRECTED,
    EditMark.PINNED,
    EditMark.NOTED,
    EditMark.DIFFERS,
)
_SHORT = 60  # characters of the program's word beside a person's


def mark_badges(event: Event) -> list[Component]:
    """Return what people have done to an event as badges, and its tags."""
    if event.edits is None:
        return []
    marks = [mark for mark in marks_of(event.edits) if mark in _ON_ROWS]
    badges = [
        html.Span(label("curation", mark.value).lower(), className=f"badge badge-{mark.value}")
        for mark in marks
    ]
    tags = [html.Span(tag, className="badge badge-tag") for tag in event.edits.tags]
    return [html.Span([*badges, *tags], className="marks")] if badges or tags else []


def values_of(event: Event) -> str:
    """Write the fields of an event for the form: as a person would type them, and as they are."""
    shown = {field.key: field.shown(event) for field in TYPED}
    held = {field.key: field.text(event) for field in TYPED}
    document = event.mentions[0].mention.document
    return json.dumps({"shown": shown, "held": held, "document": document}, ensure_ascii=False)


def decided(event: Event, *, offered: bool) -> list[Component]:
    """Return what people decided, each with the way back where deciding is `offered`."""
    parts = [*_decisions(event, offered=offered), *(_splitting(event) if offered else [])]
    return [html.Section(parts, className="decided")] if parts else []


def _decisions(event: Event, *, offered: bool) -> Iterator[Component]:
    edits = event.edits
    if edits is None:
        return
    if edits.disagreements:
        yield html.H3(text("edits.program-disagrees"), className="differs-head")
        yield html.Ul([html.Li(said) for said in edits.disagreements], className="disagreements")
    rows = [_row(one, edits, offered=offered) for one in edits.fields]
    if edits.grouped is not None:
        rows.append(_grouped(offered=offered))
    if rows or edits.added:
        yield html.H3(text("edits.by-people"))
    if edits.added:
        yield html.P(text("edits.added-by"), className="muted")
    if edits.note:
        yield html.P(edits.note, className="note", dir="auto")
    if edits.tags:
        yield html.Div([_tag(tag, offered=offered) for tag in edits.tags])
    yield from _further(event)
    if rows:
        yield html.Ul(rows, className="decisions")


def _further(event: Event) -> Iterator[Component]:
    """Yield the fields that only people fill, but for note and tags."""
    for field in TYPED:
        if not field.extracted and field.key not in ("note", "tags") and field.text(event):
            yield html.P(
                [html.Strong(text("edits.field-head", field=field.title)), field.shown(event)],
                dir="auto",
            )


def _row(one: FieldEdit, edits: EventEdits, *, offered: bool) -> Component:
    field = FIELDS[one.field]
    extracted = dict(edits.extracted).get(one.field)
    said: list[Component | str] = [html.Strong(_done(one, field))]
    said.append(html.Span(_who(one.by, one.at), className="muted"))
    if extracted is not None and extracted != one.value:
        words = shortened(value_in_words(one.field, extracted), _SHORT)
        said.append(html.Span([text("edits.program-says"), words], className="program-says"))
    return html.Li([html.Span(said), *(_revert(field) if offered else [])])


def _done(one: FieldEdit, field: EventField) -> str:
    if field.key == "verdict":
        return one.value.capitalize()
    return field.done or text("edits.set", field=field.title)


def _grouped(*, offered: bool) -> Component:
    words = html.Strong(text("edits.grouped"))
    ways = [
        _way_back(
            "members", text("edits.revert"), text("edits.to-program", name=field_name("members"))
        )
    ]
    return html.Li([html.Span(words), *(ways if offered else [])])


def _revert(field: EventField) -> list[Component]:
    if field.key == "verdict":
        return [_way_back(field.key, text("edits.reopen"))]
    if not field.extracted:
        return [_way_back(field.key, text("edits.take-away"), text("edits.which", name=field.name))]
    return [_way_back(field.key, text("edits.revert"), text("edits.to-program", name=field.name))]


def _way_back(field: str, words: str, unseen: str = "") -> Component:
    said: list[str | Component] = [words, *([hidden_words(unseen)] if unseen else [])]
    return action("decide", said, do="revert", value=field, className="link-button")


def _who(by: str | None, at: str | None) -> str:
    moment = text("edits.signed-at", moment=moment_in_words(at)) if at else ""
    return f"{text('edits.by', by=by or text('edits.somebody'))}{moment}"


def _tag(tag: str, *, offered: bool) -> Component:
    parts: list[Component] = [
        action(
            "toggle",
            tag,
            facet="tag",
            value=tag,
            className="tag",
            title=text("edits.show-tagged", tag=tag),
        )
    ]
    if offered:
        parts.append(
            action(
                "decide",
                "×",
                do="untag",
                value=tag,
                aria_label=text("edits.untag", tag=tag),
                className="tag-off",
            )
        )
    return html.Span(parts, className="held-tag")


def _splitting(event: Event) -> list[Component]:
    if len(event.mentions) < 2:  # noqa: PLR2004 - what one sentence tells cannot be split
        return []
    choices = [
        action(
            "tick-mention",
            [
                html.Span(className="tick"),
                html.Span(shortened(told.mention.sentence_text, 110), className="option-name"),
            ],
            value=place,
            role="checkbox",
            aria_checked="false",
            className="option",
        )
        for place, told in enumerate(event.mentions)
    ]
    return [
        html.Details(
            [
                html.Summary(text("edits.split-head")),
                html.Div(
                    choices,
                    role="group",
                    className="split-choices",
                    **aria(label=text("edits.split-choices")),
                ),
                action("split", text("edits.split"), className="button quiet"),
                html.P(className="field-error", role="alert"),
            ],
            className="reading splitting",
            id="splitting",
            **data(key=event.id),
        )
    ]
