"""What one more article, one less and one date cost in a store that holds many.

    python -m tests.quality.increments STORE

works on a copy of an SQLite store and prints a line a step: CPU seconds, and how many of them
merging took. The steps of the server are done by one writer that knows the store already, as the
page's does, and by one view of it; those of the command line are processes of their own.
"""

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from timeline.app import store_state
from timeline.app.pipeline import Dated, merged
from timeline.app.store_writer import StoreWriter
from timeline.editing import EditedTimeline
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web.data.collection_cache import CollectionCache

AT = "2026-01-01T00:00:00+00:00"
DAYS = ("2010-06-01", "2010-06-03")


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its CPU seconds, those of merging among them."""

    name: str
    seconds: float
    merging: float = 0.0

    def __str__(self) -> str:
        return f"{self.name:<36} {self.seconds:7.2f} CPU-s   merging {self.merging:7.2f}"


@contextmanager
def _merging() -> Iterator[list[float]]:
    """Yield the CPU seconds of each merging that is done meanwhile."""
    spent: list[float] = []

    def timed(articles: Iterable[Dated]) -> Timeline:
        begun = time.process_time()
        try:
            return merged(articles)
        finally:
            spent.append(time.process_time() - begun)

    with patch.object(store_state, "merged", timed):
        yield spent


def in_server(where: Path) -> Iterator[Step]:
    """Yield what each step costs a server: the writing, then the page's look at what is new."""
    with Store.open(where) as store, _merging() as spent:
        writer, cache = StoreWriter(store), CollectionCache(EditedTimeline(store, lazily=True))

        def step(name: str, work: Callable[[], object]) -> Step:
            spent.clear()
            begun = time.process_time()
            work()
            return Step(name, time.process_time() - begun, sum(spent))

        name = min(store.articles.programs())
        yield step("server: first reading", lambda: writer.upsert(()))
        yield step("server: page, first reading", cache.collection)
        analysis = writer.analyses([name])[name]
        yield step("server: the same article again", lambda: writer.upsert([analysis]))
        for what, work in (
            ("one less", lambda: writer.remove([name])),
            ("one more", lambda: writer.upsert([analysis])),
            ("one date", lambda: writer.set_publication_date(name, DAYS[0], AT)),
        ):
            yield step(f"server: {what}", work)
            yield step(f"server: page after {what}", cache.collection)
        yield step("server: preview", lambda: writer.preview_publication_date(name, DAYS[1]))


def on_command_line(where: Path, folder: Path) -> Iterator[Step]:
    """Yield what each step costs as a command of its own."""
    with Store.open(where) as store:
        name = min(store.articles.programs())
    file = folder / "added.txt"
    file.write_text("The council of Velmar met on 3 May 2010 to vote.", encoding="utf-8")
    own = ["--store", str(where)]
    adding = ["extract", str(file), *own, "--format", "json", "--out", str(folder / "out.json")]
    yield _command("command: one more", adding)
    yield _command("command: the same again", adding)
    yield _command("command: one less", ["remove", name, *own, "--yes"])
    yield _command("command: one date", [*adding, "--published", f"{file.name}={DAYS[0]}"])


def _command(name: str, arguments: list[str]) -> Step:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "timeline", *arguments], check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Step(name, used)


def measure(store: Path) -> Iterator[Step]:
    """Yield the steps, done on copies of a store."""
    with TemporaryDirectory() as folder:
        for part in (in_server, lambda where: on_command_line(where, Path(folder))):
            copy = Path(folder, "copy.sqlite")
            shutil.copy(store, copy)
            Store.open(copy).close()  # an older store is migrated first, which is no step
            yield from part(copy)


def main() -> None:
    """Measure the store that is named on the command line."""
    for step in measure(Path(sys.argv[1])):
        print(step, flush=True)


if __name__ == "__main__":
    main()
