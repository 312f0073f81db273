"""The order of numeric dates and the language, as a person states them, count before the text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.app.collect import collect
from timeline.languages.date_order import in_order, stated_order
from timeline.languages.numeric_dates import numeric_date
from timeline.model.article import Article
from timeline.model.edtf import to_edtf
from timeline.model.meaning import Absolute
from timeline.reading import NOTHING_KNOWN, Facts, metadata, read_text
from timeline.store import Store
from timeline.tagging import tag

DAY, MONTH = Facts(day_first=True), Facts(day_first=False)
OPEN = "The old mill of Lindholm burned down on 03/04/2021."
TAGS = ["en", "en-GB", "en-US", "de", "de-AT", "fr", "pt-BR", "ru", "fil"]


def days(article: Article) -> list[tuple[int | None, int | None]]:
    """Return day and month of each date in an article's text."""
    meanings = [one.meaning for one in tag(article)]
    return [(m.fields.day, m.fields.month) for m in meanings if isinstance(m, Absolute)]


@pytest.mark.parametrize("told", [OPEN, f"It rained on 25/12/2020. {OPEN}", f"{OPEN} 12/25/2020."])
@pytest.mark.parametrize("language", TAGS)
def test_the_stated_order_counts_before_the_language_and_the_other_dates(
    told: str, language: str
) -> None:
    for facts, expected in ((DAY, (3, 4)), (MONTH, (4, 3))):
        stated = Facts(language=language, day_first=facts.day_first)
        assert expected in days(read_text("a.txt", told, stated))
        assert (expected[1], expected[0]) not in days(read_text("a.txt", told, stated))


@given(st.sampled_from(TAGS), st.booleans(), st.dates(date(1990, 1, 1), date(2029, 12, 31)))
def test_a_date_written_in_the_stated_order_is_read_as_written(
    tag_: str,
    day_first: bool,  # noqa: FBT001 - drawn
    day: date,
) -> None:
    written = day.strftime("%d/%m/%Y" if day_first else "%m/%d/%Y")
    found = numeric_date(written, in_order(tag_, day_first=day_first))
    assert found is not None
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(st.sampled_from(TAGS), st.none() | st.booleans())
def test_a_tag_says_the_order_that_was_put_into_it(tag_: str, order: bool | None) -> None:  # noqa: FBT001 - drawn
    assert stated_order(in_order(tag_, day_first=order)) is order


def published(text: str, facts: Facts, name: str = "a.txt") -> list[str]:
    return [to_edtf(one.when) for one in read_text(name, text, facts).claims]


@pytest.mark.parametrize(
    "text", [f"Published: 03/04/2021\n\n{OPEN}", f"03/04/2021\n\n{OPEN}"], ids=["label", "header"]
)
def test_publication_dates_are_read_in_it(text: str) -> None:
    assert published(text, DAY)[0] == "2021-04-03"
    assert published(text, MONTH)[0] == "2021-03-04"


def test_a_file_name_is_read_in_it() -> None:
    text = "The old mill burned down on Monday."
    assert published(text, NOTHING_KNOWN, "mill-03-04-2021.txt") == []
    assert published(text, DAY, "mill-03-04-2021.txt") == ["2021-04-03"]
    assert published(text, MONTH, "mill-03-04-2021.txt") == ["2021-03-04"]


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_fields_of_records_are_read_in_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    csv = "title,date,text\nMill,03/04/2021,The mill burned down on Monday.\n"
    record = '[{"title": "Mill", "date": "03/04/2021", "text": "The mill burned down on Monday."}]'
    path.write_text(csv if name.endswith("csv") else record, "utf-8")
    for facts, expected in ((NOTHING_KNOWN, []), (DAY, ["2021-04-03"]), (MONTH, ["2021-03-04"])):
        (article,) = collect([path], assumed=facts).articles
        assert [to_edtf(one.when) for one in article.claims] == expected


def test_metadata_states_it_for_one_article(tmp_path: Path) -> None:
    header = "document,published,language,date_order\n"
    rows = "a.txt,05/06/2021,,day-first\nb.txt,05/06/2021,,Month-First\nc.txt,,,sideways\n"
    (tmp_path / "metadata.csv").write_text(header + rows, "utf-8")
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(OPEN, "utf-8")
    told = metadata(tmp_path)
    assert [one.partition("line ")[2] for one in told.warnings] == [
        "4: 'sideways' is no date_order: write day-first or month-first"
    ]
    articles = {one.document: one for one in collect([tmp_path], assumed=MONTH).articles}
    assert [days(one)[0] for one in articles.values()] == [(3, 4), (4, 3), (4, 3)]
    assert to_edtf(articles["a.txt"].claims[0].when) == "2021-06-05"


def test_it_is_kept_in_a_store(tmp_path: Path) -> None:
    from timeline.app.pipeline import analyse, assemble  # noqa: PLC0415 - loads the parser

    analyses = [analyse(read_text(f"{f.day_first}.txt", OPEN, f)) for f in (DAY, MONTH, Facts())]
    with Store.open(tmp_path / "s.sqlite") as store:
        store.articles.replace(analyses, assemble(analyses))
        held = {one.article.document: one.article for one in store.articles.analyses()}
    assert {name: one.day_first for name, one in held.items()} == {
        "True.txt": True,
        "False.txt": False,
        "None.txt": None,
    }
    assert all(held[one.article.document] == one.article for one in analyses)


@pytest.mark.parametrize("tag_", ["en-GB", "en-US", "en_AU", "EN"])
def test_a_language_with_its_country_is_read_in_full(tag_: str) -> None:
    text = "The mill burned in June last year. It was rebuilt on 03/04/2021."
    found = tag(read_text("a.txt", text, Facts(language=tag_)))
    assert [one.text for one in found] == ["June last year", "03/04/2021"]


def test_the_country_has_its_order() -> None:
    for tag_, expected in (("en-GB", (3, 4)), ("en-US", (4, 3)), ("en", (4, 3))):
        assert days(read_text("a.txt", OPEN, Facts(language=tag_))) == [expected]
