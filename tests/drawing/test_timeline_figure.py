import re
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings

from tests.drawing.invented import day, event
from tests.drawing.strategies import collections, windows
from timeline.drawing.plotly.axis import window_of
from timeline.drawing.plotly.config import CONFIG, OVERVIEW_CONFIG
from timeline.drawing.plotly.timeline_figure import picked, timeline_drawing, timeline_figure
from timeline.drawing.scene.scene import MANY, Wish, compose
from timeline.drawing.theme import DARK, LIGHT, Theme
from timeline.model.event import Category, Event, Status

ISO = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d\.\d{3})?")
DATES = (
    "2022-06-14", "2022-06-20~", "2022-06", "[2022-06-10..2022-06-20]", "2022-05/2022-06",
    "2022-05~/2022-06~", "2021-08/..", "2021-08/", "[2022-03..]", "[..2022-08]", "2022",
)  # fmt: skip
ALL_KINDS = [
    event(f"{date}{status}", date, status=status, category=category, disputed=status == "denied")
    for date in DATES
    for status, category in zip(Status, Category, strict=True)
]


def traces(figure: go.Figure) -> dict[str, Any]:
    found = {trace.name: trace for trace in figure.data}
    assert len(found) == len(figure.data)
    return found


def figure_of(
    events: list[Event],
    theme: Theme = LIGHT,
    *,
    window: tuple[int, int] | None = None,
    selected: str | None = None,
) -> go.Figure:
    return timeline_figure(compose(events, Wish(window=window, selected=selected)), theme)


def test_styles_cost_traces_not_events() -> None:
    figure = figure_of(ALL_KINDS, selected="e2022happened")
    assert len(figure.data) <= 22
    assert {"targets", "titles", "signs", "selected", "hatched", "outlined", "solid"} <= set(
        traces(figure)
    )


@given(collections(), windows)
@settings(max_examples=40, deadline=None)
def test_every_event_answers_to_the_pointer(events: list[Event], window: tuple[int, int]) -> None:
    scene = compose(events, Wish(window=window))
    figure = timeline_figure(scene, LIGHT)
    reached = set(traces(figure)["targets"].customdata) if scene.marks else set()
    assert reached == {mark.event_id for mark in scene.marks}


def test_every_mark_carries_its_event() -> None:
    ids = {e.id for e in ALL_KINDS}
    for trace in figure_of(ALL_KINDS).data:
        assert len(trace.customdata) == len(trace.y)
        assert set(trace.customdata) <= ids


def test_only_targets_answer_so_that_one_thing_is_told_at_a_time() -> None:
    for name, trace in traces(figure_of(ALL_KINDS)).items():
        assert trace.hoverinfo == ("text" if name == "targets" else "skip")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_places_in_time_are_padded_texts_without_an_offset(theme: Theme) -> None:
    early = [event("early", "0044-03-15"), event("then", "0476-09/0490")]
    for figure in (figure_of(ALL_KINDS, theme), figure_of(early, theme)):
        assert figure.layout.xaxis.type == "date"
        assert all(ISO.fullmatch(end) for end in figure.layout.xaxis.range)
        for trace in figure.data:
            places = trace.base if trace.type == "bar" else trace.x
            assert all(isinstance(place, str) and ISO.fullmatch(place) for place in places)


def test_a_month_is_drawn_from_its_first_day_to_its_last() -> None:
    window = (day("2022-05-01"), day("2022-07-31"))
    outer = traces(figure_of([event(1, "2022-06")], window=window))["soft-0"]
    assert outer.base[0] == "2022-06-01"
    assert outer.x[0] == 30 * 86_400_000


def test_a_day_is_a_point_at_its_noon() -> None:
    points = traces(figure_of([event(1, "2022-06-14")]))["points-filled"]
    assert points.x == ("2022-06-14 12:00:00.000",)


@pytest.mark.parametrize("date", ["-0044-03-15", "Y12000", "-9999"])
def test_beyond_the_years_of_dates_the_axis_counts_years(date: str) -> None:
    figure = figure_of([event(1, date), event(2, "2022-06")])
    assert figure.layout.xaxis.type == "linear"
    assert all(isinstance(place, float) for place in traces(figure)["targets"].base)
    assert len(figure.layout.xaxis.ticktext) == len(figure.layout.xaxis.tickvals) > 3


def test_bce_is_written_as_people_write_it() -> None:
    ticks = figure_of([event(1, "-0300"), event(2, "-0044-03-15")]).layout.xaxis.ticktext
    assert "101 BCE" not in ticks
    assert "100 BCE" in ticks


def test_the_range_shown_is_the_window() -> None:
    window = (day("2022-01-01"), day("2022-12-31"))
    figure = figure_of(ALL_KINDS, window=window)
    assert window_of(figure.layout.xaxis.range) == window


def test_the_figure_is_as_high_as_its_rows() -> None:
    few, many = compose(ALL_KINDS[:3]), compose(ALL_KINDS)
    assert timeline_figure(few, LIGHT).layout.height == few.height < many.height
    assert tuple(timeline_figure(many, LIGHT).layout.yaxis.range) == (many.plot, 0)


def test_density_cells_lead_to_their_days() -> None:
    figure = figure_of([event(n, "2022-06") for n in range(MANY + 1)])
    cells = traces(figure)["density"]
    assert list(traces(figure)) == ["density"]
    first, last = day("2022-06-01"), day("2022-06-30")
    hit = [picked(value) for value in cells.customdata]
    assert all(isinstance(days, tuple) and first <= days[0] <= days[1] <= last for days in hit)


@pytest.mark.parametrize(
    ("value", "hit"),
    [
        ("e12", "e12"),
        (["e12"], "e12"),
        ("days:738000:738030", (738_000, 738_030)),
        ("days:-20:-1", (-20, -1)),
        ("days:x:y", "days:x:y"),
        ("", None),
        (None, None),
        ([], None),
        (7, None),
    ],
)
def test_a_click_tells_what_it_hit(value: object, hit: object) -> None:
    assert picked(value) == hit


def test_an_empty_scene_is_a_figure() -> None:
    figure = figure_of([])
    assert len(figure.data) == 0
    assert figure.layout.height > 0


def test_dragging_pans_and_nothing_uploads() -> None:
    layout = figure_of(ALL_KINDS).layout
    assert (layout.dragmode, layout.showlegend, layout.yaxis.fixedrange) == ("pan", False, True)
    assert "sendChartToCloud" in CONFIG["modeBarButtonsToRemove"]
    assert (CONFIG["scrollZoom"], CONFIG["displaylogo"], CONFIG["plotlyServerURL"]) == (
        True,
        False,
        "",
    )
    assert not OVERVIEW_CONFIG["scrollZoom"]


def test_the_figure_names_no_other_host() -> None:
    assert "://" not in figure_of(ALL_KINDS).to_json()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_plotly_accepts_every_value(theme: Theme) -> None:
    crowd = [event(n, "2022-06") for n in range(MANY + 1)]
    for events in (ALL_KINDS, crowd, [event(1, "-0044-03-15")], []):
        figure = figure_of(events, theme)
        checked = go.Figure(figure.to_dict())
        assert len(checked.data) == len(figure.data)
        assert checked.layout.height == figure.layout.height


def test_plotlys_own_look_stays_away() -> None:
    assert "colorway" not in figure_of(ALL_KINDS).to_json()


def test_the_page_draws_what_the_figure_holds() -> None:
    scene = compose(ALL_KINDS, Wish(selected=ALL_KINDS[0].id))
    figure = timeline_figure(scene, LIGHT)
    checked = go.Figure(figure.to_dict()).to_dict()
    assert go.Figure(timeline_drawing(scene, LIGHT)).to_dict() == checked
