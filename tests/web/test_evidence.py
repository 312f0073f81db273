"""Everything behind one event, and the article it stands in."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import attribute, having, kinds, text
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Event
from timeline.model.expression import TimeExpression
from timeline.model.span import Span
from timeline.web.api.moved_dates import changes_in_words, dates_told
from timeline.web.data.collection import Collection
from timeline.web.features.article.view import article
from timeline.web.features.evidence.likely import likely
from timeline.web.features.evidence.view import announcement, evidence
from timeline.web.features.evidence.welcome import welcome
from timeline.web.page.publication_form import publishing

COLLECTION = Collection(sample.timeline(), 1)
EVENTS = {event.id: event for event in COLLECTION.columns}


@pytest.mark.parametrize("event", COLLECTION.timeline.events, ids=lambda event: event.id)
def test_every_event_shows_its_sentence_phrase_and_reading(event: Event) -> None:
    tree = evidence(COLLECTION, event)
    quotes = [text(quote) for quote in kinds(tree, "Blockquote")]
    assert len(quotes) == len(event.mentions)
    for quote, mention in zip(quotes, event.mentions, strict=True):
        assert mention.mention.sentence_text in quote
        assert mention.mention.expression.rule in text(tree)
        assert all(step in text(tree) for step in mention.reading.explanation)
    assert text(kinds(tree, "H2")) == event.title
    assert to_edtf(event.when) in text(tree) or not event.dated


def test_the_phrase_is_marked_more_strongly_within_its_sentence() -> None:
    quote = kinds(evidence(COLLECTION, EVENTS["event0"]), "Blockquote")
    assert text(having(quote, "className", "told told-date")) == "On 14 March 2022"
    assert text(having(quote, "className", "told")).endswith("closed the harbour of Velmar.")


def test_conflicting_dates_stand_side_by_side() -> None:
    (box,) = having(evidence(COLLECTION, EVENTS["event5"]), "className", "conflicts")
    rows = [text(row) for row in kinds(box, "Tr")]
    assert rows == [
        "2 August 2022happenedThe story of envoy.txt",
        "4 August 2022happenedThe story of storm.txt",
    ]
    assert "One article says 2 August 2022" in text(box)


def test_an_undated_event_says_why() -> None:
    shown = text(evidence(COLLECTION, EVENTS["event16"]))
    assert "Undated: 'on Monday' counts from the publication date" in shown


def test_the_confidences_of_date_and_wording_are_shown_as_two() -> None:
    event = replace(EVENTS["event0"], confidence_date=0.95, confidence_wording=0.7)
    assert "Confidencedate 95%, wording 70%" in text(evidence(COLLECTION, event))


def test_an_undated_event_has_no_confidence_in_a_date() -> None:
    event = replace(EVENTS["event16"], confidence_date=0.95, confidence_wording=0.7)
    assert "Confidencewording 70%" in text(evidence(COLLECTION, event))


def test_attribution_and_status_are_told() -> None:
    shown = text(evidence(COLLECTION, EVENTS["event7"]))
    assert "the report" in shown
    assert "alleged" in shown


def test_actors_and_places_are_filters() -> None:
    tags = having(evidence(COLLECTION, EVENTS["event4"]), "className", "tag")
    asked = [(getattr(t, "data-facet"), getattr(t, "data-value")) for t in tags]
    assert asked == [("actor", "Council of Velmar"), ("place", "Velmar")]


def test_the_announcement_is_one_plain_sentence_after_another() -> None:
    assert (
        announcement(EVENTS["event5"])
        == "Envoy of Norland arrived. 2 August 2022. happened. 2 articles."
    )
    assert "undated" in announcement(EVENTS["event16"])


def test_the_form_stays_open_while_the_date_rests_on_nothing_stated() -> None:
    for document, opened in (("envoy.txt", True), ("harbour.txt", False)):
        event = next(e for e in COLLECTION.timeline.events if e.documents == (document,))
        details = kinds(evidence(COLLECTION, event), "Details")[-1]
        assert attribute(details, "open") is opened, document


def test_the_form_gives_reasons_and_takes_back_only_what_was_set() -> None:
    inferred = publishing(COLLECTION.documents["envoy.txt"], "here")
    assert "It tells of Christmas as past" in text(inferred)
    assert not having(inferred, "data-action", "take-back")
    given = sample.timeline(from_edtf("2023-02-08")).document("rumour.txt")
    assert given is not None
    assert having(publishing(given, "here"), "data-action", "take-back")


def test_the_fields_of_two_forms_have_names_of_their_own() -> None:
    trees = [publishing(COLLECTION.documents["envoy.txt"], where) for where in ("a", "b")]
    names = [attribute(kinds(tree, "Field")[0], "id") for tree in trees]
    assert len(set(names)) == 2
    assert [attribute(kinds(tree, "Label")[0], "htmlFor") for tree in trees] == names


def test_the_article_shows_its_whole_text_with_every_date_marked() -> None:
    tree = article(COLLECTION, "storm.txt")
    (body,) = having(tree, "className", "article-text")
    assert "".join(text(body).split()) == "".join(sample.text_of("storm.txt").split())
    marks = {getattr(mark, "data-event") for mark in kinds(body, "Mark")}
    told = {event.id for event, _ in COLLECTION.told_in("storm.txt")}
    assert marks <= told
    listed = having(tree, "className", "told-button")
    assert {getattr(button, "data-event") for button in listed} == told
    assert text(having(body, "className", "aside")) == "Advertisement"


def test_dates_that_date_no_event_are_marked_too() -> None:
    story = sample.text_of("bare.txt")
    span = Span(4, 9)
    expression = TimeExpression(span, span, span.of(story), sample.MEANING, "invented rule")
    tree = article(COLLECTION, "bare.txt", [expression])
    assert text(having(tree, "className", "read-date")) == "story"


def test_an_article_that_is_gone_is_said_to_be() -> None:
    assert "holds no article named gone.txt" in text(article(COLLECTION, "gone.txt"))


def test_markup_in_titles_and_articles_stays_text() -> None:
    event = EVENTS["event18"]
    for tree in (evidence(COLLECTION, event), article(COLLECTION, "hostile.txt")):
        assert sample.HOSTILE in text(tree)
        assert not kinds(tree, "Script")
        assert not having(tree, "dangerously_allow_html")


def test_welcome_says_what_to_do() -> None:
    told = text(welcome(Collection(sample.empty(), 1)))
    assert "Select a mark" in told
    assert "could not be dated" not in told
    assert "disagree" not in told


def test_welcome_leads_to_what_is_worth_a_look() -> None:
    tree = welcome(COLLECTION)
    assert "2 events could not be dated" in text(tree)
    assert "1 disputed event" in text(tree)
    (told,) = having(tree, "data-event")
    assert attribute(told, "data-event") == "event5"
    assert "2 August 2022" in text(told)


def test_a_new_date_says_what_it_moved() -> None:
    after = Collection(sample.timeline(from_edtf("2023-02-08")), 2)
    told, moved = (dates_told(one, "rumour.txt") for one in (COLLECTION, after))
    assert (
        changes_in_words(told, after, "rumour.txt")
        == "Published 8 February 2023 (set by hand): 1 date moved."
    )
    assert (
        changes_in_words(moved, COLLECTION, "rumour.txt")
        == "Publication date unknown: 1 date moved."
    )
    assert changes_in_words(moved, after, "rumour.txt").endswith("no date moved.")
    assert "no longer" in changes_in_words(moved, Collection(sample.empty(), 3), "rumour.txt")


def test_what_is_probably_the_same_is_offered_with_the_way_to_join_it() -> None:
    first = EVENTS["event0"]
    twins = [replace(first, id=f"twin{n}") for n in range(2)]
    collection = Collection(sample.of([first, *twins]), 1)
    offers = likely(collection, first)
    assert "Probably the same: 2 events" in text(offers)
    joins = having(offers, "data-action", "join-events")
    assert {getattr(b, "data-whose") for b in joins} == {first.id}
    values = [getattr(b, "data-value") for b in joins]
    assert sorted(values[:2]) == ["twin0", "twin1"]
    assert sorted(values[2].split()) == ["twin0", "twin1"]
    assert likely(Collection(sample.of([first]), 1), first) == []
