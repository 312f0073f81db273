"""The commands of the guides do what they say: each page is followed in a folder of its own."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from flask.testing import FlaskClient

from tests.cli.running import Done, ran
from tests.editing.conftest import ARTICLES
from timeline.store import Store
from timeline.web.auth.passwords import Password, write_password
from timeline.web.auth.service import Service
from timeline.web.server import create_app

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted((DOCS / "how-to").glob("*.md"))
HOST = "http://127.0.0.1:8050"
PASSWORD = "a long enough password"  # noqa: S105 - of this test
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WRITTEN = re.compile(r"cat > (\S+) <<'END'\n(.*?)\nEND\n", re.DOTALL)


def steps(page: Path) -> Iterator[str | tuple[str, str]]:
    """Yield the commands of a page in order, and the files that it has written."""
    for block in _BLOCK.findall(page.read_text("utf-8")):
        rest = block
        while found := _WRITTEN.search(rest):
            yield from rest[: found.start()].splitlines()
            yield found[1], found[2]
            rest = rest[found.end() :]
        yield from rest.splitlines()


def event() -> str:
    with Store.open("mine.sqlite") as store:
        return store.timeline.load().events[0].id


def run(line: str) -> None:
    """Run a command of a page, as a shell would."""
    command, _, target = line.partition(" > ")
    first, _, second = command.partition(" | ")
    source = Path(shlex.split(first)[1]).read_text("utf-8") if second else ""
    words = shlex.split(second or command)
    assert words[0] == "timeline", line
    done = with_input(source, [event() if word == "EVENT" else word for word in words[1:]])
    assert done.code == 0, (line, done.err)
    if target:
        assert done.out, line
        Path(target).write_text(done.out, "utf-8")


def with_input(source: str, words: list[str]) -> Done:
    with patch("timeline.web.serving.run"), patch("timeline.cli.standard_input.sys") as system:
        system.stdin.buffer = None
        system.stdin.read.return_value = source
        return ran(*words)


def ask(client: FlaskClient, line: str) -> int:
    """Ask what a `curl` command asks; return the status of the answer."""
    words = shlex.split(line)
    assert words[:2] == ["curl", "-s"]
    address = next(word for word in words if word.startswith(HOST)).removeprefix(HOST)
    options = [w for w in words[2:] if not w.startswith(HOST)]
    pairs = list(zip(options[::2], options[1::2], strict=True))
    headers = dict(value.split(": ", 1) for name, value in pairs if name == "-H")
    token = Path("nightly.token").read_text("utf-8").strip()
    headers["Authorization"] = headers["Authorization"].replace("TOKEN", token)
    if form := [value for name, value in pairs if name == "-F"]:
        fields = dict(value.split("=", 1) for value in form)
        with Path(fields["article"].removeprefix("@")).open("rb") as file:
            data = {**fields, "article": file}
            return client.post(address, data=data, headers=headers).status_code
    for name, value in pairs:
        if name == "-d":
            body = json.loads(value.replace("EVENT", event()))
            return client.post(address, json=body, headers=headers).status_code
    return client.get(address, headers=headers).status_code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_guide_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("TIMELINE_")]:
        monkeypatch.delenv(name)
    Path("articles").mkdir()
    for name, text in ARTICLES.items():
        Path("articles", name).write_text(text, "utf-8")
    write_password(PASSWORD, Path("team.password"))
    count = 0
    for step in steps(page):
        count += 1
        if isinstance(step, tuple):
            Path(step[0]).write_text(step[1] + "\n", "utf-8")
        elif step.startswith("curl "):
            with Store.open("mine.sqlite") as store:
                service = Service(Password.of(PASSWORD))
                with patch("timeline.web.uploads.queueing.in_a_process"):
                    app = create_app(store, lambda: "2024-05-01T12:00:00+00:00", service)
                    assert ask(app.server.test_client(), step) in {200, 202}, step
        else:
            run(step)
    assert count >= 4


def test_guides_name_no_command_that_is_not_run() -> None:
    for page in PAGES:
        told = page.read_text("utf-8")
        assert not re.search(r"^```(?!sh$|text$|toml$|$)", told, re.MULTILINE), page
