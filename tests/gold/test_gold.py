"""The gold contradicts neither its articles nor itself."""

import json
import re
from typing import Any

import pytest

from tests.quality.gold_set import (
    COLLECTION,
    TESTS,
    GoldSet,
    load_long,
    load_own,
    load_seeds,
    place,
)
from tests.quality.verdicts import in_title
from timeline.model.calendar import iso_date, weekday
from timeline.model.edtf import from_edtf
from timeline.model.event import Status
from timeline.model.span import Span
from timeline.model.units import Precision
from timeline.wording.dates import WEEKDAYS

SETS = (load_seeds(), load_own(), load_long("tuned"), load_long("held_out"))
GOLD = TESTS / "gold"
LONG = sorted(GOLD.glob("long/*/*.json"))
FILES = sorted([*GOLD.glob("*/*.json"), *LONG])
RECORDS = [json.loads(path.read_text("utf-8")) for path in FILES]
LONG_RECORDS = [json.loads(path.read_text("utf-8")) for path in LONG]
of_every_article = pytest.mark.parametrize("record", RECORDS, ids=[path.stem for path in FILES])
of_every_long_article = pytest.mark.parametrize(
    "record", LONG_RECORDS, ids=[path.stem for path in LONG]
)
WEEKDAY = re.compile("|".join(WEEKDAYS))


def _set_id(gold: GoldSet) -> str:
    return gold.name


@pytest.mark.parametrize("gold", SETS, ids=_set_id)
def test_every_text_has_gold_and_every_gold_its_text(gold: GoldSet) -> None:
    folder = gold.articles[0].path.parent
    assert {a.path.name for a in gold.articles} == {p.name for p in folder.glob("*.txt")}


@pytest.mark.parametrize("gold", SETS, ids=_set_id)
def test_quotes_stand_at_their_places(gold: GoldSet) -> None:
    for article in gold.articles:
        for event in article.events:
            assert event.span.of(article.text) == event.quote


@pytest.mark.parametrize("gold", SETS, ids=_set_id)
def test_the_supplied_day_lies_in_the_truth(gold: GoldSet) -> None:
    for article in gold.articles:
        supplied, truth = from_edtf(article.published.supply), article.published.truth
        assert supplied.may_overlap(truth), article.document


@pytest.mark.parametrize("gold", SETS, ids=_set_id)
def test_what_a_reader_could_infer_holds_the_truth(gold: GoldSet) -> None:
    for article in gold.articles:
        if article.published.inferable is not None:
            assert article.published.inferable.may_overlap(article.published.truth)


@of_every_article
def test_the_bounds_are_those_of_the_edtf(record: dict[str, Any]) -> None:
    for event in record["events"]:
        when = event["when"]
        read = from_edtf(when["edtf"])
        bounds = [None if day is None else iso_date(day) for day in (read.first, read.last)]
        assert [when["start"], when["end"]] == bounds, event["quote"]
        assert when["approximate"] or not read.approximate, event["quote"]
        assert when["precision"] in {p.value for p in Precision}
        assert all(from_edtf(also).resolved for also in event.get("also_when", ()))


@of_every_article
def test_a_weekday_in_the_quote_is_that_of_the_date(record: dict[str, Any]) -> None:
    for event in record["events"]:
        named = {found.group() for found in WEEKDAY.finditer(event["quote"])}
        read = from_edtf(event["when"]["edtf"])
        edges = [day for day in (read.first, read.last) if day is not None]
        assert named <= {WEEKDAYS[weekday(day) - 1] for day in edges}, event["quote"]


@of_every_article
def test_a_status_is_one_of_the_model(record: dict[str, Any]) -> None:
    for event in record["events"]:
        statuses = {event["status"], *event.get("also_status", ())}
        assert statuses <= {status.value for status in Status}, event["quote"]


@of_every_article
def test_event_words_are_words_of_the_article(record: dict[str, Any]) -> None:
    gold = {a.document: a for s in SETS for a in s.articles}[record["document"]]
    for event in record["events"]:
        for word in event["event_words"]:
            assert in_title(word, gold.text), (event["quote"], word)


@of_every_long_article
def test_the_places_written_down_are_those_of_the_quotes(record: dict[str, Any]) -> None:
    gold = {a.document: a for s in SETS for a in s.articles}[record["document"]]
    for event, found in zip(record["events"], gold.events, strict=True):
        assert (event["start"], event["end"]) == (found.span.start, found.span.end), event["quote"]


@of_every_long_article
def test_a_repeat_tells_an_event_of_its_article(record: dict[str, Any]) -> None:
    events = {event["id"]: event for event in record["events"]}
    for event in record["events"]:
        if "repeat_of" in event:
            told = events[event["repeat_of"]]
            assert told is not event, event["quote"]
            assert "repeat_of" not in told, event["quote"]


@of_every_long_article
def test_no_word_is_both_wanted_and_forbidden(record: dict[str, Any]) -> None:
    for event in record["events"]:
        for words in (event["event_words"], *event.get("event_words_any", ())):
            title = " ".join(words)
            assert not any(in_title(word, title) for word in event.get("must_not", ())), title


def test_ids_are_given_once() -> None:
    for record in RECORDS:
        ids = [event["id"] for event in record["events"]]
        assert len(ids) == len(set(ids)), record["document"]


def test_the_collection_names_events_that_exist() -> None:
    keys = {event.key for gold in SETS for article in gold.articles for event in article.events}
    collection = json.loads(COLLECTION.read_text("utf-8"))
    for entry in (*collection["same"], *collection["open"]):
        assert keys.issuperset(entry["events"]), entry
        assert len(set(entry["events"])) > 1, entry


def test_a_quote_that_occurs_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="occurs 2 times"):
        place("on Monday and on Monday", "Monday", "on Monday")
    assert place("on Monday and by Monday", "Monday", "by Monday") == Span(17, 23)
