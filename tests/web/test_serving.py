"""Which store is served, and what is said where that cannot be done."""

import multiprocessing
import socket
from pathlib import Path

import pytest

from tests.web import sample
from timeline.digest import Digest, DigestRequest, Tellings, days_that_matter
from timeline.errors import PasswordError, ServingError, StoreError
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.data import collection
from timeline.web.seeding import open_seeded
from timeline.web.server import make_page, prepare
from timeline.web.serving import check_host, port_of, run, serve

STORY = "Lights out\n\nOn 3 May 2021 the lights of Velmar went out.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lights.txt").write_text(STORY, "utf-8")
    return folder


def test_a_taken_port_is_one_plain_sentence() -> None:
    shelved = sample.Shelved(sample.timeline())
    page = make_page(shelved, shelved.publish, shelved.foresee)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServingError, match=f"port {port} on 127.0.0.1 cannot be used") as told:
            run(page, "127.0.0.1", port)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("text", "port"), [(None, 8050), ("", 8050), (" 8060 ", 8060)])
def test_the_port_is_read(text: str | None, port: int) -> None:
    assert port_of(text) == port


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "²", "8050.0"])
def test_a_port_that_is_none_is_one_plain_sentence(text: str) -> None:
    with pytest.raises(ServingError, match="a port is a number from 1 to 65535"):
        port_of(text)


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.sqlite")
    with pytest.raises(StoreError, match="make one with timeline extract"):
        serve(missing, "127.0.0.1", 0, debug=False, clock=lambda: "2024-01-01T00:00:00")
    assert not Path(missing).exists()


EVERYWHERE = "0.0.0.0"  # noqa: S104 - that is what is tried


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.0.7", "timeline.example"])
def test_a_host_that_others_reach_demands_a_password_and_says_why(
    tmp_path: Path, host: str
) -> None:
    where = str(tmp_path / "first.sqlite")
    Store.open(where).close()
    with pytest.raises(PasswordError, match="can be reached from other machines") as told:
        serve(where, host, 0, debug=False, clock=lambda: "2024-01-01T00:00:00")
    assert "timeline password FILE" in str(told.value)


def test_a_page_for_others_is_never_served_with_the_debugger() -> None:
    service = Service(Password.of("a long enough password"))
    with pytest.raises(ServingError, match="run programs"):
        check_host(EVERYWHERE, service, debug=True)
    check_host(EVERYWHERE, service, debug=False)
    check_host("127.0.0.1", Service(), debug=True)


def test_a_store_that_is_only_shown_is_neither_made_nor_filled(
    articles: Path, tmp_path: Path
) -> None:
    where = str(tmp_path / "first.sqlite")
    with pytest.raises(StoreError, match="open it once without --read-only"):
        open_seeded(where, articles, read_only=True)
    Store.open(where).close()
    with open_seeded(where, articles, read_only=True) as store:
        assert store.timeline.load().documents == ()


def test_the_first_start_extracts_and_the_second_does_not(articles: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "first.sqlite")
    with open_seeded(where, articles) as store:
        version = store.version()
        assert [e.when.first for e in store.timeline.load().events] == [737913]
    with open_seeded(where, articles) as store:
        assert store.version() == version


def start(where: str, articles: str, versions: "multiprocessing.Queue[int]") -> None:
    with open_seeded(where, Path(articles)) as store:
        versions.put(store.version())


def test_two_that_start_at_once_extract_once(articles: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "both.sqlite")
    spawn = multiprocessing.get_context("spawn")
    versions: multiprocessing.Queue[int] = spawn.Queue()
    workers = [spawn.Process(target=start, args=(where, str(articles), versions)) for _ in range(2)]
    for worker in workers:
        worker.start()
    seen = {versions.get(timeout=120) for _ in workers}
    for worker in workers:
        worker.join(timeout=60)
        worker.close()
    with Store.open(where) as store:
        assert seen == {store.version()}
        assert len(store.timeline.load().documents) == 1


class Moody(sample.Shelved):
    """A store that goes away."""

    away = False

    def version(self) -> int:
        if self.away:
            raise StoreError("the store is away")
        return super().version()


def test_the_days_that_matter_are_found_before_anybody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(collection, "FEW_ARTICLES", 1)
    found: list[DigestRequest] = []

    def finding(tellings: Tellings, asked: DigestRequest) -> Digest:
        found.append(asked)
        return days_that_matter(tellings, asked)

    monkeypatch.setattr(collection, "days_that_matter", finding)
    shelved = sample.Shelved(sample.timeline())
    page = make_page(shelved, shelved.publish, shelved.foresee)
    assert not found
    prepare(page)
    assert len(found) == 1
    asked = page.server.test_client().get("/export?format=json&only=days")
    assert asked.status_code == 200
    assert len(found) == 1


def test_a_store_that_is_away_does_not_keep_the_server_from_starting() -> None:
    shelved = Moody(sample.timeline())
    page = make_page(shelved, shelved.publish, shelved.foresee)
    shelved.away = True
    prepare(page)
    shelved.away = False
    assert page.server.test_client().get("/export?format=json").status_code == 200
