"""The Markdown export, read by a parser of CommonMark: articles bring no markup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.samples import article, event, mention, two_sources
from timeline.export import exported
from timeline.export.markdown import escaped, safe_url
from timeline.model.event import Alias
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.wording.plain_text import one_line

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def tokens(timeline: Timeline) -> list[Token]:
    return PARSER.parse(exported(timeline, "markdown").decode())


def text_of(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def test_years_are_headings_and_events_stand_below_with_their_doubts_and_sources() -> None:
    parsed = tokens(two_sources())
    headings = [
        text_of(parsed[at + 1]) for at, token in enumerate(parsed) if token.type == "heading_open"
    ]
    assert headings == ["Chronology", "2022", "Date unknown"]
    said = [text_of(token) for token in parsed if token.type == "inline"]
    assert "June 2022 Harbour opens" in said
    assert "The sources differ (date): June 2022 or July 2022" in said
    assert "Precision: known to the month" in said
    assert any("the harbour master says so" in line and "July 2022" in line for line in said)
    assert any(
        line.endswith("“June last year” could not be dated") or "date" in line for line in said
    )


def test_figures_other_names_and_copies_are_said() -> None:
    figure = Figure(Measure.KILLED, 12, "people", "at least 12", Span(0, 11), Bound.AT_LEAST)
    told = mention()
    killed = replace(told, mention=replace(told.mention, figures=(figure,)))
    one = replace(
        event(killed, mention("b/other.txt")),
        aliases=(Alias("Norland", ("the Kingdom",)),),
        sources=1,
    )
    said = [text_of(t) for t in tokens(Timeline((article(),), (one,))) if t.type == "inline"]
    assert "Figures: at least 12 killed" in said
    assert "Norland is also called the Kingdom" in said
    assert "Told by 2 articles; independent sources: 1" in said


@given(st.text())
def test_escaped_text_shows_as_it_is(text: str) -> None:
    line = one_line(text)
    parsed = PARSER.parse(f"x {escaped(line)} x\n")
    (inline,) = [token for token in parsed if token.type == "inline"]
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert text_of(inline) == f"x {line} x" if line else True


@pytest.mark.parametrize(
    "title",
    [
        "# big",
        "- item",
        "1. one",
        "12) two",
        "<script>alert(1)</script>",
        "[a](http://b)",
        "| a | b |",
        "**b**",
        "===",
        "![x](y)",
    ],
)
def test_a_title_that_looks_like_markup_is_a_title(title: str) -> None:
    timeline = Timeline((article(),), (event(mention(), title=title),))
    said = [text_of(t) for t in tokens(timeline) if t.type == "inline"]
    assert f"June 2022 {title}" in said


def test_only_web_addresses_become_links() -> None:
    assert safe_url("javascript:alert(1)") is None
    assert safe_url("https://example.org/a b<c>") == "https://example.org/a%20b%3Cc%3E"
    assert safe_url("http://[broken") is None
    assert safe_url(None) is None
