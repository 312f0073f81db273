"""The table, the undated and the articles."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.model.edtf import from_edtf
from timeline.query.selection import Selection
from timeline.store import Hit
from timeline.web.data.collection import Collection, Permissions
from timeline.web.features.articles.view import articles
from timeline.web.features.undated.view import NO_DATE, undated, undated_count
from timeline.web.page.event_rows import nothing, ordered, table
from timeline.web.page.state import read
from timeline.wording.dates import date_in_words

COLLECTION = Collection(sample.timeline(), 1)
EMPTY = Collection(sample.empty(), 1)


def titles(query: str) -> list[str]:
    rows = having(kinds(table(COLLECTION, read(query)), "Tbody"), "data-action", "select")
    return [text(row) for row in rows]


def test_every_dated_event_has_a_row_with_date_and_title() -> None:
    shown = text(table(COLLECTION, read("")))
    for event in COLLECTION.columns.at(COLLECTION.columns.by_date):
        assert event.title in shown
        assert date_in_words(event.when) in shown


def test_the_table_goes_by_date_at_first() -> None:
    events = COLLECTION.columns.at(ordered(COLLECTION, read("")))
    firsts = [e.when.last if e.when.first is None else e.when.first for e in events]
    assert firsts == sorted(firsts, key=lambda day: day or 0)
    assert titles("")[0] == "Chronicle begins"


def test_the_table_can_be_turned_round() -> None:
    assert titles("sort=-date") == titles("sort=date")[::-1]
    assert titles("sort=title") == sorted(titles(""), key=str.casefold)


def test_statuses_go_in_their_own_order() -> None:
    badges = kinds(kinds(table(COLLECTION, read("sort=status")), "Tbody"), "Tr")
    words = [text(having(row, "className", "col-status")) for row in badges]
    assert words[0] == "happened"
    assert words[-1] == "cancelled"
    assert sorted(words, key=words.index) == words


@pytest.mark.parametrize(
    ("sort", "order"),
    [("sort=title", "ascending"), ("sort=-title", "descending"), ("", "none")],
)
def test_the_head_says_how_it_is_sorted(sort: str, order: str) -> None:
    head = having(table(COLLECTION, read(sort)), "className", "col-title")[0]
    assert getattr(head, "aria-sort") == order


def test_the_window_keeps_what_reaches_into_it() -> None:
    assert "Council of Velmar has run the docks" in titles("from=2030-01-01&to=2031-01-01")


def test_a_long_table_comes_in_pieces() -> None:
    many = Collection(sample.many(250), 1)
    first = table(many, read(""))
    assert len(kinds(kinds(first, "Tbody"), "Tr")) == 100
    (more,) = having(first, "data-action", "more-rows")
    assert text(more) == "Show more (100 of 250 events)"
    assert not having(table(many, read("rows=300")), "data-action", "more-rows")


def test_a_disputed_event_says_so_in_its_row() -> None:
    (badge,) = having(table(COLLECTION, read("")), "className", "badge badge-disputed")
    assert text(badge) == "disputed"


def test_nothing_matches_has_a_way_out() -> None:
    tree = table(COLLECTION, read("q=nothing-has-this"))
    assert "Nothing matches" in text(tree)
    assert having(tree, "data-action", "clear-all")


def test_an_empty_collection_says_how_to_fill_it() -> None:
    assert "No articles yet" in text(table(EMPTY, read("")))
    shown = nothing(EMPTY)
    assert "timeline extract FOLDER --store STORE" in text(shown)
    assert "timeline demo" in text(shown)
    assert not having(shown, "data-action", "add")


def test_where_articles_may_be_added_the_first_way_is_to_add_them() -> None:
    shown = nothing(replace(EMPTY, may=Permissions(add=True)))
    assert len(kinds(shown, "Li")) == 3
    first = kinds(shown, "Li")[0]
    assert having(first, "data-action", "add")
    assert having(first, "data-action", "paste")


def test_only_undated_events_point_to_their_list() -> None:
    tree = table(Collection(sample.of([sample.event_of(16, sample.TOLD[16])]), 1), read(""))
    (button,) = having(tree, "data-action", "tab")
    assert getattr(button, "data-tab") == "undated"


def test_each_undated_event_has_its_reason_and_the_form_that_dates_it() -> None:
    tree = undated(COLLECTION, Selection())
    assert "'on Monday' counts from the publication date, which is not known" in text(tree)
    forms = [getattr(form, "data-document") for form in kinds(tree, "Form")]
    assert forms == ["rumour.txt"]
    assert undated_count(COLLECTION, Selection()) == 3


def test_an_article_without_a_date_is_listed_with_the_reason() -> None:
    sections = having(undated(COLLECTION, Selection()), "data-document", "bare.txt")
    assert NO_DATE in text(sections)


def test_the_undated_follow_the_filters() -> None:
    shown = text(undated(COLLECTION, read("status=alleged").selection))
    assert "Her deputy followed" in shown
    assert "Minister resigned" not in shown
    assert "bare.txt" not in shown
    assert undated_count(COLLECTION, read("status=alleged").selection) == 1


def test_nothing_undated_is_said() -> None:
    assert "Nothing undated" in text(undated(EMPTY, Selection()))
    assert "Nothing undated matches" in text(undated(COLLECTION, read("q=nope").selection))


def test_a_dated_article_keeps_the_way_to_take_its_date_back() -> None:
    dated = Collection(sample.timeline(from_edtf("2023-02-08")), 2)
    tree = undated(dated, Selection())
    assert [getattr(b, "data-document") for b in having(tree, "data-action", "take-back")] == [
        "rumour.txt"
    ]
    assert "Minister resigned" not in text(tree)


def test_every_article_with_its_date_and_what_that_rests_on() -> None:
    rows = [text(row) for row in kinds(kinds(articles(COLLECTION), "Tbody"), "Tr")]
    assert len(rows) == len(COLLECTION.documents)
    assert rows[0] == "The story of harbour.txtharbour.txt1 December 2022stated in the article5"
    assert "unknown" in rows[-2]


def test_no_articles_is_said() -> None:
    assert "No articles yet" in text(articles(EMPTY))


def test_a_search_finds_articles_by_their_words() -> None:
    document = next(iter(COLLECTION.documents))
    hits = (Hit(document, "", "… the words around Kabul …"), Hit("gone.txt", "", "Kabul"))
    shown = articles(COLLECTION, "kabul", hits)
    rows = [text(row) for row in kinds(kinds(shown, "Tbody"), "Tr")]
    assert len(rows) == 1
    assert "the words around Kabul" in rows[0]
    assert [text(mark) for mark in kinds(shown, "Mark")] == ["Kabul"]
    assert "No article holds these words" in text(articles(COLLECTION, "zebra", ()))
