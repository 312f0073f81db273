"""The panel of an event that many mentions tell: summed up first, then paged."""

from dataclasses import replace

from tests.telling.invented import Said, event_of, published_of
from tests.web.components import attribute, having, kinds, text
from timeline.model.article import Article, Published
from timeline.model.event import Event
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.when import UNDATED, Basis
from timeline.web.api.telling import record_of_told
from timeline.web.data.collection import Collection
from timeline.web.features.evidence.much_told import FIRST, STEP, shown_of
from timeline.web.features.evidence.view import evidence

TOLD = [
    *(Said(f"{n:02}", f"2020-05-{n + 5:02}", "Courier", killed=(10,)) for n in range(12)),
    *(Said(f"x{n}", "2020-06-01", "Herald", killed=(4,), date="2020-05-06") for n in range(2)),
    Said(
        "copy", "2020-06-02", "Wire", "VELMAR (Wire) - The dam at Velmar collapsed, as 00 has it."
    ),
]


def collection() -> tuple[Collection, Event]:
    event = event_of(*TOLD)
    dates = published_of(*TOLD)
    documents = tuple(
        DatedArticle(
            Article(one.document, f"Story {one.document}", "", (), source=one.publisher),
            Published(dates.get(one.document, UNDATED), Basis.GIVEN),
        )
        for one in TOLD
    )
    return Collection(Timeline(documents, (event,)), 1), event


def test_the_panel_sums_up_first_and_shows_the_first_tellings() -> None:
    tree = evidence(*collection())
    heads = [text(head) for head in kinds(tree, "H3")]
    assert heads == [
        "Told best",
        "How the telling changed",
        "Disputed: the sources differ",
        "Who alone says what",
        "Told 15 times in 15 articles",
    ]
    assert len(having(tree, "className", "mention")) == 1 + FIRST
    (more,) = having(tree, "data-action", "more-tellings")
    assert text(more) == "Show 4 more of 4"
    assert attribute(more, "data-value") == f"event {FIRST + STEP}"


def test_more_tellings_are_shown_of_the_event_that_was_asked() -> None:
    held, event = collection()
    tree = evidence(held, event, most=shown_of("event 30", event.id))
    assert len(having(tree, "className", "mention")) == 1 + len(TOLD) - 1
    assert not having(tree, "data-action", "more-tellings")
    assert shown_of("other 30", "event") == shown_of(None, "event") == FIRST


def test_each_change_leads_to_its_sentence() -> None:
    changes, *_ = having(evidence(*collection()), "className", "telling-changes")
    buttons = having(changes, "data-action", "open-article")
    assert [text(one) for one in buttons] == [
        "First report: The dam collapsed",
        "First told: 10 killed",
        "6 May 2020, not 4 May 2020",
        "Corrected: 10 killed → 4 killed",
    ]
    assert attribute(buttons[-1], "data-document") == "x0"


def test_views_have_their_articles_and_publishers() -> None:
    (box,) = having(evidence(*collection()), "className", "conflicts")
    assert [text(row) for row in kinds(box, "Tr")] == [
        "4 May 202012 articles2 publishers",
        "6 May 20202 articles1 publisher",
        "10 killed12 articles2 publishers",
        "4 killed2 articles1 publisher",
    ]


def test_charts_say_in_words_what_they_draw() -> None:
    (box,) = having(evidence(*collection()), "className", "telling-charts")
    said = text(box)
    assert "Told: 10 killed, at last 4 killed" in said
    assert "5 May 2020: 10 killed, 1 June 2020: 4 killed" in said
    assert "4 May 202012 articles" in said
    assert all(attribute(one, "aria-hidden") == "true" for one in kinds(box, "Svg"))


def test_copies_are_folded_under_the_first() -> None:
    tree = evidence(*collection())
    summaries = [text(one) for one in kinds(tree, "Summary")]
    assert "Repeated in 1 mention" in summaries
    assert "After Wire" in text(tree)


def test_few_tellings_are_shown_one_by_one() -> None:
    held, event = collection()
    few = replace(event, mentions=event.mentions[:10])
    heads = [text(head) for head in kinds(evidence(held, few), "H3")]
    assert heads == ["Told 10 times in 10 articles"]


def test_the_record_of_an_event_says_how_it_is_told() -> None:
    told = record_of_told(*collection()).telling
    assert [one.kind.value for one in told.changes] == [
        "first report", "figure", "date", "correction",
    ]  # fmt: skip
    assert [one.published for one in told.tellings[:2]] == ["2020-05-05", "2020-05-06"]
    assert told.tellings[0].copies == [14]
    assert [view.articles for view in told.disagreements[0].views] == [12, 2]
