"""How a telling changed, what tellings disagree on, and who stands alone, as lists."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.telling import Account, Alone, Aspect, Change, ChangeKind, Disagreement
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import aria
from timeline.web.page.pieces import action
from timeline.wording.dates import date_in_words
from timeline.wording.strings import counted, text

_LISTED = 8  # of a list, before the rest is folded
_VIEWS = 6
_DIFFERS = {
    Aspect.DATE: "evidence.of-date",
    Aspect.STATUS: "evidence.of-status",
    Aspect.FIGURE: "evidence.of-figure",
}
_ALONE = {
    Aspect.FIGURE: "evidence.alone-figure",
    Aspect.PLACE: "evidence.alone-place",
    Aspect.NAME: "evidence.alone-name",
}
_SUMMED_UP = frozenset({Aspect.DATE.value, Aspect.STATUS.value, Aspect.FIGURE.value})


def changed(collection: Collection, event: Event, found: Account) -> list[Component]:
    """Return how the telling changed: when, by whom, what, and the way to the sentence."""
    rows = [html.Li(_change(collection, event, change)) for change in found.changes]
    return [html.H3(text("evidence.changed")), *_folded(rows)]


def _change(collection: Collection, event: Event, change: Change) -> list[Component]:
    words = _words(change)
    return [
        html.Span(_who(collection, event, change.place), className="muted"),
        _link(collection, event, change.place, words),
    ]


def _words(change: Change) -> str:
    if change.kind is ChangeKind.FIRST:
        return text("evidence.change-first", after=change.after)
    if change.before is None:
        return text("evidence.change-told", after=change.after)
    names = {
        ChangeKind.RISE: "evidence.change-rise",
        ChangeKind.CORRECTION: "evidence.change-correction",
        ChangeKind.NARROWED: "evidence.change-narrowed",
    }
    name = names.get(change.kind, "evidence.change-other")
    return text(name, before=change.before, after=change.after)


def disputed(event: Event, found: Account) -> list[Component]:
    """Return the views that cannot all be right, the one of most articles first."""
    other = [one.statement for one in event.conflicts if one.aspect not in _SUMMED_UP]
    if not (found.disagreements or other):
        return []
    tables = [_views(one) for one in found.disagreements]
    head = html.H3(text("evidence.disputed"))
    return [html.Section([head, *map(html.P, other), *tables], className="conflicts")]


def _views(one: Disagreement) -> Component:
    rows = [
        html.Tr(
            [
                html.Th(view.words, scope="row"),
                html.Td(counted(view.articles, "article")),
                html.Td(counted(view.publishers, "publisher") if view.publishers else ""),
            ]
        )
        for view in one.views[:_VIEWS]
    ]
    return html.Table([html.Tbody(rows)], **aria(label=text(_DIFFERS[one.aspect])))


def alone(collection: Collection, event: Event, found: Account) -> list[Component]:
    """Return what one publisher says and no other does."""
    if not found.alone:
        return []
    rows = [html.Li(_alone(collection, event, one)) for one in found.alone]
    return [html.H3(text("evidence.alone")), *_folded(rows)]


def _alone(collection: Collection, event: Event, one: Alone) -> list[Component]:
    said = text(_ALONE[one.aspect], words=one.words)
    return [
        html.Span(one.publisher, className="muted"),
        _link(collection, event, one.place, said),
    ]


def _who(collection: Collection, event: Event, place: int) -> str:
    """Return when an article came out, and who published it."""
    told = event.mentions[place]
    source = collection.documents.get(told.mention.document)
    when = source.published.when if source else None
    known = when is not None and when.resolved
    date = date_in_words(when) if when is not None and known else text("evidence.no-publication")
    publisher = told.publisher or (source.article.source if source else None)
    return f"{date} · {publisher or collection.title(told.mention.document)}"


def _link(collection: Collection, event: Event, place: int, words: str) -> Component:
    mention = event.mentions[place].mention
    return action(
        "open-article",
        words,
        document=mention.document,
        at=mention.sentence.start,
        title=collection.title(mention.document),
        className="link-button",
        dir="auto",
    )


def _folded(rows: Sequence[Component]) -> list[Component]:
    """Return a list, what is beyond the first of it folded."""
    shown = [html.Ul(rows[:_LISTED], className="telling-changes")]
    rest = rows[_LISTED:]
    if not rest:
        return list(shown)
    more = html.Summary(text("evidence.more-of-list", count=f"{len(rest):,}"))
    return [
        *shown,
        html.Details([more, html.Ul(rest, className="telling-changes")], className="reading"),
    ]
