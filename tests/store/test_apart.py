"""Collections are apart: whatever is done in one, no query of another one answers otherwise."""

import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from operator import attrgetter
from typing import Any, get_type_hints

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
from timeline.store.runs import KEPT, Run

AT = "2026-01-02T03:04:05+00:00"
DOCUMENTS = ("0000.txt", "0001.txt", "long.txt", "short.txt", "none.txt")
PEOPLE = ("ana", "ben")
NOW = 2e9
NUMBERS = count()

# What a query is asked with, where it needs to be told something; the others are asked as they are.
ASKED: Mapping[str, tuple[tuple[Any, ...], ...]] = {
    "articles.analyses": ((), (DOCUMENTS[:2],)),
    "articles.get": tuple((name,) for name in DOCUMENTS),
    "articles.expressions": tuple((name,) for name in DOCUMENTS),
    "search.find": (("flood",), ("flood river",), ("river flood",), ("storm",), ("riv",)),
    "edits.get": tuple((number,) for number in range(1, 12)),
    "edits.latest": ((0,), (1,), (100,)),
    "edits.next_undo": ((), *((by,) for by in PEOPLE)),
    "edits.next_redo": ((), *((by,) for by in PEOPLE)),
    "collection": (("quiet",),),
}
WRITES = {
    "articles.replace",
    "articles.upsert",
    "articles.remove",
    "publication_dates.set",
    "publication_dates.set_with_timeline",
    "edits.append",
    "edits.undo",
    "create_collection",
    "collections.rename",
    "collections.delete",
}
RUN_WRITES = {"runs.add", "runs.update", "runs.cancel", "runs.delete"}
NO_QUERY = {"open", "close", "with_claim"}
OF_ALL = {"queue"}  # its turn goes round all collections; what waits is seen on its run


def subjects() -> Mapping[str, type]:
    """Return the subjects of a store: its properties that are objects of the package."""
    found: dict[str, type] = {}
    for name, value in inspect.getmembers(Store):
        if isinstance(value, property) and value.fget is not None:
            kind = get_type_hints(value.fget)["return"]
            if kind.__module__.startswith("timeline.store."):
                found[name] = kind
    return found


def queries() -> Iterator[str]:
    """Yield the public names of a store and of its subjects that only tell."""
    kinds = {"": Store} | {f"{name}.": kind for name, kind in subjects().items()}
    for prefix, kind in kinds.items():
        for member, _ in inspect.getmembers(kind):
            name = prefix + member
            if member.startswith("_") or name in WRITES | RUN_WRITES | NO_QUERY | {*subjects()}:
                continue
            if prefix.removesuffix(".") not in OF_ALL:
                yield name


def answers(store: Store) -> dict[str, Any]:
    """Ask a store everything that it can be asked."""
    told: dict[str, Any] = {}
    for name in queries():
        found = attrgetter(name)(store)
        if not callable(found):
            told[name] = found
            continue
        for asked in ASKED.get(name, ((),)):
            told[f"{name}{asked}"] = found(*asked)
    told["collection('quiet',)"] = told["collection('quiet',)"].collection_name
    mine = [info for info in told["collections.list()"] if info.name == store.collection_name]
    return told | {"collections.list()": mine}


def words(name: str, text: str) -> Analysis:
    return Analysis(Article(name, text, name, (Span(0, len(text)),)), (), ())


def filled(store: Store) -> Store:
    """Return a second collection that holds something of everything."""
    quiet = store.create_collection("quiet")
    read, timeline = collection("Flood", articles=2)
    long = words("long.txt", "river " * 3 + "flood " + "mill " * 40)
    short = words("short.txt", "flood " * 3 + "river " + "mill " * 8)
    quiet.articles.replace((*read, long, short), timeline)
    quiet.publication_dates.set("0000.txt", "2024-03-05", AT, "ana")
    quiet.edits.append(note("e1", "one"))
    made = quiet.edits.append(note("e2", "two", "ben"))
    assert made is not None
    quiet.edits.undo(made, AT, "ben")
    for ended in ("", "done"):
        quiet.runs.add(Run(f"quiet {ended}", "page", "x", NOW - 9 * KEPT, NOW - 9 * KEPT))
        quiet.runs.update(Run(f"quiet {ended}", "page", "x", 0, NOW - 9 * KEPT, ended=ended))
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
        store.articles.replace((), Timeline((), ()))
    else:
        store.articles.replace(*collection(word, articles=number))


def put(store: Store, word: str, number: int) -> None:
    more = words(DOCUMENTS[number], f"{word} " * (1 + 20 * number))
    store.articles.upsert((more,), Timeline((), ()))


def redate(store: Store, _word: str, number: int) -> None:
    store.publication_dates.set_with_timeline(
        DOCUMENTS[number], "2023", store.timeline.load(), AT, by="ana"
    )


def run(store: Store, word: str, number: int) -> None:
    name = ("quiet ", "quiet done", "loud", "none", "quiet waits")[number]
    own = Run(name, "page", word, NOW, NOW, current=word)
    store.runs.add(replace(own, id=f"loud {next(NUMBERS)}"))
    store.runs.update(own)
    store.runs.cancel(name)
    store.runs.delete(name)


def queue(store: Store, word: str, number: int) -> None:
    name = ("quiet waits", "quiet given up", "quiet ", "loud 0", "none")[number]
    new = Run(f"loud {next(NUMBERS)}", "page", word, NOW, NOW)  # an id is given once
    store.queue.put(new, files(), {"a.txt": "2024"})
    store.queue.cancel(name, NOW, lambda _: False)
    store.queue.delete(name)


Act = Callable[[Store, str, int], object]
ACTS: Mapping[str, Act] = {
    "articles.replace": save,
    "articles.upsert": put,
    "articles.remove": lambda s, _, n: s.articles.remove(DOCUMENTS[:n], Timeline((), ())),
    "publication_dates.set": lambda s, _, n: s.publication_dates.set(
        DOCUMENTS[n], "2021-05" if n else None, AT, "ben"
    ),
    "publication_dates.set_with_timeline": redate,
    "edits.append": lambda s, w, n: s.edits.append(note(f"e{n}", w if n else None, PEOPLE[n % 2])),
    "edits.undo": lambda s, _, n: s.edits.undo(n, AT, "ana"),
    "create_collection": lambda s, w, _: save(s.create_collection(w), w, 1),
    "collections.rename": lambda s, w, _: s.collections.rename(w, f"{w} again"),
    "collections.delete": lambda s, w, _: s.collections.delete(w),
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
    asked = {*queries()}
    assert set(ASKED) <= asked
    assert {"articles", "timeline", "edits", "runs", *OF_ALL} <= set(subjects())
    for name in asked - set(ASKED):
        subject, _, member = name.rpartition(".")
        found = inspect.getattr_static(subjects()[subject] if subject else Store, member)
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
    known = [info.name for info in store.collections.list()]
    quiet = store.collection("quiet") if "quiet" in known else filled(store)
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
    before = [hit.document for hit in quiet.search.find("flood river")]
    for word in ("flood", "river"):
        store.articles.replace(
            [words(f"{n}.txt", f"{word} " * 50) for n in range(40)], Timeline((), ())
        )
        assert [hit.document for hit in quiet.search.find("flood river")] == before


def test_a_quiet_collection_has_its_own_history(store: Store) -> None:
    quiet = store.create_collection("quiet")
    quiet.edits.append(note("e1", "one"))
    for turn in range(5):
        store.edits.append(note("e1", f"{turn}"))
    assert [change.id for change in quiet.edits.latest(2)] == [1]
    assert (quiet.edits.count(), store.edits.count()) == (1, 5)


def test_a_collection_that_was_removed_leaves_nothing_to_the_next(store: Store) -> None:
    gone = store.create_collection("gone")
    gone.articles.replace(*collection("Flood"))
    gone.runs.add(Run("r", "page", "x", NOW, NOW))
    gone.articles.replace((), Timeline((), ()))
    store.collections.delete("gone")
    after = store.create_collection("after")
    assert (after.runs.list(), after.search.find("flood"), after.version()) == ((), (), 0)
    assert after.search.is_consistent()


def test_a_collection_that_is_gone_says_so(store: Store) -> None:
    gone = store.create_collection("gone")
    store.collections.delete("gone")
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.version()
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.edits.append(note("e1", "one"))
    with pytest.raises(StoreError, match="was removed meanwhile"):
        gone.articles.replace((), Timeline((), ()))
