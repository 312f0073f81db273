"""Collections are apart: whatever is done in one, no query of another one answers otherwise."""

import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.invented import collection
from timeline.errors import StoreError
from timeline.model.article import Article
from timeline.model.span import Span
from timeline.model.timeline import Analysis, Timeline
from timeline.store import NewChange, NewEdit, NewFile, Store
from timeline.store.queue import MOST_TRIES
from timeline.store.runs import KEPT, Run, Runs

AT = "2026-01-02T03:04:05+00:00"
DOCUMENTS = ("0000.txt", "0001.txt", "long.txt", "short.txt", "none.txt")
PEOPLE = ("ana", "ben")
NOW = 2e9
NUMBERS = count()

# What a query is asked with, where it needs to be told something; the others are asked as they are.
ASKED: Mapping[str, tuple[tuple[Any, ...], ...]] = {
    "article": tuple((name,) for name in DOCUMENTS),
    "expressions": tuple((name,) for name in DOCUMENTS),
    "search": (("flood",), ("flood river",), ("river flood",), ("storm",), ("riv",)),
    "change": tuple((number,) for number in range(1, 12)),
    "latest": ((0,), (1,), (100,)),
    "next_undo": ((), *((by,) for by in PEOPLE)),
    "next_redo": ((), *((by,) for by in PEOPLE)),
    "within": (("quiet",),),
}
WRITES = {"save", "put", "give", "redate", "decide", "take_back", "add", "rename", "remove_empty"}
RUN_WRITES = {"begin", "note", "cancel", "forget"}
NO_QUERY = {"open", "close", "holding"}


def queries(kind: type) -> Iterator[str]:
    """Return the public names of a class that only tell."""
    for name, _ in inspect.getmembers(kind):
        if not name.startswith("_") and name not in WRITES | RUN_WRITES | NO_QUERY:
            yield name


def answers(store: Store) -> dict[str, Any]:
    """Ask a store everything that it can be asked."""
    told: dict[str, Any] = {}
    for of, kind in ((store, Store), (store.runs, Runs)):
        for name in queries(kind):
            found = getattr(of, name)
            if not callable(found):
                told[name] = found
                continue
            for asked in ASKED.get(name, ((),)):
                told[f"{name}{asked}"] = found(*asked)
    told["runs"] = None  # its own queries are among the answers
    told["queue"] = None  # its turn goes round all collections; what waits is seen on its run
    told["within('quiet',)"] = told["within('quiet',)"].collection
    mine = [info for info in told["collections()"] if info.name == store.collection]
    return told | {"collections()": mine}


def words(name: str, text: str) -> Analysis:
    return Analysis(Article(name, text, name, (Span(0, len(text)),)), (), ())


def filled(store: Store) -> Store:
    """Return a second collection that holds something of everything."""
    quiet = store.add("quiet")
    read, timeline = collection("Flood", articles=2)
    long = words("long.txt", "river " * 3 + "flood " + "mill " * 40)
    short = words("short.txt", "flood " * 3 + "river " + "mill " * 8)
    quiet.save((*read, long, short), timeline)
    quiet.give("0000.txt", "2024-03-05", AT, "ana")
    quiet.decide(note("e1", "one"))
    made = quiet.decide(note("e2", "two", "ben"))
    assert made is not None
    quiet.take_back(made, AT, "ben")
    for ended in ("", "done"):
        quiet.runs.begin(Run(f"quiet {ended}", "page", "x", NOW - 9 * KEPT, NOW - 9 * KEPT))
        quiet.runs.note(Run(f"quiet {ended}", "page", "x", 0, NOW - 9 * KEPT, ended=ended))
    quiet.queue.put(Run("quiet given up", "page", "x", NOW, NOW), files(), {})
    give_up(quiet)
    quiet.queue.put(Run("quiet waits", "page", "x", NOW, NOW), files(), {})
    return quiet


def files() -> list[NewFile]:
    return [NewFile("a.txt", io.BytesIO(b"It rained on 3 May 2024."))]


def give_up(store: Store) -> None:
    """Let the only batch that waits fail as often as it takes to be given up."""
    for _ in range(MOST_TRIES):
        claim = store.queue.claim("c", NOW, lambda _: False)
        assert claim is not None
        assert store.queue.release(claim, NOW, failed=True)


def note(subject: str, text: str | None, by: str = "ana") -> NewChange:
    return NewChange("note", (NewEdit(subject, "note", text),), AT, by, {subject: [text or ""]})


def save(store: Store, word: str, number: int) -> None:
    if number == 0:
        store.save((), Timeline((), ()))
    else:
        store.save(*collection(word, articles=number))


def put(store: Store, word: str, number: int) -> None:
    more = words(DOCUMENTS[number], f"{word} " * (1 + 20 * number))
    store.put((more,), Timeline((), ()))


def redate(store: Store, _word: str, number: int) -> None:
    store.redate(DOCUMENTS[number], "2023", store.timeline(), AT, by="ana")


def run(store: Store, word: str, number: int) -> None:
    name = ("quiet ", "quiet done", "loud", "none", "quiet waits")[number]
    own = Run(name, "page", word, NOW, NOW, current=word)
    store.runs.begin(replace(own, id=f"loud {next(NUMBERS)}"))
    store.runs.note(own)
    store.runs.cancel(name)
    store.runs.forget(name)


def queue(store: Store, word: str, number: int) -> None:
    name = ("quiet waits", "quiet given up", "quiet ", "loud 0", "none")[number]
    new = Run(f"loud {next(NUMBERS)}", "page", word, NOW, NOW)  # an id is given once
    store.queue.put(new, files(), {"a.txt": "2024"})
    store.queue.cancel(name, NOW, lambda _: False)
    store.queue.forget(name)


Act = Callable[[Store, str, int], object]
ACTS: Mapping[str, Act] = {
    "save": save,
    "put": put,
    "give": lambda s, _, n: s.give(DOCUMENTS[n], "2021-05" if n else None, AT, "ben"),
    "redate": redate,
    "decide": lambda s, w, n: s.decide(note(f"e{n}", w if n else None, PEOPLE[n % 2])),
    "take_back": lambda s, _, n: s.take_back(n, AT, "ana"),
    "add": lambda s, w, _: save(s.add(w), w, 1),
    "rename": lambda s, w, _: s.rename(w, f"{w} again"),
    "remove_empty": lambda s, w, _: s.remove_empty(w),
    "runs": run,
    "queue": queue,
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTS)), st.sampled_from(["flood", "river"]), st.integers(0, 4)
    ),
    max_size=12,
)


def test_every_public_name_of_a_store_is_asked_or_done() -> None:
    assert set(ACTS) - {"runs", "queue"} == WRITES
    asked = {*queries(Store), *queries(Runs)}
    assert set(ASKED) <= asked
    for name in asked - set(ASKED):
        found = inspect.getattr_static(Store, name, None) or inspect.getattr_static(Runs, name)
        if inspect.isfunction(found):
            (_, *more) = inspect.signature(found).parameters.values()
            needed = [one.name for one in more if one.default is inspect.Parameter.empty]
            assert not needed, f"say in ASKED what {name} is to be asked with"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_what_is_done_in_one_changes_no_answer_of_another(
    store: Store, steps: list[tuple[str, str, int]]
) -> None:
    known = [info.name for info in store.collections()]
    quiet = store.within("quiet") if "quiet" in known else filled(store)
    before = answers(quiet)
    for what, word, number in steps:
        try:
            ACTS[what](store, word, number)
        except StoreError:
            continue  # what is refused is as much to change nothing
        finally:
            assert answers(quiet) == before, what


def test_the_best_of_a_collection_are_its_own_whatever_others_hold(store: Store) -> None:
    quiet = filled(store)
    before = [hit.document for hit in quiet.search("flood river")]
    for word in ("flood", "river"):
        store.save([words(f"{n}.txt", f"{word} " * 50) for n in range(40)], Timeline((), ()))
        assert [hit.document for hit in quiet.search("flood river")] == before


def test_a_quiet_collection_has_its_own_history(store: Store) -> None:
    quiet = store.add("quiet")
    quiet.decide(note("e1", "one"))
    for turn in range(5):
        store.decide(note("e1", f"{turn}"))
    assert [change.id for change in quiet.latest(2)] == [1]
    assert (quiet.count_changes(), store.count_changes()) == (1, 5)


def test_a_collection_that_was_removed_leaves_nothing_to_the_next(store: Store) -> None:
    gone = store.add("gone")
    gone.save(*collection("Flood"))
    gone.runs.begin(Run("r", "page", "x", NOW, NOW))
    gone.save((), Timeline((), ()))
    store.remove_empty("gone")
    after = store.add("after")
    assert (after.runs.all(), after.search("flood"), after.version()) == ((), (), 0)
    assert after.search_in_step()


def test_a_collection_that_is_gone_says_so(store: Store) -> None:
    gone = store.add("gone")
    store.remove_empty("gone")
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.version()
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.decide(note("e1", "one"))
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.save((), Timeline((), ()))
