"""What names of places come to: the traps that lists of names hold."""

from collections import Counter

import pytest

from timeline.places import Kind, Placement, State, world
from timeline.places.context import Surroundings
from timeline.places.settling import Situation, settle


def told(**countries: int) -> Surroundings:
    return Surroundings(Counter(countries))


def placed(name: str, around: Situation | None = None) -> Placement:
    return settle(world(), name, around or Situation())


def words(placement: Placement) -> str:
    return world().words(placement.place) if placement.place else placement.state.value


@pytest.mark.parametrize(
    ("name", "around", "expected"),
    [
        ("Suez", Situation(behind=("Egypt",)), "Suez, Egypt"),
        ("Springfield", Situation(behind=("Illinois",)), "Springfield, Illinois, United States"),
        ("Springfield", Situation(beside=("Missouri",)), "Springfield, Missouri, United States"),
        ("Springfield", Situation(articles=told(US=9)), "ambiguous"),
        ("Washington", Situation(), "Washington, Washington DC, United States"),
        ("Washington", Situation(behind=("D.C.",)), "Washington, Washington DC, United States"),
        ("Georgia", Situation(articles=told(US=9)), "Georgia, United States"),
        ("Georgia", Situation(articles=told(GE=5, RU=4)), "Georgia"),
        ("Tripoli", Situation(articles=told(LY=6)), "Tripoli, Libya"),
        ("Tripoli", Situation(behind=("Lebanon",)), "Tripoli, North, Lebanon"),
        ("Alexandria", Situation(articles=told(EG=6, US=2)), "Alexandria, Egypt"),
        ("Alexandria", Situation(behind=("Va.",)), "Alexandria, Virginia, United States"),
        ("Hilla", Situation(articles=told(IQ=6, US=2)), "Al Hillah, Babylon, Iraq"),
        ("Hilla", Situation(), "ambiguous"),
        ("Venice", Situation(behind=("La.",), articles=told(US=8)), "ambiguous"),
        ("New York", Situation(articles=told(US=8)), "New York, United States"),
        ("Helmand Province", Situation(articles=told(AF=8)), "Helmand, Afghanistan"),
        ("northern Iraq", Situation(), "Iraq"),
        ("Golf von Mexiko", Situation(), "Gulf of Mexico"),
        ("Ägypten", Situation(), "Egypt"),
    ],
)  # fmt: skip
def test_a_name_is_placed_by_what_stands_around_it(
    name: str, around: Situation, expected: str
) -> None:
    assert words(placed(name, around)) == expected


@pytest.mark.parametrize(
    "name", ["Paris Hilton", "BP", "Halliburton", "", "?", "National Breakfast"]
)
def test_persons_and_organisations_are_no_places(name: str) -> None:
    assert placed(name).place is None


def test_a_name_that_people_bear_needs_what_holds_it() -> None:
    around = Situation(articles=told(US=9), person=True)
    assert words(placed("Hayward", around)) == "ambiguous"
    held = Situation(behind=("California",), articles=told(US=9), person=True)
    assert words(placed("Hayward", held)) == "Hayward, California, United States"


@pytest.mark.parametrize("name", ["Europe", "the Middle East", "the region", "the coast", "West"])
def test_a_continent_and_the_coast_have_no_one_spot(name: str) -> None:
    assert placed(name, Situation(articles=told(EG=4))).state is State.VAGUE


def test_a_short_form_is_that_of_the_one_gulf_that_the_article_names() -> None:
    (mexico,) = world().candidates("Gulf of Mexico")
    (persia,) = world().candidates("Persian Gulf")
    one = Surroundings(spots=Counter({mexico: 3}))
    both = Surroundings(spots=Counter({mexico: 2, persia: 2}))
    assert words(placed("the Gulf", Situation(articles=one))) == "Gulf of Mexico"
    assert placed("the Gulf", Situation(articles=both)).state is State.VAGUE


def test_an_ambiguous_name_offers_its_places() -> None:
    found = placed("Springfield", Situation(articles=told(US=9)))
    assert 1 < len(found.candidates) <= 6
    assert {place.kind for place in found.candidates} == {Kind.CITY}
