"""The scorer itself, on invented gold: what is right, what is honest, when a floor has fallen."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.quality.floors import Floors, fallen, load, save
from tests.quality.gold_model import GoldEvent, GoldPublished
from tests.quality.scoring import percent
from tests.quality.verdicts import (
    date_right,
    honest,
    in_title,
    published_right,
    status_right,
    title_right,
)
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.model.when import UNDATED


def gold(edtf: str, *also: str, relative: bool = False) -> GoldEvent:
    return GoldEvent(
        key="article#1",
        span=Span(0, 9),
        quote="on Monday",
        when=from_edtf(edtf),
        relative=relative,
        words=("bridge", "opened"),
        status="happened",
        optional=False,
        also_when=tuple(from_edtf(a) for a in also),
    )


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("2022-06", "2022-06", True),
        ("2022-06", "[2022-06-01..2022-06-30]", True),
        ("2022-06", "2022-06-01", False),
        ("2022-06", "2022", False),
        ("2021/..", "2021-01/..", True),
        ("2022-06~", "2022-07", False),
        ("2022-06~", "2022-06-10", True),
        ("2022-06~", "2022-05/2022-07", True),
        ("2022-06~", "2022", False),
        ("2021~/..", "2021-08", True),
        ("2022", "XXXX-XX-XX", False),
    ],
)
def test_a_date_is_right_by_its_bounds(wanted: str, found: str, *, right: bool) -> None:
    assert date_right(gold(wanted), from_edtf(found)) is right


def test_an_alternative_is_right_too() -> None:
    assert date_right(gold("2022-06-30", "[..2022-06-30]"), from_edtf("[..2022-06-30]"))
    assert not date_right(gold("2022-06-30"), from_edtf("[..2022-06-30]"))


def test_without_a_date_a_relative_one_may_be_a_year_wide() -> None:
    wanted = gold("2022-06", relative=True)
    assert date_right(wanted, from_edtf("2022"), undated=True)
    assert not date_right(wanted, from_edtf("2022"))
    assert not date_right(wanted, from_edtf("2022/2023"), undated=True)
    assert not date_right(gold("2022-06"), from_edtf("2022"), undated=True)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("2022-06", "2022", True),
        ("2022-06", "[2022..]", True),
        ("2022-06", "2023", False),
        ("2022-06", "2022-06-14", False),
        ("2022-06~", "2022-06-14", True),
    ],
)
def test_a_date_is_honest_that_does_not_exclude_the_truth(
    wanted: str, found: str, *, right: bool
) -> None:
    assert honest(gold(wanted), from_edtf(found)) is right


def test_nothing_said_is_honest() -> None:
    assert honest(gold("2022-06"), UNDATED)


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("The bridge opened", True),
        ("Mayor cuts the ribbon", True),
        ("Mayor opened the ribbon", False),  # words of two alternatives
        ("The bridge opened and the tunnel closed", False),
        ("The bridge opened to", False),
        ("The bridge opened " + "w" * 92, True),
        ("The bridge opened " + "w" * 93, False),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_title_is_right_by_an_alternative_true_short_and_sound(
    title: str, *, right: bool
) -> None:
    wanted = replace(gold("2022"), also_words=(("cuts", "ribbon"),), must_not=("tunnel",))
    assert title_right(wanted, title) is right


def test_a_title_is_sound_in_the_language_of_its_article() -> None:
    wanted = replace(gold("2022"), words=("puente",))
    assert title_right(wanted, "Que se abre el puente")
    assert not title_right(replace(wanted, language="es"), "Que se abre el puente")


def test_titles_are_compared_by_stem() -> None:
    assert not title_right(gold("2022"), "Mayor closes the Bridge at last")
    assert title_right(gold("2022"), "The Bridges opened")
    assert in_title("resumed presence", "India resumes its presence")


def test_a_status_that_a_reader_could_choose_is_right() -> None:
    ongoing = replace(gold("2021/.."), status="ongoing", also_status=("planned",))
    assert [s for s in ("happened", "planned", "denied") if status_right(ongoing, s)] == [
        "happened",
        "planned",
    ]


@pytest.mark.parametrize(
    ("inferable", "found", "right"),
    [
        ("2023", "2023", True),
        ("2023", "[2022..2024]", False),
        ("2023", "2022", False),
        ("2022/..", "[2022..]", True),
        (None, "XXXX-XX-XX", True),
    ],
)
def test_a_publication_is_as_narrow_as_a_reader_could_say(
    inferable: str | None, found: str, *, right: bool
) -> None:
    published = GoldPublished(
        truth=from_edtf("2023-02-08"),
        supply="2023-02-08",
        stated=False,
        inferable=from_edtf(inferable) if inferable else None,
        why="invented",
    )
    assert published_right(published, from_edtf(found)) is right


def test_a_share_is_rounded_down() -> None:
    assert percent(2, 3) == 66.6
    assert percent(3, 3) == 100


def test_a_figure_falls_below_its_floor_and_a_count_above_it() -> None:
    pinned = {"date_f1": 90.0, "spurious": 2.0, "conflicts": 50.0}
    assert not list(fallen({"date_f1": 90.0, "spurious": 1.0, "conflicts": 60.0}, pinned))
    assert list(fallen({"date_f1": 89.9, "spurious": 3.0}, pinned)) == [
        "date_f1: 89.9, pinned at 90.0",
        "spurious: 3.0, pinned at 2.0",
        "conflicts: not measured, pinned at 50.0",
    ]


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load(path) == {}
    floors = {"own-dated": Floors("abc", {"date_f1": 90.0})}
    save(floors, path)
    assert load(path) == floors
