"""One calendar: the model's, that of the chart's axis, of the page's scripts and of the exports."""

import random
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from tests.contracts.scripts import run, standalone
from tests.export.samples import two_sources
from timeline.app.date_input import read_when
from timeline.drawing.plotly.axis import iso_moment, place_at, window_of, years_at
from timeline.drawing.scene.fold import Fold
from timeline.export import exported
from timeline.model.calendar import (
    civil,
    day_number,
    days_in_month,
    is_leap,
    iso_date,
    iso_week,
    parse_iso_date,
    weekday,
)
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import Kind, When
from timeline.web.page.state import read
from timeline.wording.dates import MONTHS, WEEKDAYS, day_in_words, year_in_words

YEARS = range(-5000, 3001)
EDGES = [
    (year, month, day)
    for year in (*range(-5000, 3001, 100), *range(-8, 9), 1582, 1752, 1900, 2000, 9999, 10000)
    for month, day in ((1, 1), (2, 28), (3, 1), (12, 31))
]
_CHANCE = random.Random(20240229)
DAYS = sorted(
    {day_number(*parts) for parts in EDGES}
    | {day_number(year, 3) - 1 for year, *_ in EDGES}  # the last of February
    | {_CHANCE.randint(day_number(-5000), day_number(3000, 12, 31)) for _ in range(20_000)}
)


@lru_cache
def by_script() -> list[list[Any]]:
    """What the page's calendar says of each day: its number, its parts, as text, read back."""
    code = """
        const calendar = standing().page;
        return given.map((day) => {
          const parts = calendar.civil(day);
          const text = calendar.iso(day);
          return [calendar.dayNumber(...parts), parts, text, calendar.parse(text)];
        });
    """
    found: list[list[Any]] = run(code, DAYS)
    return found


def by_model(day: int) -> list[Any]:
    year, month, of_month = civil(day)
    text = iso_date(day)
    return [day_number(year, month, of_month), [year, month, of_month], text, parse_iso_date(text)]


def apart(told: list[list[Any]]) -> list[tuple[Any, ...]]:
    """Return the days of which something else is told than the model says."""
    found = ((day, one, by_model(day)) for day, one in zip(DAYS, told, strict=True))
    return [(day, one, own) for day, one, own in found if one != own]


def test_scripts_and_model_count_and_write_the_same_days() -> None:
    assert not apart(by_script())[:5]


def test_a_day_that_is_counted_otherwise_is_noticed() -> None:
    number, parts, text, back = by_script()[7]
    for wrong in ([number + 1, parts, text, back], [number, parts, f"+{text}", back]):
        assert len(apart([*by_script()[:7], wrong, *by_script()[8:]])) == 1


def test_python_s_own_dates_are_the_same_where_there_are_any() -> None:
    for day in DAYS:
        if 1 <= day <= date.max.toordinal():
            own = date.fromordinal(day)
            assert (own.year, own.month, own.day) == civil(day)
            assert own.isoweekday() == weekday(day)
            assert tuple(own.isocalendar())[:2] == iso_week(day)
            assert own.isoformat() == iso_date(day)


def test_months_are_as_long_in_the_scripts() -> None:
    code = """
        const { dayNumber } = standing().page;
        return given.map((year) => [...Array(12).keys()].map((m) =>
          m < 11 ? dayNumber(year, m + 2, 1) - dayNumber(year, m + 1, 1)
                 : dayNumber(year + 1, 1, 1) - dayNumber(year, 12, 1)));
    """
    found = run(code, list(YEARS))
    for year, lengths in zip(YEARS, found, strict=True):
        assert lengths == [days_in_month(year, month) for month in range(1, 13)], year
        assert (sum(lengths) == 366) == is_leap(year)


def test_a_weekday_has_the_name_of_its_number() -> None:
    assert [WEEKDAYS[weekday(day) - 1] for day in range(1, 8)] == list(WEEKDAYS)
    assert day_in_words(738155, with_weekday=True).split()[0] == date.fromordinal(738155).strftime(
        "%A"
    )


def test_the_window_in_the_address_is_read_as_it_was_written() -> None:
    pairs = list(zip(DAYS[::200], DAYS[1::200], strict=False))
    code = """
        const s = standing();
        return given.map(([first, last]) => {
          s.page.setWindow(first, last);
          return s.window.location.search;
        });
    """
    for pair, search in zip(pairs, run(code, pairs), strict=True):
        assert read(search).selection.window == pair


# --- the chart's axis ---

MOMENTS = [day + share for day in DAYS[::40] for share in (0, 0.25, 0.5)]


def test_scripts_read_the_axis_of_dates_as_the_figures_write_it() -> None:
    places = [p for p in MOMENTS if day_number(1) <= p < day_number(9999)]
    read_back = run(
        "const calendar = standing().page; return given.map((t) => calendar.fromAxis(t));",
        [iso_moment(place) for place in places],
    )
    assert read_back == pytest.approx(places, abs=1e-9)


def test_scripts_and_figures_make_the_same_window_of_what_the_axis_reports() -> None:
    """Both are within a day where the axis counts years: it rounds them."""
    pairs = [(p, p + 10.5) for p in MOMENTS if day_number(1) <= p < day_number(9000)]
    texts = [[iso_moment(a), iso_moment(b)] for a, b in pairs]
    assert windows(texts) == [list(window_of(text)) for text in texts]
    years = [[years_at(p), years_at(p + 4000)] for p in MOMENTS]
    for mine, ends in zip(windows(years), years, strict=True):
        theirs = window_of(ends)
        assert abs(mine[0] - theirs[0]) <= 1
        assert abs(mine[1] - theirs[1]) <= 1


def windows(reports: list[list[Any]]) -> list[list[int]]:
    """Return the windows that the scripts set where the brush reports these ends."""
    code = """
        const s = standing();
        const { page, window } = s;
        let later = null;
        window.setTimeout = (run) => { later = run; };
        const overview = { closest: (selector) => selector === "#overview" };
        s.tell("pointerdown", { target: overview, buttons: 1 });
        return given.map((ends) => {
          page.heard.overview.plotly_selected({ range: { x: ends } });
          later();
          return ["from", "to"].map((key) => page.parse(page.get(key)));
        });
    """
    found: list[list[int]] = run(code, reports)
    return found


def test_years_with_a_fraction_are_days_and_back() -> None:
    for place in MOMENTS:
        assert place_at(years_at(place)) == pytest.approx(place, abs=1e-4)


def test_scripts_unfold_what_the_figures_fold() -> None:
    fold = Fold(((100, 199), (300, 899)), 12.5)
    places = [*range(0, 1000, 7), 100, 150.5, 199, 200, 300, 899, 900]
    code = """
        const s = standing();
        const { page, window } = s;
        let later = null;
        window.setTimeout = (run) => { later = run; };
        const chart = { closest: (selector) => selector === "#timeline" };
        s.tell("pointerdown", { target: chart, buttons: 1 });
        const drawn = { first: 0, last: 1000, at: null, ...given.fold };
        window.dash_clientside.timeline.keep(null, drawn);
        return given.reports.map((report) => {
          page.heard.timeline.plotly_relayout({ "xaxis.range": report });
          later();
          return ["from", "to"].map((key) => page.parse(page.get(key)));
        });
    """
    reports = [[fold.folded(p), fold.folded(p) + 400] for p in places]
    given = {"fold": {"gaps": fold.gaps, "size": fold.size}, "reports": reports}
    for (begin, end), found in zip(reports, run(code, given), strict=True):
        assert abs(found[0] - fold.unfolded(begin)) <= 1
        assert abs(found[1] + 1 - fold.unfolded(end)) <= 1


# --- the standalone page ---


def test_the_standalone_page_places_and_names_years_as_the_model_does() -> None:
    for first, last in ((-5000, -4000), (-60, 40), (1, 12), (1890, 2010), (2022, 2022)):
        days = day_number(first), day_number(last, 12, 31)
        ticks = page_ticks(*days)
        assert ticks
        for at, name in ticks:
            year, month, of_month = civil(round(at))
            assert of_month == 1
            assert name in {year_in_words(year), f"{MONTHS[month - 1][:3]} {year_in_words(year)}"}
            assert month == 1 or " " in name.removesuffix(" BCE")
            assert at == pytest.approx(day_number(year, month), abs=0.05)


def page_ticks(first: int, last: int) -> list[tuple[float, str]]:
    """Return the ticks that the standalone page draws around an event: places and names."""
    one = replace(two_sources().events[0], when=When(first, last, Kind.THROUGHOUT))
    (drawn,) = standalone([exported(Timeline((), (one,)), "html")])
    (plot,) = drawn.iterfind("g[@clip-path]")
    bar = next(plot.find("g").iter("rect"))
    left, width = float(bar.get("x")), float(bar.get("width"))
    per_day = width / (last + 1 - first)
    ticks = (node for node in drawn.iter("text") if node.get("class") == "tick")
    return [(first + (float(n.get("x")) - left) / per_day, str(n.text)) for n in ticks]


# --- dates as text ---


def test_dates_are_written_and_read_alike_wherever_they_are_text() -> None:
    for day in DAYS[::100]:
        text = iso_date(day)
        when = When.of_day(day)
        assert to_edtf(when) == text
        assert from_edtf(text).first == from_edtf(text).last == day
        assert (typed := read_when(text)).first == typed.last == day


def test_dates_in_words_are_read_as_they_are_said() -> None:
    """Years of one to three digits stand for others where a person types them."""
    for day in DAYS[::400]:
        if not 0 < civil(day)[0] < 1000:
            assert read_when(day_in_words(day)).first == day
