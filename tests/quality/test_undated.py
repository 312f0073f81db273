"""The short form of the run over texts whose date was taken away."""

from tests.quality.undated import outcome, shares, undated
from timeline.model.calendar import day_number

STORY = (
    "{}The old mill by the river was sold in March 2016 to a trader from the coast, who said on"
    " Monday that it will be turned into flats by the end of 2016, whatever the council thinks of"
    " it, for the roof has been open since 2014."
)
DAY = day_number(2016, 5, 3)


def test_what_states_the_day_is_taken_away_and_the_rest_is_inferred() -> None:
    for head in ("", "3 May 2016\n\n", "Norhaven, 3 May 2016 - ", "May 3, 2016: "):
        made = undated("mill.tml", STORY.format(head), "en", DAY)
        assert made is not None
        assert "3 May 2016" not in made.article.text
        found = outcome(made)
        assert found.honest
        assert found.right, found.found.explanation


def test_an_interval_that_misses_the_day_is_dishonest() -> None:
    made = undated("mill.tml", STORY.format(""), "en", day_number(2012, 5, 3))
    assert made is not None
    found = outcome(made)
    assert (found.honest, found.right) == (False, False)
    assert shares([found])["honest"] == 0


def test_too_little_text_is_left_out() -> None:
    assert undated("mill.tml", "3 May 2016. The mill was sold.", "en", DAY) is None
