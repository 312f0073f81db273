"""The stages together: extraction, dating anew, and what a store keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.app import pipeline, store_session
from timeline.errors import DateInputError, UnknownNameError
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention
from timeline.model.timeline import Timeline
from timeline.store import Store

SEEDS = Path(__file__).parent.parent / "seeds"
UN_REPORT = "000_85d15587bc4a3d86.txt"
NO_DATE = "003_dd13b63893da2bed.txt"
AT = "2024-08-01T12:00:00+00:00"


@pytest.fixture(scope="module")
def seeds() -> pipeline.Extraction:
    return pipeline.extract([SEEDS])


@pytest.fixture
def store(tmp_path: Path, seeds: pipeline.Extraction) -> Iterator[Store]:
    with Store.open(tmp_path / "seeds.sqlite") as opened:
        opened.articles.replace(seeds.analyses, pipeline.assemble(seeds.analyses))
        yield opened


def mention(timeline: Timeline, document: str, phrase: str) -> DatedMention:
    """Return the one mention of a document whose phrase is the given one."""
    found = [
        dated
        for event in timeline.events
        for dated in event.mentions
        if dated.mention.document == document
        and dated.mention.expression.phrase.of(seed(document)) == phrase
    ]
    assert len(found) == 1, [dated.mention.title for dated in found]
    return found[0]


def seed(document: str) -> str:
    return (SEEDS / document).read_bytes().decode("utf-8")


def when(timeline: Timeline, document: str, phrase: str) -> str:
    return to_edtf(mention(timeline, document, phrase).when)


def test_every_seed_is_read(seeds: pipeline.Extraction) -> None:
    assert [a.article.document for a in seeds.analyses] == sorted(p.name for p in SEEDS.iterdir())
    assert seeds.failures == ()


def test_spans_quote_the_file(seeds: pipeline.Extraction) -> None:
    for analysis in seeds.analyses:
        text = seed(analysis.article.document)
        assert analysis.article.text == text
        for found in analysis.mentions:
            assert found.sentence.of(text) == found.sentence_text
            assert found.expression.span.of(text) == found.expression.text


def test_without_a_date_what_follows_is_inferred(seeds: pipeline.Extraction) -> None:
    timeline = pipeline.assemble(seeds.analyses)
    assert when(timeline, UN_REPORT, "In June last year") == "2022-06"
    monday = mention(timeline, UN_REPORT, "on Monday").when
    assert monday.days is not None
    assert monday.days > 7
    assert monday.basis.value == "inferred"


def test_the_article_without_a_date_has_no_dated_event(seeds: pipeline.Extraction) -> None:
    timeline = pipeline.assemble(seeds.analyses)
    told = [event for event in timeline.events if NO_DATE in event.documents]
    assert told
    assert not any(event.dated for event in told)
    assert all(m.reading.explanation for event in told for m in event.mentions)


def test_a_given_date_dates_everything_anew(store: Store) -> None:
    store_session.set_publication_date(store, UN_REPORT, "8 February 2023", AT)
    timeline = store.timeline.load()
    assert when(timeline, UN_REPORT, "on Monday") == "2023-02-06"
    assert when(timeline, UN_REPORT, "on Thursday") == "2023-02-09"
    assert when(timeline, UN_REPORT, "In December") == "2022-12"


def test_a_date_taken_back_leaves_no_trace(store: Store) -> None:
    before = store.timeline.load()
    store_session.set_publication_date(store, UN_REPORT, "2023-02-08", AT)
    assert store.timeline.load() != before
    store_session.set_publication_date(store, UN_REPORT, None, AT)
    assert store.timeline.load() == before


def test_a_wrong_date_changes_nothing(store: Store) -> None:
    before, version = store.timeline.load(), store.version()
    with pytest.raises(DateInputError, match="32 Monday"):
        store_session.set_publication_date(store, UN_REPORT, "32 Monday", AT)
    assert (store.timeline.load(), store.version()) == (before, version)


def test_a_given_date_outlives_extraction(store: Store) -> None:
    store_session.set_publication_date(store, UN_REPORT, "2023-02-08", AT)
    dated = store.timeline.load()
    store_session.extract_into(store, [SEEDS])
    assert store.timeline.load() == dated


def test_extracting_twice_changes_nothing(store: Store) -> None:
    before = store.timeline.load()
    store_session.extract_into(store, [SEEDS])
    assert store.timeline.load() == before


def test_extraction_keeps_the_other_articles(store: Store, tmp_path: Path) -> None:
    added = tmp_path / "added.txt"
    added.write_text("The old mill burned down on 3 May 2021. Nobody was hurt.")
    store_session.extract_into(store, [added])
    names = [d.article.document for d in store.timeline.load().documents]
    assert len(names) == 6
    assert when_of_added(store) == "2021-05-03"


def when_of_added(store: Store) -> str:
    events = [e for e in store.timeline.load().events if e.documents == ("added.txt",)]
    return to_edtf(events[0].when)


def test_the_order_of_articles_changes_nothing(seeds: pipeline.Extraction) -> None:
    turned = pipeline.assemble(reversed(seeds.analyses))
    assert turned == pipeline.assemble(seeds.analyses)


def test_a_date_for_an_article_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match=r"elsewhere\.txt"):
        pipeline.extract([SEEDS / NO_DATE], {"elsewhere.txt": "2023"})


def test_metadata_dates_an_article_and_rows_without_one_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bank failed on Monday, its owner said.")
    (tmp_path / "metadata.csv").write_text("document,published\na.txt,2023-02-08\nb.txt,2023\n")
    extraction = pipeline.extract([tmp_path])
    timeline = pipeline.assemble(extraction.analyses)
    assert [to_edtf(event.when) for event in timeline.events] == ["2023-02-06"]
    assert len(extraction.warnings) == 1
    assert "b.txt" in extraction.warnings[0]
