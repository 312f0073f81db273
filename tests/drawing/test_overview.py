import plotly.graph_objects as go
import pytest
from hypothesis import given, settings

from tests.drawing.invented import day, event
from tests.drawing.strategies import collections
from timeline.drawing.plotly.axis import window_of
from timeline.drawing.plotly.overview import overview_figure
from timeline.drawing.theme import DARK, LIGHT
from timeline.model.event import Category, Event

WINDOW = (day("2022-01-01"), day("2022-12-31"))


@given(collections())
@settings(max_examples=30, deadline=None)
def test_the_bars_count_every_dated_event_once(events: list[Event]) -> None:
    undated = event("x", "XXXX-XX-XX")
    figure = overview_figure([*events, undated], None, LIGHT)
    assert sum(sum(trace.y) for trace in figure.data) == pytest.approx(len(events))


def test_each_category_is_one_trace_in_its_colour() -> None:
    events = [event(n, f"202{n}-06", category=c) for n, c in enumerate(Category)]
    figure = overview_figure(events, WINDOW, DARK)
    assert [trace.name for trace in figure.data] == [c.value for c in Category]
    assert all(t.marker.color == DARK.colour(Category(t.name)) for t in figure.data)


def test_the_brush_shows_the_window_and_reads_back() -> None:
    events = [event(1, "2019-06"), event(2, "2024-06")]
    figure = overview_figure(events, WINDOW, LIGHT)
    (brush,) = figure.layout.selections
    assert (brush.yref, figure.layout.dragmode, figure.layout.selectdirection) == (
        "y",
        "select",
        "h",
    )
    assert window_of([brush.x0, brush.x1]) == WINDOW


def test_a_window_beyond_the_span_keeps_its_brush_inside() -> None:
    figure = overview_figure([event(1, "2022-06")], (day("1990-01-01"), day("2050-01-01")), LIGHT)
    (brush,) = figure.layout.selections
    assert window_of([brush.x0, brush.x1]) == window_of(figure.layout.xaxis.range)


@pytest.mark.parametrize("date", ["-0044-03-15", "Y12000", "2022-06-14"])
@pytest.mark.parametrize("width", [0, 375, 1000])
def test_any_year_and_any_width(date: str, width: int) -> None:
    figure = overview_figure([event(1, date)], WINDOW, LIGHT, width)
    assert sum(figure.data[0].y) == pytest.approx(1)


def test_no_events_are_an_empty_histogram() -> None:
    assert len(overview_figure([], None, LIGHT).data) == 0


def test_plotly_accepts_every_value() -> None:
    events = [event(n, f"202{n}-06", category=c) for n, c in enumerate(Category)]
    figure = overview_figure(events, WINDOW, LIGHT)
    assert go.Figure(figure.to_dict()).layout.height == figure.layout.height
