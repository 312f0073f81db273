"""Publishers beside the days that matter: counts that hold, and cells that lead where they say."""

from dataclasses import replace
from functools import cache

from tests.digest.invented import Says, Story, collection
from tests.web.components import attribute, having, kinds, text
from timeline.web.data.collection import FEW_ARTICLES, Collection
from timeline.web.features.sources.days import days_by_publisher, told_on
from timeline.web.features.sources.view import sources
from timeline.web.page.state import read

FLOOD = Says("2020-05-04", "The old dam above Brell broke", "The old dam above Brell broke.")
VOTE = Says("2020-05-09", "Brell chose a mayor", "Brell chose a mayor on Saturday.")
WEEKLY, DAILY, LATE = "Weekly", "Daily", "Late News"


@cache
def told(count: int = FEW_ARTICLES + 2) -> Collection:
    """Return what many articles tell: the weekly both days, the daily one, the late news no day."""
    stories = [
        Story(
            f"{n:03}",
            "2020-05-20",
            (FLOOD, VOTE) if n % 2 else (FLOOD,),
            WEEKLY if n % 2 else DAILY,
        )
        for n in range(count)
    ]
    made = collection(stories)
    publisher = {one.document: one.publisher for one in stories}
    events = tuple(
        replace(
            event,
            mentions=tuple(
                replace(one, publisher=publisher[one.mention.document]) for one in event.mentions
            ),
        )
        for event in made.events
    )
    return Collection(replace(made, events=events), 1)


def test_each_publisher_has_a_row_and_each_day_a_column() -> None:
    drawn = days_by_publisher(told(), read(""))
    heads = [text(one) for one in kinds(kinds(drawn, "Thead"), "Th")]
    assert heads == ["Publisher", "4 May 2020", "9 May 2020"]
    rows = [text(row) for row in kinds(kinds(drawn, "Tbody"), "Tr")]
    assert len(rows) == 2
    assert rows[0].startswith(WEEKLY)
    assert rows[1].startswith(DAILY)
    assert rows[1].endswith("says nothing")


def test_a_cell_counts_articles_and_leads_to_what_its_publisher_tells_of_the_day() -> None:
    held = told()
    days = held.days(read("").selection, 20).days
    for day in days:
        for publisher, said in told_on(held, day).items():
            event = held.event(said.event)
            assert event is not None
            assert said.event in day.events
            assert publisher in {one.publisher for one in event.mentions}
            mentions = [m for key in day.events for m in held.event(key).mentions]  # type: ignore[union-attr]
            own = {m.mention.document for m in mentions if m.publisher == publisher}
            assert said.articles == own
    buttons = having(days_by_publisher(held, read("")), "className", "day-count")
    for button in buttons:
        assert str(attribute(button, "aria-label")).startswith(text(button))


def test_one_publisher_alone_is_compared_with_nobody() -> None:
    alone = Collection(collection([Story("a", "2020-05-20", (FLOOD,), DAILY)]), 1)
    assert days_by_publisher(alone, read("")) == []


def test_the_table_stands_over_a_large_collection_only() -> None:
    assert "Who reports which day" in text(sources(told(), read("")))
    few = told(FEW_ARTICLES - 10)
    assert "Who reports which day" not in text(sources(few, read("")))
