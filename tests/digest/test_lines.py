"""What a digest says of a day: its main event, in a short sentence, with its reasons."""

from dataclasses import replace

from tests.digest.invented import Says, Story, collection
from timeline.digest import DigestDay, DigestRequest, digest
from timeline.model.edit import EventEdits, FieldEdit
from timeline.model.timeline import Timeline

BROKE = "The old dam above Brell broke before dawn and flooded forty houses."
AGAIN = "Forty houses in Brell were flooded after the old dam above the town broke."
SIDE = "A cinema in Ostland showed the new film by a young director."


def one_day(timeline: Timeline, **more: str) -> DigestDay:
    (day,) = digest(timeline, DigestRequest(sources=tuple(more.values()))).days
    return day


def told(document: str, title: str, sentence: str, publisher: str = "Courier") -> Story:
    says = Says("2020-05-04", title, sentence)
    return Story(document, "2020-05-20", (says,), publisher)


FLOOD = (
    told("a", "The old dam above Brell broke", BROKE),
    told("b", "Forty houses in Brell were flooded", AGAIN, "Herald"),
    told("c", "A cinema in Ostland showed a film", SIDE),
)


def test_the_sentence_and_the_line_tell_what_most_articles_tell() -> None:
    day = one_day(collection(FLOOD))
    assert day.sentence in {BROKE, AGAIN}
    assert "Brell" in day.title
    assert day.events[0].startswith(f"2020-05-04-{day.title}"[:20])


def test_a_short_sentence_is_better_than_one_that_goes_on_and_on() -> None:
    long = f"{BROKE[:-1]}, {'and then there was much more to say of it, ' * 9}as they all knew."
    day = one_day(collection([told("a", "The dam broke", long), *FLOOD]))
    assert day.sentence != long


def test_a_line_of_numbers_is_no_sentence_to_quote() -> None:
    stamped = f"4 May 2020 12:30 18:45 page 3 of 12, {BROKE}"
    day = one_day(
        collection([told("a", "The dam broke", stamped), told("b", "The dam broke", BROKE)])
    )
    assert day.sentence == BROKE


def test_the_title_that_people_gave_stands_on_the_line() -> None:
    timeline = collection(FLOOD[:1])
    (event,) = timeline.events
    edit = FieldEdit(1, "title", "The Brell dam disaster", event.title, None, None)
    edited = replace(event, title="The Brell dam disaster", edits=EventEdits(fields=(edit,)))
    assert one_day(Timeline(timeline.documents, (edited,))).title == "The Brell dam disaster"


def test_the_title_that_an_event_has_of_all_its_tellings_is_preferred() -> None:
    deaths = "At least four people died when the old dam above Brell broke before dawn."
    timeline = collection([told(n, "At least four people died", deaths) for n in "abc"])
    (event,) = timeline.events
    first, *others = event.mentions
    named = replace(first, mention=replace(first.mention, title="The old dam broke"))
    best = replace(event, title="The old dam broke", mentions=(named, *others))
    assert one_day(timeline).title == "At least four people died"
    assert one_day(Timeline(timeline.documents, (best,))).title == "The old dam broke"


def test_reasons_are_sentences_with_the_counts() -> None:
    timeline = collection(FLOOD, disputed="A cinema in Ostland showed a film")
    day = one_day(timeline)
    assert day.disputed
    assert day.why == (
        "3 of 3 articles tell of this day",
        "3 of them from three days later or more",
        "2 of 2 publishers tell of it",
        "the articles differ on what happened",
    )
    alone = one_day(collection(FLOOD), source="Herald")
    assert alone.why == (
        "1 of 1 articles tells of this day",
        "one of them from three days later or more",
    )


def test_cited_are_articles_of_different_publishers_the_sentence_s_first() -> None:
    day = one_day(collection(FLOOD))
    assert day.cited[0] == day.document
    assert len(day.cited) == 2
    assert {"b"} < set(day.cited)


def test_what_one_of_many_articles_tells_beside_makes_no_day_disputed() -> None:
    words = ("baker", "miller", "farmer", "judge", "sailor", "doctor", "tailor", "mason", "printer")
    seen = [f"A {one} of Brell saw how the old dam broke, and told a {one * 2}." for one in words]
    many = [told(f"b{n}", "The old dam above Brell broke", seen[n]) for n in range(len(seen))]
    timeline = collection([*FLOOD, *many], disputed="A cinema in Ostland showed a film")
    assert not one_day(timeline).disputed
    assert one_day(collection([*FLOOD, *many], disputed="The old dam above Brell broke")).disputed
