"""Names that are probably the same as the one shown: to be joined with it, or kept apart."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from timeline.editing.name_proposals import Proposed
from timeline.merging.naming.relations import Relation
from timeline.web.page.pieces import about_name, action
from timeline.wording.strings import counted, text

WHY: Mapping[Relation, str] = {
    Relation.SAME: "name.why-same",
    Relation.GIVEN: "name.why-given",
    Relation.BODY: "name.why-body",
    Relation.GENERATION: "name.why-generation",
    Relation.LETTERS: "name.why-letters",
    Relation.MIDDLE: "name.why-middle",
    Relation.LAST: "name.why-last",
    Relation.SPELLING: "name.why-spelling",
    Relation.FIRST: "name.why-first",
    Relation.FIELD: "name.why-field",
    Relation.HEAD: "name.why-head",
    Relation.BEGINNING: "name.why-beginning",
}


def offers(name: str, found: Sequence[Proposed]) -> Component | None:
    """Return what may be one with a name, those that most articles use first; None for nothing."""
    if not found:
        return None
    return html.Section(
        [
            html.H3(text("name.offers")),
            html.P(text("name.offers-why"), className="muted"),
            html.Ul([_offer(name, one) for one in found], className="name-offers"),
        ],
        className="name-page",
    )


def _offer(name: str, proposed: Proposed) -> Component:
    proposal, articles = proposed
    mine = proposal.name == name
    other = proposal.other if mine else proposal.name
    why = text(WHY[proposal.why])
    told = counted(articles[1] if mine else articles[0], "article")
    return html.Li(
        [
            html.Span([html.Span(other, dir="auto"), about_name(other)]),
            html.Span(text("name.offer-told", why=why, articles=told), className="muted"),
            action(
                "join-name",
                text("name.join"),
                whose=name,
                value=other,
                className="button quiet",
                aria_label=text("name.join-with", name=name, other=other),
            ),
            action(
                "part-name",
                text("name.not-one"),
                whose=name,
                value=other,
                className="button quiet",
                aria_label=text("name.not-one-of", name=name, other=other),
            ),
        ]
    )
