"""Text from articles is text: it never becomes markup and never breaks the layout."""

import pytest

from tests.drawing.invented import event
from timeline.drawing.plotly.overview import overview_figure
from timeline.drawing.plotly.timeline_figure import timeline_figure
from timeline.drawing.scene.plain import markup, plain, wrapped
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.theme import LIGHT
from timeline.model.event import Event

TITLES = (
    "<script>alert(1)</script> closes the harbour",
    '<a href="javascript:alert(1)">Senate</a> votes',
    "Prices & wages &lt;b&gt; rise",
    "W" * 500,
    "Harbour " * 100,
    "שלום לעולם הנמל נסגר",
    "\u202eevil text reversed",
    "line one\nline two\r\n\tline three",
    "nul \x00 and bell \x07",
    "$x^2$ costs $5 and %{x}",
    "👩‍👩‍👧 family meets",
)


def hostile(title: str) -> list[Event]:
    return [
        event(1, "2022-06-14", title, actors=(title,), documents=(title,), disputed=True),
        event(2, "2022-06", "Harbour closes", actors=("Board",)),
    ]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("lanes", ["category", "actor", "document"])
def test_titles_and_names_are_escaped_everywhere(title: str, lanes: str) -> None:
    figure = timeline_figure(compose(hostile(title), Wish(lanes=lanes)), LIGHT)
    shown = [
        text for trace in figure.data for text in (*(trace.hovertext or ()), *(trace.text or ()))
    ]
    shown += [note.text for note in figure.layout.annotations]
    for text in shown:
        for tag in ("<script", "<a ", "</a", "\u202e", "\x00", "\n"):
            assert tag not in text


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", [375, 1000])
def test_labels_of_any_title_stay_inside(title: str, width: int) -> None:
    scene = compose(hostile(title), Wish(width=width))
    assert len(scene.marks) == 2
    assert all(scene.view.left <= x.left < x.right <= scene.view.right for x in scene.labels)


@pytest.mark.parametrize("title", TITLES)
def test_hover_lines_are_short_and_few(title: str) -> None:
    (targets,) = (
        t for t in timeline_figure(compose(hostile(title)), LIGHT).data if t.name == "targets"
    )
    lines = targets.hovertext[0].split("<br>")
    assert len(lines) < 16
    assert max(map(len, lines)) < 90


def test_a_title_without_a_letter_to_show_has_no_label() -> None:
    scene = compose([event(1, "2022", "\u202e\u200f")])
    assert len(scene.marks) == 1
    assert scene.labels == ()


def test_markup_is_shown_as_it_was_written() -> None:
    assert markup("<b>5 & 6</b>") == "&lt;b&gt;5 &amp; 6&lt;/b&gt;"
    assert plain("a\n b\x00\u202e c") == "a b c"


def test_wrapping_keeps_every_letter() -> None:
    text = "one two " + "x" * 130 + " three"
    lines = wrapped(text, 50)
    assert max(map(len, lines)) <= 50
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_overview_takes_them_too() -> None:
    events = [e for title in TITLES for e in hostile(title)]
    figure = overview_figure(events, None, LIGHT)
    assert sum(sum(trace.y) for trace in figure.data) == pytest.approx(len(events))
