"""The guide's examples do what it says, and it names every operation."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from timeline.store import Store
from timeline.web.api.registry import OPERATIONS
from timeline.web.auth.tokens import Scope, TokenFile, beside

API = "/api/v1"
HOST = "http://127.0.0.1:8050"
GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"```(sh|python)\n(.*?)```", GUIDE, re.DOTALL)


def run_command(client: FlaskClient, store: Store, text: str, event: str) -> int:
    """Ask what a `curl` command asks; return the status of the answer."""
    words = shlex.split(text.replace("\\\n", " ").replace("EVENT", event))
    assert words[:2] == ["curl", "-s"]
    path = next(word for word in words if word.startswith(HOST)).removeprefix(HOST)
    rest = [word for word in words[2:] if not word.startswith(HOST)]
    options = dict(zip(rest[::2], rest[1::2], strict=True))
    if options.get("-H", "").startswith("Authorization: Bearer "):
        token = TokenFile(beside(store.name)).add("guide", Scope.READ, "2024-05-01")
        return client.get(path, headers={"Authorization": f"Bearer {token}"}).status_code
    if "-F" in options:
        return client.post(path, data={"text": "It rained on 3 May 2022."}).status_code
    if "-d" in options:
        return client.post(path, json=json.loads(options["-d"])).status_code
    return client.get(path).status_code


def test_the_examples_are_true(client: FlaskClient, store: Store) -> None:
    def get(path: str) -> Any:  # noqa: ANN401 - JSON
        return client.get(f"{API}{path}").get_json()

    def post(path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        return client.post(f"{API}{path}", json=body).get_json()

    names: dict[str, Any] = {"get": get, "post": post}
    event = store.timeline.load().events[0].id
    assert len(EXAMPLES) >= 6
    for kind, text in EXAMPLES:
        if kind == "sh":
            assert run_command(client, store, text, event) in {200, 202}, text
        else:
            exec(text, names)  # noqa: S102 - the guide of this project


def test_the_guide_names_every_operation() -> None:
    for one in OPERATIONS:
        kind = one.path.removeprefix("/edits/")
        if one.method == "POST" and kind != one.path:
            assert f"`{kind}`" in GUIDE, one.path
        else:
            assert f"`{one.method} {one.path}" in GUIDE, one.path
