"""Figures on invented gold: what counts in each, and where they are shown."""

from dataclasses import replace

from tests.quality.figures_table import BEGIN, END, rewritten
from tests.quality.floors import Floors
from tests.quality.gold_model import GoldEvent
from tests.quality.merges import joined
from tests.quality.pairing import scored
from tests.quality.report import errors
from tests.quality.runs import HELD_OUT, Run
from tests.quality.scoring import Figures, figures, of_language, without_alternatives
from tests.quality.small_gold import event, gold_set, key, timeline, wanted
from tests.quality.within_article import repeats
from timeline.model.edtf import from_edtf


def measured(*events: GoldEvent, language: str = "en") -> Figures:
    gold_events = gold_set(*events, language=language)
    found = timeline(event(0), event(10, title="Which opened"), event(20, when="2021"))
    articles = scored(gold_events, found, undated=False)
    return figures(articles, joined(gold_events, articles), repeats(gold_events, articles))


def test_a_repeat_neither_earns_nor_loses() -> None:
    alone = measured(wanted(0), wanted(10), wanted(20))
    assert (alone["date_recall"], alone["event_f1"]) == (66.6, 33.3)
    again = measured(wanted(0), wanted(10, repeat_of=key(0)), wanted(20))
    assert (again["date_recall"], again["event_f1"]) == (50, 50)
    assert again["spurious"] == 0


def test_soundness_is_that_of_every_dated_title() -> None:
    assert measured(wanted(0))["sound"] == 66.6
    assert measured(wanted(0), language="xx")["sound"] == 100


def test_alternatives_are_left_out_on_request() -> None:
    loose = wanted(20, also_when=(from_edtf("2021"),), status="denied", also_status=("happened",))
    gold_events = gold_set(wanted(0), loose)
    assert gold_events.has_alternatives
    assert not gold_events.without_alternatives.has_alternatives
    found = timeline(event(0), event(20, when="2021"))
    assert without_alternatives(scored(gold_events, found, undated=False)) == {
        "date_f1_no_alternatives": 100,
        "event_f1_no_alternatives": 100,
        "status_no_alternatives": 100,
        "honest_no_alternatives": 100,
    }
    strict = without_alternatives(scored(gold_events.without_alternatives, found, undated=False))
    assert strict == {
        "date_f1_no_alternatives": 50,
        "event_f1_no_alternatives": 50,
        "status_no_alternatives": 100,
        "honest_no_alternatives": 50,
    }


def test_a_language_has_figures_of_its_own() -> None:
    found = timeline(*(event(at) for at in range(0, 200, 10)))
    articles = scored(
        gold_set(*(wanted(at) for at in range(0, 200, 10)), language="de"), found, undated=False
    )
    assert of_language(articles, "de") == {
        "date_f1:de": 100,
        "event_f1:de": 100,
        "status:de": 100,
        "sound:de": 100,
    }
    assert of_language(articles, "fr") == {}


def test_a_share_of_few_is_no_figure_of_a_language() -> None:
    few = scored(gold_set(wanted(0)), timeline(event(0)), undated=False)
    assert of_language(few, "en") == {}


def test_the_held_out_set_shows_totals_only() -> None:
    gold_events = gold_set(wanted(0), wanted(10))
    articles = scored(gold_events, timeline(event(0)), undated=False)
    run = Run(gold_events, articles, joined(gold_events, articles), {})
    assert any("missed" in line for line in errors(run))
    held_out = replace(run, gold=replace(gold_events, name=HELD_OUT))
    assert list(errors(held_out)) == ["held out: its misses are not shown"]


def test_the_page_has_a_table_of_languages() -> None:
    pinned = {
        "long-held_out-dated": Floors("", {"date_f1": 90.0, "date_f1:de": 80.5}),
        "timex-own-de": Floors("", {"value": 70.0}),
    }
    page = rewritten(f"before {BEGIN}{END}after", pinned)
    assert "|  | long, held out, dated |\n| --- | --- |\n| date f1 | 90 |\n" in page
    assert "|  | de |\n| --- | --- |\n| date f1: long, held out, dated | 80.5 |\n" in page
    assert "|  | own, de |\n| --- | --- |\n| value | 70 |\n" in page
