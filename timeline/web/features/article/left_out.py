"""What of an article is not read, by reason: in its text greyed, or outside of it."""

from dash import html
from dash.development.base_component import Component

from timeline.model.article import READ_AS_DATES, Article
from timeline.wording.labels import LEFT_OUT_WORDS
from timeline.wording.strings import counted, text


def left_out(article: Article) -> list[Component]:
    """Return a heading and a list, or nothing where all of the article is read."""
    items = [*_inside(article), *_outside(article)]
    if not items:
        return []
    return [html.H3(text("article.not-read")), html.Ul(items, className="left-out")]


def recognised(article: Article) -> list[Component]:
    """Return a heading and how sure its letters are, where they were recognised from pictures."""
    notes = [out for out in article.left_out if out.is_note]
    lines = [html.P(text("article.recognised-how", excerpt=out.excerpt)) for out in notes]
    return [html.H3(text("article.recognised")), *lines] if lines else []


def _inside(article: Article) -> list[Component]:
    sizes: dict[str, list[int]] = {}
    for mark in article.marks:
        if mark.reason not in READ_AS_DATES:
            sizes.setdefault(mark.reason, []).append(len(mark.span))
    return [
        html.Li(
            text(
                "article.greyed",
                reason=LEFT_OUT_WORDS.get(reason, reason),
                passages=counted(len(all_of), "passage"),
                characters=counted(sum(all_of), "character"),
            )
        )
        for reason, all_of in sizes.items()
    ]


def _outside(article: Article) -> list[Component]:
    return [
        html.Li(
            [
                text(
                    "article.outside",
                    reason=out.reason,
                    characters=counted(out.characters, "character"),
                ),
                html.Q(out.excerpt, className="muted", dir="auto"),
            ]
        )
        for out in article.left_out
        if not out.is_note
    ]
