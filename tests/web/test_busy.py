"""Eight readers, two writers and an extraction at once: nobody sees an error, nothing is lost."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

from flask.testing import FlaskClient

from tests.web.sample import add_sentence
from timeline.cli.clock import now
from timeline.editing.editor import Editor
from timeline.errors import EditConflictError
from timeline.store import Store
from timeline.web.server import create_app

READERS, WRITERS, EDITS, ARTICLES = 8, 2, 25, 12
HELD = "The council of Lindholm closed the bridge on {} May 2021."
NEW = "A fire destroyed the mill on {} March 2003."


def add(store: Store, text: str, days: int) -> None:
    """Extract that many articles, one after another."""
    for day in range(1, days + 1):
        add_sentence(store, f"{text[:6]}-{day}.txt", text.format(day))


def read(client: FlaskClient, stop: Event) -> int:
    """Open the page and export all, as long as others write; count the answers."""
    answers = 0
    while not stop.is_set():
        for path in ("/", "/_dash-layout", "/export?format=jsonl"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert answer.get_data()
        answers += 1
    return answers


def noted(editor: Editor, event: str, text: str) -> int | None:
    """Write a note, again where another person was quicker and theirs has been looked at."""
    while True:
        try:
            return editor.note(event, text)
        except EditConflictError:
            continue


def test_readers_writers_and_an_extraction_at_once(tmp_path: Path) -> None:
    where = tmp_path / "busy.sqlite"
    store = Store.open(where)
    add(store, HELD, ARTICLES)
    app = create_app(store, now)
    names = [event.id for event in store.timeline.load().events]
    stop = Event()

    def write(number: int) -> list[int | None]:
        with Store.open(where) as mine:
            editor = Editor(mine, f"person {number}", now)
            return [noted(editor, names[n % len(names)], f"{number}-{n}") for n in range(EDITS)]

    def extract() -> None:
        with Store.open(where) as mine:
            add(mine, NEW, ARTICLES)

    with store, ThreadPoolExecutor(READERS + WRITERS + 1) as pool:
        readers = [pool.submit(read, app.server.test_client(), stop) for _ in range(READERS)]
        try:
            work: list[Future[object]] = [pool.submit(extract)]
            work += [pool.submit(write, n) for n in range(WRITERS)]
            for one in work:
                one.result()
        finally:
            stop.set()
        assert all(reader.result() > 0 for reader in readers)
        assert len(store.edits.list()) == WRITERS * EDITS
        assert len(store.articles.analyses()) == 2 * ARTICLES
        held = [str(edit.new) for change in store.edits.list() for edit in change.edits]
        assert sorted(held) == sorted(f"{w}-{n}" for w in range(WRITERS) for n in range(EDITS))
        assert store.search.is_consistent()
