"""An index finds the pairs: all that matter, and far fewer than there are."""

from random import Random

from tests.merging.mentions import told
from timeline.merging import merge
from timeline.merging.articles import articles
from timeline.merging.candidates import candidates
from timeline.merging.profile import profile
from timeline.model.calendar import day_number, iso_date
from timeline.model.event import DatedMention

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in "aeiou"]


def report(document: int, day: int, actor: str, deed: str, place: str) -> DatedMention:
    title = f"{actor} {deed} the harbour of {place}"
    names = ((actor,), (place,))
    return told(f"{document:05d}.txt", iso_date(day), title, deed, *names, start=document * 100)


def war(size: int) -> list[DatedMention]:
    """Make reports of a long war, each of a day of its own choice and of few words."""
    random = Random(7)
    names = ["".join(random.choices(SYLLABLES, k=3)).title() for _ in range(60)]
    deeds = ("attacked", "shelled", "reopened", "left")
    first = day_number(2010)
    return [
        report(
            number,
            first + random.randrange(3000),
            random.choice(names),
            random.choice(deeds),
            random.choice(names),
        )
        for number in range(size)
    ]


def test_candidates_grow_with_the_collection_not_with_its_square() -> None:
    def count(size: int) -> int:
        given = war(size)
        known = articles(given)
        profiles = [profile(n, told, known[told.mention.document]) for n, told in enumerate(given)]
        return len(candidates(profiles))

    small, large = count(500), count(2000)
    assert large < 2000 * 1999 / 2 / 50
    assert small < 500 * 499 / 2 / 50


def test_an_event_that_a_hundred_articles_tell_is_one_among_many() -> None:
    famous = [
        report(5000 + n, day_number(2012, 3, 4), "Sudria", "took", "Tarsk") for n in range(100)
    ]
    events = merge([*war(1500), *famous])
    assert [len(event.mentions) for event in events if "Sudria" in event.actors] == [100]


def test_a_date_of_any_width_meets_the_day_within() -> None:
    day = told("a.txt", "2012-03-04", "Sudria took the harbour of Tarsk", "take", ("Sudria",))
    for number, wide in enumerate(("2012-03", "2012", "[2011..2013]", "201X", "[..2012-03-04]")):
        other = told(f"{number}.txt", wide, "Sudria took Tarsk harbour", "take", ("Sudria",))
        assert len(merge([day, other])) == 1, wide
