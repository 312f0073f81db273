"""Repeats in articles marked for them: joined where they are one event, apart otherwise."""

import pytest

from tests.quality.told_again import PairOfDates, figures, gold, main, marked, pairs, read

WRITTEN = """published 2021-05-06 en

Quake kills five

An earthquake [on Wednesday](a) killed five in Ellery. {a|It lasted a minute.} The mayor resigned
[on Thursday](b). The quake [of May 5](a) was the first.
"""


def test_marks_are_taken_away_and_kept_as_places() -> None:
    article = marked("a.txt", WRITTEN)
    assert (article.published, article.language) == ("2021-05-06", "en")
    assert not set(article.text) & set("[]{}|()")
    assert [(place.of(article.text), event) for place, event in article.dates.items()] == [
        ("on Wednesday", "a"),
        ("on Thursday", "b"),
        ("of May 5", "a"),
    ]
    assert [place.of(article.text) for place in article.details] == ["It lasted a minute."]


@pytest.mark.parametrize("part", ["tuned", "held_out"])
def test_every_part_repeats_events_in_several_languages(part: str) -> None:
    articles = list(gold(part))
    assert len({article.language for article in articles}) >= 3
    for article in articles:
        events = list(article.dates.values())
        assert len(set(events)) < len(events), article.name


def counted(part: str) -> tuple[float, float]:
    told = [pair for article, found in read(part) for pair in pairs(article, found)]
    one = [pair for pair in told if pair.same]
    others = [pair for pair in told if not pair.same]
    joined = sum(pair.joined for pair in one) / len(one)
    return joined, sum(not pair.joined for pair in others) / len(others)


@pytest.mark.parametrize(("part", "joined"), [("tuned", 0.55), ("held_out", 0.62)])
def test_repeats_are_joined_and_others_kept_apart(part: str, joined: float) -> None:
    found, apart = counted(part)
    assert found >= joined
    assert apart >= 0.99


def test_the_figures_are_shares() -> None:
    ((article, found), *_) = read("tuned")
    one, other = found.mentions[:2]
    told = [PairOfDates(article.name, one, other, same, joined=True) for same in (True, False)]
    assert figures(told) == (
        "1 pairs of one event: repeats 100.0 (1/1)  precision 50.0 (1/2)  apart 0.0 (0/1)"
    )


def test_errors_of_what_is_held_out_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--held-out", "--errors"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
