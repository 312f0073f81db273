"""Chronicles of chronicles.toml, from the file to the dates: one event an entry, and its title.

They are dated lines, lists, tables, headings and diaries of many shapes in many languages. Laws say
the same of chronicles that nobody wrote.
"""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.app.pipeline import analyse, dated
from timeline.model.article import Article
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention
from timeline.model.when import UNDATED, When
from timeline.reading import Facts, read_text
from timeline.reading.article_file import read_bytes
from timeline.reading.sandbox.process import ReadingProcess
from timeline.resolving import resolve_all
from timeline.tagging import tag

CHRONICLES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "chronicles.toml").read_text(encoding="utf-8")
)["chronicle"]
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
Days = tuple[int | None, int | None]


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as running:
        yield running


@pytest.mark.parametrize("chronicle", CHRONICLES, ids=lambda c: c["name"])
def test_each_entry_is_an_event_of_its_day(
    chronicle: dict[str, Any], process: ReadingProcess
) -> None:
    told = [m for m in _told(chronicle, process) if m.when.resolved]
    events = chronicle["events"]
    assert sorted(map(_days, told)) == sorted((_day(e[0]), _day(e[1])) for e in events), told
    for first, last, word, *planned in events:
        beside = [m for m in told if _days(m) == (_day(first), _day(last))]
        fitting = [m for m in beside if word.casefold() in m.mention.title.casefold()]
        assert fitting, [m.mention.title for m in beside]
        status = (planned or ["happened"])[0]
        assert not status or all(m.mention.status == status for m in fitting)


def _told(chronicle: dict[str, Any], process: ReadingProcess) -> Sequence[DatedMention]:
    name = f"chronicle{chronicle.get('ending', '.txt')}"
    (article,) = read_bytes(name, chronicle["text"].encode(), process=process)
    assert isinstance(article, Article)
    stated = chronicle.get("published")
    return dated(analyse(article), None if stated is None else from_edtf(stated)).mentions


def _days(mention: DatedMention) -> Days:
    return mention.when.first, mention.when.last


def _day(text: str) -> int:
    return day_number(*map(int, text.split("-")))


starts = st.dates(date(1900, 1, 1), date(2090, 1, 1))
gaps = st.lists(st.integers(1, 300), min_size=2, max_size=8)


def _sequence(first: date, days: Sequence[int]) -> list[date]:
    out = [first]
    for gap in days:
        out.append(out[-1] + timedelta(gap))
    return [day for day in out if (day.month, day.day) != (2, 29)]


def _readings(text: str, published: When = UNDATED) -> list[When]:
    article = read_text("chronicle", f"The mill\n\n{text}", Facts(language="en"))
    return [r.when for r in resolve_all(tag(article), published)]


def _written(days: Sequence[date], *, years: Sequence[int]) -> str:
    """Write a chronicle in which the entries at some places name their year."""
    lines = (
        f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if at in years else ''}: A crane falls."
        for at, day in enumerate(days)
    )
    return "\n".join(lines)


@given(starts, gaps)
def test_the_years_go_on_from_the_first_entry(first: date, days: Sequence[int]) -> None:
    told = _sequence(first, days)
    on = [(a.month, a.day) < (b.month, b.day) for a, b in pairwise(told)]
    assume(2 * sum(on) >= len(on))  # else it may as well go back from year to year
    found = _readings(_written(told, years=[0]))
    assert [w.first for w in found] == [day_number(d.year, d.month, d.day) for d in told]


@given(starts, gaps)
def test_the_newest_may_stand_first(first: date, days: Sequence[int]) -> None:
    told = _sequence(first, days)[::-1]
    back = [(a.month, a.day) > (b.month, b.day) for a, b in pairwise(told)]
    assume(2 * sum(back) > len(back))  # else it may as well go on from year to year
    found = _readings(_written(told, years=[0]))
    assert [w.first for w in found] == [day_number(d.year, d.month, d.day) for d in told]


@given(starts, gaps)
def test_a_heading_gives_its_year_to_what_stands_below(first: date, days: Sequence[int]) -> None:
    told = _sequence(first, days)
    blocks = [
        f"{year}\n\n{_written([d for d in told if d.year == year], years=[])}"
        for year in sorted({d.year for d in told})
    ]
    wanted = [day_number(d.year, d.month, d.day) for d in told]
    found = [w.first for w in _readings("\n\n".join(blocks)) if w.first == w.last]
    assert found == wanted


@given(starts, st.lists(st.integers(1, 60), min_size=2, max_size=5), st.integers(0, 40))
def test_a_list_without_years_ran_up_to_its_publication(
    first: date, days: Sequence[int], later: int
) -> None:
    told = _sequence(first, days)
    day = told[-1] + timedelta(later)
    assume(day.year == told[-1].year and len(told) > 1)
    published = When.of_day(day_number(day.year, day.month, day.day))
    found = _readings(_written(told, years=[]), published)
    assert [w.first for w in found] == [day_number(d.year, d.month, d.day) for d in told]
