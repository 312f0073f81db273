"""A few hundred requests of every kind, over real sockets: none is answered with 500."""

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from waitress import create_server

from tests.quality.fuzz_making import Target, request
from tests.quality.fuzz_requests import NO_ANSWER, call_of, is_whole, send, status_of
from tests.web import sample
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.server import create_app

PHRASE = "a long enough password"
EVENTS = ("event0", "event5")
SIZE = 150


@pytest.fixture(scope="module", params=["open", "locked", "read-only"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, Target]]:
    """Serve a store with two collections; yield the port, and what may be sent."""
    address = str(tmp_path_factory.mktemp("store") / "held.sqlite")
    with Store.open(address) as made:
        sample.add_sentence(made, "dam.txt", "The dam broke on 3 May 2021.")
        sample.add_sentence(
            made.create_collection("harbour"), "ship.txt", "A ship sank on 4 June 2022."
        )
    locked, shown = request.param == "locked", request.param == "read-only"
    service = Service(Password.of(PHRASE) if locked else None, read_only=shown)
    with Store.open(address, read_only=shown) as store:
        app = create_app(store, lambda: "2024-05-01T12:00:00+00:00", service)
        client = app.server.test_client()
        signed = client.post("/login", data={"password": PHRASE}).headers.get("Set-Cookie", "")
        known = tuple(event.id for event in store.timeline.load().events)
        target = Target.of(app, prefixes=("/", "/c/harbour/"), cookie=signed.partition(";")[0])
        listed = client.get("/_dash-dependencies").get_json()
        calls = tuple(one for one in listed if one["clientside_function"] is None)
        target = replace(target, callbacks=calls, events=(*known, *EVENTS), documents=("dam.txt",))
        server = create_server(app.server, host="127.0.0.1", port=0, threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield server.effective_port, target
        server.close()
        thread.join(5)


def test_no_request_is_answered_with_500(served: tuple[int, Target]) -> None:
    port, target = served
    random, statuses = Random(2024), Counter[str]()
    for _ in range(SIZE):
        text = request(random, target)
        if not is_whole(text):
            continue
        answer, _ = send(port, text)
        status = status_of(answer)
        assert status != "500", text
        assert answer != NO_ANSWER, text
        assert b"Traceback" not in answer, text
        statuses[status] += 1
    assert statuses["200"] > SIZE // 20  # the fuzz reaches what is behind the boundary
    assert statuses["400"] > SIZE // 20


def test_every_callback_answers_what_is_well_formed(served: tuple[int, Target]) -> None:
    port, target = served
    random = Random(7)
    for call in target.callbacks:
        answer, _ = send(port, call_of(call, random, target, "/"))
        assert status_of(answer) in {"200", "204"}, call["output"]
