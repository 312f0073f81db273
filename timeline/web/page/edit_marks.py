"""What people decided on an event: its marks on rows, and all of it in the evidence."""

import json
from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from timeline.editing.disagreements import value_in_words
from timeline.editing.field_edits import held_text
from timeline.model.edit import EditMark, EventEdits, FieldEdit, marks_of
from timeline.model.edtf import to_edtf
from timeline.model.event import Event
from timeline.query.facets import label
from timeline.web.page.attributes import aria, data
from timeline.web.page.pieces import action, hidden_words
from timeline.wording.labels import moment_in_words, shortened

FIELD_NAMES = {"when": "Date", "members": "Grouping"}
_VERDICTS = {"confirmed": "Confirmed", "rejected": "Rejected"}
_OWN = {"pinned": "Pinned", "tags": "Tagged", "note": "Noted"}
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
    edits = event.edits or EventEdits()
    shown = {
        "title": event.title,
        "when": to_edtf(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "actors": "; ".join(event.actors),
        "places": "; ".join(event.places),
        "tags": "; ".join(edits.tags),
        "note": edits.note,
    }
    held = {field: held_text(event, field) for field in shown}
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
        yield html.H3("The program now disagrees", className="differs-head")
        yield html.Ul([html.Li(said) for said in edits.disagreements], className="disagreements")
    rows = [_row(one, edits, offered=offered) for one in edits.fields]
    if edits.grouped is not None:
        rows.append(_grouped(offered=offered))
    if rows or edits.added:
        yield html.H3("Decided by people")
    if edits.added:
        yield html.P("This event was added by a person.", className="muted")
    if edits.note:
        yield html.P(edits.note, className="note", dir="auto")
    if edits.tags:
        yield html.Div([_tag(tag, offered=offered) for tag in edits.tags])
    if rows:
        yield html.Ul(rows, className="decisions")


def _row(one: FieldEdit, edits: EventEdits, *, offered: bool) -> Component:
    name = FIELD_NAMES.get(one.field, one.field.capitalize())
    machine = dict(edits.machine).get(one.field)
    said: list[Component | str] = [html.Strong(_done(one, name))]
    said.append(html.Span(_who(one.by, one.at), className="muted"))
    if machine is not None and machine != one.value:
        words = shortened(value_in_words(one.field, machine), _SHORT)
        said.append(html.Span(["The program says ", words], className="machine-says"))
    return html.Li([html.Span(said), *(_revert(one.field, name) if offered else [])])


def _done(one: FieldEdit, name: str) -> str:
    if one.field == "verdict":
        return _VERDICTS.get(one.value, one.value)
    return _OWN.get(one.field, f"{name} set")


def _grouped(*, offered: bool) -> Component:
    words = html.Strong("Merged or split")
    return html.Li([html.Span(words), *(_revert("members", "grouping") if offered else [])])


def _revert(field: str, name: str) -> list[Component]:
    if field == "verdict":
        words: list[str | Component] = ["Reopen"]
    elif field in ("note", "tags", "pinned"):
        words = ["Take away", hidden_words(f": {name.lower()}")]
    else:
        words = ["Revert", hidden_words(f" the {name.lower()} to the program's word")]
    return [action("decide", words, do="revert", value=field, className="link-button")]


def _who(by: str | None, at: str | None) -> str:
    moment = f", {moment_in_words(at)}" if at else ""
    return f"by {by or 'somebody'}{moment}"


def _tag(tag: str, *, offered: bool) -> Component:
    parts: list[Component] = [
        action(
            "toggle",
            tag,
            facet="tag",
            value=tag,
            className="tag",
            title=f"Show only events tagged {tag}",
        )
    ]
    if offered:
        parts.append(
            action(
                "decide",
                "×",
                do="untag",
                value=tag,
                aria_label=f"Take the tag {tag} off",
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
                html.Summary("Split: some sentences tell of another event"),
                html.Div(
                    choices,
                    role="group",
                    className="split-choices",
                    **aria(label="Sentences of the other event"),
                ),
                action("split", "Make them an event of their own", className="button quiet"),
                html.P(className="field-error", role="alert"),
            ],
            className="reading splitting",
            id="splitting",
            **data(key=event.id),
        )
    ]
