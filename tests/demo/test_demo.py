"""The sample collection: of a real size, and holding what collections are made of."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import timeline
from timeline.cli.demo import demo
from timeline.demo import METADATA, write_into, written
from timeline.demo.days import told_on
from timeline.demo.history import history
from timeline.errors import DemoError

ARTICLES = written()
SATURDAY = date(2024, 3, 2)


def test_it_is_of_a_real_size() -> None:
    assert 120 <= len(ARTICLES) <= 200
    assert len(Counter(one.publisher for one in ARTICLES)) == 5
    assert min(Counter(one.publisher for one in ARTICLES).values()) >= 20
    days = [one.published for one in ARTICLES]
    assert (max(days) - min(days)).days >= 85
    assert all(150 <= len(one.text.split()) <= 350 for one in ARTICLES)
    assert len({one.name for one in ARTICLES}) == len(ARTICLES) == len({a.text for a in ARTICLES})


def test_nothing_of_the_templates_is_left_in_a_text() -> None:
    for one in ARTICLES:
        assert not re.search(r"[{}]|\b(\w+) \1\b|  |\.\.|,\.", one.text), one.name


def test_it_tells_rising_tolls_corrections_and_disagreement() -> None:
    tolls = [toll.dead for toll in history().tolls]
    assert tolls == sorted(tolls)
    assert any("Correction: An earlier version" in one.text for one in ARTICLES)
    whole = "\n".join(one.text for one in ARTICLES)
    for ways in (
        ("Kestrel ", "Kestrell "),
        ("Tove Anders ", "Tove Andersen "),
        ("11 October 2019", "October 12, 2019"),
        ("evening of 29 February", "evening of 28 February"),
        ("first public hearing on 15 April", "will now be held on 22 April"),
    ):
        assert all(way in whole for way in ways), ways


def test_papers_copy_the_agency() -> None:
    def paragraphs(publisher: str) -> list[set[str]]:
        return [set(a.text.split("\n\n")[2:]) for a in ARTICLES if a.publisher == publisher]

    wire = paragraphs("Northern Wire")
    for paper in ("Valley Post", "The Lakeland Herald"):
        copies = [p for p in paragraphs(paper) if any(len(p & own) >= len(p) - 2 for own in wire)]
        assert len(copies) >= 3, paper


def test_one_paper_never_says_when_it_was_published() -> None:
    for one in ARTICLES:
        dated = bool(re.search(r"\b2024-\d\d-\d\d\b", one.name))
        assert dated != one.undated


@pytest.mark.parametrize(
    ("day", "published", "turn", "told"),
    [
        (SATURDAY, SATURDAY, 0, "on Saturday"),
        (SATURDAY, date(2024, 3, 3), 0, "yesterday"),
        (SATURDAY, date(2024, 3, 5), 0, "on Saturday"),
        (SATURDAY, date(2024, 3, 16), 0, "two weeks ago"),
        (SATURDAY, date(2024, 3, 16), 1, "on 2 March"),
        (SATURDAY, date(2024, 4, 20), 1, "on 2 March"),
        (date(2024, 3, 4), SATURDAY, 1, "on Monday"),
        (date(2024, 3, 4), SATURDAY, 0, "on Monday, 4 March,"),
    ],
)
def test_a_day_is_told_as_papers_tell_it(day: date, published: date, turn: int, told: str) -> None:
    assert told_on(day, published, american=False, turn=turn) == told


def test_files_say_who_published_them(tmp_path: Path) -> None:
    assert write_into(tmp_path / "new" / "demo") == len(ARTICLES)
    with (tmp_path / "new" / "demo" / METADATA).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["document"]: row["source"] for row in rows} == {
        one.name: one.publisher for one in ARTICLES
    }
    assert all((tmp_path / "new" / "demo" / row["document"]).is_file() for row in rows)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DemoError, match="is not empty"):
        write_into(tmp_path)
    with pytest.raises(DemoError, match="cannot be written"):
        write_into(tmp_path / "mine.txt")


def test_the_command_writes_it(tmp_path: Path) -> None:
    done = CliRunner().invoke(demo, ["--out", str(tmp_path / "demo")])
    assert done.exit_code == 0
    assert done.stderr.endswith(f"{len(ARTICLES)} articles\n")


def test_what_it_tells_is_read_as_it_happened() -> None:
    first = [one for one in ARTICLES if one.published <= date(2024, 3, 5)][:2]
    read = timeline.read([{"text": one.text, "name": one.name} for one in first])
    days = {event.when.edtf for event in read if "dam" in event.title.lower()}
    assert "2024-03-02" in days
