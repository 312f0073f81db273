"""A name that does not exist: what there is, exit 2, and nothing made by looking."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import first_event, ran
from timeline.errors import (
    UnknownCollectionError,
    UnknownNameError,
    UnknownStoreError,
    UnknownSubjectError,
)
from timeline.model.event import Category, Status
from timeline.query.facets import FACETS, LANES, REGISTRY

READING = [
    ("export",),
    ("digest",),
    ("search", "flood"),
    ("collections",),
    ("collections", "add", "spare"),
    ("collections", "rename", "main", "first"),
    ("collections", "remove", "harbour"),
    ("remove", "0000.txt", "--yes"),
    ("serve",),
    ("list", "place"),
    ("token", "list"),
    ("token", "new", "nightly"),
    ("token", "revoke", "nightly"),
    ("export-corrections", "--out", "gold"),
    ("curate", "queue"),
    ("curate", "history"),
    ("curate", "disagreements"),
    ("curate", "confirm", "3f2a"),
    ("curate", "add", "Fair opened", "May 1999"),
    ("curate", "undo"),
    ("curate", "redo"),
]
reading = pytest.mark.parametrize("command", READING, ids=" ".join)


def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir()}


@reading
def test_a_mistyped_store_is_named_with_those_beside_it(
    mine: str, command: tuple[str, ...]
) -> None:
    Path("notes.txt").write_text("It rained.", "utf-8")
    before = files()
    done = ran(*command, "--store", "mien.sqlite")
    assert (done.code, done.out) == (2, "")
    assert "there is no store 'mien.sqlite'" in done.err
    assert f"there are: {mine}; did you mean {mine}?" in done.err
    assert files() == before


@reading
def test_a_mistyped_collection_is_named_with_those_of_the_store(
    mine: str, command: tuple[str, ...]
) -> None:
    done = ran(*command, "--store", f"{mine}#habour")
    assert (done.code, done.out) == (2, "")
    told = "no collection 'habour'; there are: main, harbour; did you mean harbour?"
    assert told in done.err


@pytest.mark.parametrize("content", [b"", b"It rained. " * 500, b"SQLite format 3\x00"])
def test_what_is_no_store_is_left_as_it_is(mine: str, content: bytes) -> None:
    Path("other").write_bytes(content)
    before = files()
    done = ran("export", "--store", "other")
    if not content.startswith(b"SQLite"):
        assert done.code == 2
        assert f"'other' is not a timeline store; there are: {mine}" in done.err
    assert done.code in (1, 2)
    assert files() == before


@pytest.mark.parametrize("command", [("export",), ("extract", "a.txt"), ("import", "a.csv")])
def test_another_program_s_database_is_left_as_it_is(mine: str, command: tuple[str, ...]) -> None:
    Path("a.txt").write_text("It rained.", "utf-8")
    Path("a.csv").write_text("title,date\nMill burned,3 May 2021\n", "utf-8")
    with sqlite3.connect("music.sqlite") as other:
        other.execute("CREATE TABLE album (name)")
    other.close()
    before = files()
    done = ran(*command, "--store", "music.sqlite")
    assert done.code == 2
    assert f"'music.sqlite' is not a timeline store; there are: {mine}" in done.err
    assert files() == before


def test_stores_that_are_in_use_are_found_too(mine: str) -> None:
    with sqlite3.connect(mine) as user:
        user.execute("UPDATE collection SET name = 'first' WHERE id = 1")
        user.commit()
        assert Path(f"{mine}-wal").exists()
        done = ran("export", "--store", "mien.sqlite")
        assert f"there are: {mine};" in done.err
        assert ran("export", "--store", mine, "--format", "jsonl").code == 0
    user.close()


def test_who_brings_articles_is_told_of_a_new_store_or_collection(mine: str) -> None:
    Path("a.txt").write_text("It rained.", "utf-8")
    done = ran("extract", "a.txt", "--store", "new.sqlite")
    assert done.err.splitlines()[0] == "made a new store: new.sqlite"
    assert "new" not in ran("extract", "a.txt", "--store", "new.sqlite").err
    done = ran("extract", "a.txt", "--store", f"{mine}#habour")
    told = "the collection habour is empty so far; there are: main, harbour, habour"
    assert told in done.err


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "a.txt", "--published", "b.txt=2023"),
        ("extract", "a.txt", "--published", "a.txt=someday"),
        ("extract", "https://example.org/a.txt"),
        ("import", "a.txt"),
        ("import", "none.csv"),
    ],
)
def test_wrong_usage_makes_no_store(mine: str, command: tuple[str, ...]) -> None:
    Path("a.txt").write_text("It rained.", "utf-8")
    before = files()
    assert ran(*command, "--store", "new.sqlite").code in (1, 2)
    assert files() == before
    assert mine in before


@pytest.mark.parametrize("facet", FACETS)
def test_a_value_that_no_event_has_is_named_with_those_that_there_are(
    mine: str, facet: str
) -> None:
    done = ran("export", "--store", mine, f"--{facet}", "hapened")
    assert (done.code, done.out) == (2, "")
    assert f"there is no {facet} 'hapened'; there are" in done.err
    for value in REGISTRY[facet].values:
        assert value in done.err


@pytest.mark.parametrize(
    ("facet", "wrong", "right"),
    [
        ("status", "hapened", "happened"),
        ("category", "Disaster", "disaster"),
        ("certainty", "hihg", "high"),
        ("tag", "chapter1", "chapter 1"),
        ("place", "kabul", "Kabul"),
        ("place", "asia", "Central Asia"),
        ("document", "000.txt", "0000.txt or 0001.txt or 0002.txt"),
    ],
)
def test_the_likest_value_is_proposed(mine: str, facet: str, wrong: str, right: str) -> None:
    done = ran("export", "--store", mine, f"--{facet}", wrong)
    assert done.code == 2
    assert f"did you mean {right}" in done.err


def test_a_value_that_only_a_rejected_event_has_exists(mine: str) -> None:
    ran("curate", "tag", first_event(Path(mine)), "mine alone", "--store", mine)
    ran("curate", "reject", first_event(Path(mine)), "--store", mine)
    assert ran("export", "--store", mine, "--tag", "mine alone").code == 0


@pytest.mark.parametrize("facet", [*FACETS, "event"])
def test_every_listed_value_is_one_that_export_takes(mine: str, facet: str) -> None:
    listed = ran("list", facet, "--store", mine)
    assert (listed.code, listed.err) == (0, "")
    for line in listed.out.splitlines() if facet != "event" else ():
        count, _, value = line.strip().partition("  ")
        exported = ran("export", "--store", mine, f"--{facet}", value, "--format", "jsonl")
        assert exported.code == 0
        assert len(exported.out.splitlines()) == int(count)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "--format", "jsno"), "there is no format 'jsno'; there are: json, jsonl,"),
        (("export", "--lanes", "plce"), f"there are: {', '.join(LANES)}"),
        (("curate", "status", "x", "hapened"), f"there are: {', '.join(Status)}"),
        (("curate", "category", "x", "war"), f"there are: {', '.join(Category)}"),
        (("curate", "revert", "x", "tittle"), "did you mean title?"),
        (("curate", "add", "T", "2021", "--status", "maybe"), f"there are: {', '.join(Status)}"),
        (("list", "plcae"), "did you mean place?"),
        (("search", "x", "--format", "json"), "there are: text, jsonl"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_fixed_vocabularies_are_listed(mine: str, arguments: tuple[str, ...], told: str) -> None:
    done = ran(*arguments, "--store", mine)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("explain", "x", "--language", "xx"), "there is no language 'xx'; there are: en, de, "),
        (("explain", "x", "--language", "en_rules"), "there is no language 'en_rules'"),
        (("explain", "x", "--format", "yaml"), "there are: text, json"),
        (("tag", "x", "--format", "xml"), "there are: json, timeml"),
        (("extract", "x", "--format", "xlsx"), "there is no format 'xlsx'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_fixed_vocabularies_without_a_store(arguments: tuple[str, ...], told: str) -> None:
    done = ran(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_every_language_that_is_listed_is_taken() -> None:
    listed = [line.split()[0] for line in ran("languages").out.splitlines()]
    assert {"en", "de", "nl"} <= set(listed)
    assert len(listed) == len(set(listed))
    for code in listed[:12]:
        assert ran("explain", "2021-05-03", "--language", code).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("confirm", "zz"), "'zz' is no event; there are: "),
        (("undo", "99"), "'99' is no change; there are: 2, 1"),
        (("split", "EVENT", "7"), "'7' is no mention; there are: 0"),
        (("untag", "EVENT", "chapter"), "is no tag; there are: chapter 1; did you mean chapter 1?"),
        (
            ("add", "T", "2021", "--document", "0.txt", "--quote", "Flood"),
            "'0.txt' is no document; there are: 0000.txt, ",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_decisions_name_is_listed(mine: str, arguments: tuple[str, ...], told: str) -> None:
    event = first_event(Path(mine))
    given = [event if word == "EVENT" else word for word in arguments]
    done = ran("curate", *given, "--store", mine)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_the_beginning_of_several_events_lists_them(mine: str) -> None:
    ids = [line.split()[0] for line in ran("list", "event", "--store", mine).out.splitlines()]
    shared = next(a for a in "0123456789abcdef" if sum(one.startswith(a) for one in ids) != 1)
    several = [one for one in ids if one.startswith(shared)]
    done = ran("curate", "confirm", shared, "--store", mine)
    assert done.code == 2
    assert all(one in done.err for one in several)


def test_a_passage_needs_article_and_words(mine: str) -> None:
    done = ran("curate", "add", "T", "2021", "--document", "0000.txt", "--store", mine)
    assert done.code == 2
    assert "give both" in done.err


def test_a_document_of_metadata_that_is_not_there_is_told_with_what_it_may_mean(mine: str) -> None:
    del mine
    folder = Path("articles")
    folder.mkdir()
    (folder / "story.txt").write_text("It rained.", "utf-8")
    (folder / "metadata.csv").write_text("document,published\nstroy.txt,2023\n", "utf-8")
    done = ran("extract", folder)
    assert "names stroy.txt, which is not there; did you mean story.txt?" in done.err


@pytest.mark.parametrize(
    "error",
    [
        UnknownNameError("tag", "a\nb", ("x", "y"), "timeline list tag"),
        UnknownStoreError("store", "a", ("b",)),
        UnknownCollectionError("collection", "a"),
        UnknownSubjectError("event", "a", tuple("bcd")),
    ],
)
def test_the_error_crosses_processes_and_is_one_line(error: UnknownNameError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - what we pickled ourselves
    assert type(again) is type(error)
    assert (str(again), again.known, again.exit_code) == (str(error), error.known, 2)
    assert "\n" not in str(error)


def test_of_many_names_some_are_listed_and_how_to_list_all() -> None:
    known = tuple(f"place {number}" for number in range(1_000))
    told = str(UnknownNameError("place", "x" * 10_000, known, "timeline list place"))
    assert "place 19 and 980 more (list them with timeline list place)" in told
    assert len(told) < 1_000
