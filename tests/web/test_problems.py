"""An article on which a stage failed: named with its reason wherever the page lists articles."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, text
from timeline.export.records import document_record
from timeline.query.selection import Selection
from timeline.store import Run
from timeline.web.data.collection import Collection, Permissions
from timeline.web.features.article.view import article
from timeline.web.features.articles.view import articles
from timeline.web.features.sources.view import sources
from timeline.web.features.undated.view import NO_DATE, undated, undated_count
from timeline.web.features.uploads import view
from timeline.web.page.state import read

PROBLEM = "finding its events failed (ValueError: <b>no such day</b>)"
SAID = f"Its events are missing: {PROBLEM}. Extract the article again to retry."
NAME = "bare.txt"  # an article that tells no event


def collection() -> Collection:
    whole = sample.timeline()
    documents = tuple(
        replace(dated, problem=PROBLEM) if dated.article.document == NAME else dated
        for dated in whole.documents
    )
    return Collection(replace(whole, documents=documents), 1)


def test_it_stands_among_what_has_no_date_with_the_reason() -> None:
    tree = undated(collection(), Selection())
    (section,) = having(tree, "data-document", NAME)[:1]
    assert SAID in text(section)
    assert NO_DATE not in text(section)
    before = Collection(sample.timeline(), 1)
    assert undated_count(collection(), Selection()) == undated_count(before, Selection())


def test_the_list_of_articles_says_it_in_its_row_alone() -> None:
    assert text(articles(collection())).count(SAID) == 1
    assert SAID not in text(articles(Collection(sample.timeline(), 1)))


def test_the_article_itself_says_it() -> None:
    assert SAID in text(article(collection(), NAME))
    assert SAID not in text(article(collection(), "harbour.txt"))


def test_it_is_no_source_that_is_silent() -> None:
    said = text(sources(collection(), read("")))
    title = collection().title(NAME)
    assert f"Not analysed: {title}." in said
    assert title not in said.partition("Silent on what is in view:")[2]


@pytest.mark.parametrize("problem", [None, PROBLEM])
def test_the_export_holds_it(problem: str | None) -> None:
    dated = replace(sample.timeline().documents[0], problem=problem)
    assert document_record(dated)["problem"] == problem


def test_an_upload_that_is_over_names_it() -> None:
    run = Run("1", "page", "a.zip", 0.0, 1.0, 2, 2, "", "done", ("a.txt", NAME), ((NAME, PROBLEM),))
    (line,) = view.strip([run], 2.0, Permissions())
    assert "2 articles added. 1 file was not read in full." in text(line)
    assert f"{NAME} {PROBLEM}" in text(line)
