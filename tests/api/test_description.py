"""The OpenAPI document is whole, and servers do what it says."""

import json
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.quality import api_schema
from timeline.web.api.openapi import document
from timeline.web.api.registry import OPERATIONS

API = "/api/v1"


def test_the_document_names_every_operation_and_every_schema(client: FlaskClient) -> None:
    told = client.get(f"{API}/openapi.json").get_json()
    assert told == json.loads(json.dumps(document()))
    assert told["openapi"] == "3.1.0"
    listed = {(m.upper(), path) for path, methods in told["paths"].items() for m in methods}
    assert listed == {(one.method, one.path) for one in OPERATIONS}
    text = json.dumps(told)
    schemes = told["components"].pop("securitySchemes")
    assert {name for one in told["security"] for name in one} == {*schemes}
    for kind, named in told["components"].items():
        for name in named:
            assert f'"#/components/{kind}/{name}"' in text, name
    for operations in told["paths"].values():
        assert all(one["summary"] and one["responses"] for one in operations.values())


@pytest.mark.parametrize("kind", api_schema.KINDS)
def test_servers_do_what_the_document_says(extracted: Path, tmp_path: Path, kind: str) -> None:
    copy = Path(shutil.copy(extracted, tmp_path / "s.sqlite"))
    tried = api_schema.run(copy, kind, examples=1, number=1)
    assert tried.failures == []
    assert sum(tried.statuses.values()) >= len(OPERATIONS)
    if kind == "locked":
        assert set(tried.statuses) == {"401"}
    else:
        assert "401" not in tried.statuses
        assert ("403" in tried.statuses) is (kind in {"read-only", "read"})
