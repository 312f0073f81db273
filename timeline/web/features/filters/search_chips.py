"""How a search was understood: a chip for each of its clauses, and what was not understood."""

from dash import html
from dash.development.base_component import Component

from timeline.query.facets import REGISTRY
from timeline.query.search_parser import parse
from timeline.query.search_terms import Clause, FieldWord, Letters, Part, Period
from timeline.web.page.pieces import action, icon
from timeline.wording.dates import day_in_words, days_in_words
from timeline.wording.labels import shortened
from timeline.wording.strings import text

LONGEST = 40  # characters of a chip


def search_chips(words: str) -> list[Component]:
    """Return a chip for each clause of a search; taking it away leaves the others."""
    clauses = parse(words).clauses
    plain = all(isinstance(p, Letters) for c in clauses for p in c.parts if not c.excluded)
    simple = plain and len(clauses) == 1 and len(clauses[0].parts) == 1
    lead = (
        [] if simple or not clauses else [html.Span(text("filters.understood"), className="muted")]
    )
    return [*lead, *(_chip(clause, words) for clause in clauses)]


def search_notes(words: str) -> list[Component]:
    """Return what of a search was not understood, each with a way out."""
    return [
        html.P(
            text(
                "filters.note",
                part=shortened(words[note.start : note.end], LONGEST),
                why=note.message,
                hint=note.hint,
            ),
            className="chips-note",
            role="status",
        )
        for note in parse(words).notes
    ]


def _chip(clause: Clause, words: str) -> Component:
    parts = text("filters.or").join(shortened(_part(part), LONGEST) for part in clause.parts)
    name = text("filters.without", parts=parts) if clause.excluded else parts
    if len(parse(words).clauses) == 1:
        label = text("filters.remove", name=name)
        return action(
            "clear", [name, icon("close")], facet="q", value="", className="chip", aria_label=label
        )
    rest = f"{words[: clause.start].rstrip()} {words[clause.end :].lstrip()}".strip()
    return action(
        "search-for",
        [name, icon("close")],
        value=rest,
        className="chip",
        aria_label=text("filters.remove", name=name),
    )


def _part(part: Part) -> str:
    match part:
        case Letters():
            return text("filters.words", words=part.letters)
        case FieldWord():
            facet = REGISTRY[part.facet]
            labels = [facet.label(value) for value in part.values] or [part.letters]
            return text("filters.chip", facet=facet.name, value=text("filters.or").join(labels))
        case Period():
            return _period(part)
        case _:
            return text("filters.exactly", words=" ".join(part.words))


def _period(part: Period) -> str:
    if part.first is not None and part.last is not None:
        return days_in_words(part.first, part.last)
    if part.last is not None:
        return text("filters.until", day=day_in_words(part.last))
    return text("filters.since", day=day_in_words(part.first or 0))
