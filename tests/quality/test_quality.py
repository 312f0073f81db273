"""No figure falls below its floor, and the floors hold on the gold that is there.

`python -m tests.quality.report --errors` shows what is behind a figure,
`python -m tests.quality.pin` pins the floors anew.
"""

import pytest

from tests.quality import figures_table, floors, runs, timex_runs

PINNED = floors.load()
OWN = [name for name in timex_runs.names() if name.startswith("timex-own-")]
CORPORA = sorted(set(timex_runs.names()) & PINNED.keys() - set(OWN))  # none where none are at hand
TIMEX = [*OWN, *(pytest.param(name, marks=pytest.mark.slow) for name in CORPORA)]


@pytest.mark.parametrize("name", runs.SETS)
def test_the_floors_hold_on_this_gold(name: str) -> None:
    digests = {PINNED[run].gold for run in runs.of_set(name)}
    assert digests == {runs.gold_set(name).digest}, "the gold changed: pin the floors"


@pytest.mark.parametrize("name", runs.SETS)  # not the runs: a set is analysed once for both
def test_no_figure_falls_below_its_floor(name: str) -> None:
    measured = {run: runs.measure(run).figures for run in runs.of_set(name)}
    assert not [
        f"{run} {line}"
        for run, figures in measured.items()
        for line in floors.fallen(figures, PINNED[run].figures)
    ]


def test_the_docs_show_what_is_pinned() -> None:
    page = figures_table.PAGE.read_text("utf-8")
    assert page == figures_table.rewritten(page, PINNED), "run python -m tests.quality.pin"


def test_every_run_is_pinned() -> None:
    assert {*runs.names(), *OWN} <= PINNED.keys()


@pytest.mark.parametrize("name", TIMEX)
def test_no_timex_figure_falls_below_its_floor(name: str) -> None:
    digest, figures = timex_runs.measure(name)
    assert PINNED[name].gold == digest, "the gold changed: pin the floors"
    assert not list(floors.fallen(figures, PINNED[name].figures))
