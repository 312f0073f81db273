"""The API against its own description: `python -m tests.quality.api_schema [EXAMPLES] [SEED]`.

schemathesis makes requests of the OpenAPI document that a running server hands out, such as fit it
and such as do not, and looks at each answer: no failure of the server, a status and a body as
described, what fits taken and what does not refused. Servers of five kinds are tried: one that may
be changed, one that is only shown, and one with a password, before which nobody has signed in, or
that is asked with a token that edits or only reads.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any
from unittest.mock import patch

import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import positive_data_acceptance
from waitress import create_server

from timeline.app import store_session
from timeline.store import Store
from timeline.web.api.openapi import document
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import ALONE, Service
from timeline.web.auth.tokens import Scope, TokenFile, beside
from timeline.web.server import create_app
from timeline.web.uploads import queueing

SEEDS = Path(__file__).parents[2] / "seeds"
SCOPES = tuple(one.value for one in Scope)
_LOCKED = Service(Password.of("a long enough password"))
KINDS = {
    "open": ALONE,
    "read-only": Service(read_only=True),
    "locked": _LOCKED,
    **dict.fromkeys(SCOPES, _LOCKED),
}
_REFUSED = [401, 403, 404, 409, 422]
_CHECKS = {
    "positive_data_acceptance": {"expected-statuses": ["2xx", *_REFUSED]},
    "negative_data_rejection": {"expected-statuses": [400, 405, 413, 414, 415, 431, *_REFUSED]},
}
# No browser sends NUL or half a character, and the boundary refuses both in its own tests.
_CONFIG = {"generation": {"allow-x00": False, "codec": "utf-8"}, "checks": _CHECKS}
_QUIET = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)
# A form may fit and bring no article: what is in it is no matter of its schema.
_UNDECIDED = {"add_articles"}


@dataclass(slots=True)
class Tried:
    """What came of the requests to servers: how often which status, and what was wrong."""

    statuses: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def run(store: Path, kind: str, examples: int, number: int) -> Tried:
    """Try every operation of a server of a kind, with so many requests of either sort each."""
    tried = Tried()
    with _serving(store, kind) as port:
        config = SchemathesisConfig.from_dict(_CONFIG)
        described = schemathesis.openapi.from_dict(document(), config=config)
        if kind in SCOPES:
            token = TokenFile(beside(str(store))).add("test", Scope(kind), "2024-01-01")
            described.config.update(headers={"Authorization": f"Bearer {token}"})
        described.config.update(base_url=f"http://127.0.0.1:{port}/api/v1")
        for found in described.get_all_operations():
            for mode in GenerationMode:
                assert isinstance(found, Ok)
                _try(found.ok(), mode, tried, examples, number)
    return tried


def _try(
    operation: APIOperation[Any, Any, Any, Any],
    mode: GenerationMode,
    tried: Tried,
    examples: int,
    number: int,
) -> None:
    left_out: list[CheckFunction] = []
    if operation.definition.raw.get("operationId") in _UNDECIDED:
        left_out.append(positive_data_acceptance)

    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=_QUIET)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        answer = case.call()
        tried.statuses[str(answer.status_code)] += 1
        case.validate_response(answer, excluded_checks=left_out)

    try:
        ask()
    except Unsatisfiable:
        return  # an operation that takes nothing has no request that does not fit
    except (Failure, FailureGroup) as error:
        tried.failures.append(f"{mode.value} {operation.label}: {error}")


@contextmanager
def _serving(store: Path, kind: str) -> Iterator[int]:
    """Serve a store in a thread, without a process that reads what is uploaded."""
    service = KINDS[kind]
    with (
        Store.open(store, read_only=service.read_only) as opened,
        patch.object(queueing, "in_a_process", lambda _job, _patience: None),
    ):
        app = create_app(opened, lambda: datetime.now(UTC).isoformat(), service)
        server = create_server(app.server, host="127.0.0.1", port=0, threads=2)
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        try:
            yield int(server.effective_port)
        finally:
            server.close()
            thread.join(5)


def main() -> None:
    """Extract the seeds, and try servers of every kind on a copy of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=int, nargs="?", default=100)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "seeds.sqlite"
        with Store.open(made) as store:
            store_session.extract_into(store, [SEEDS])
        for kind in KINDS:
            copy = Path(shutil.copy(made, Path(folder) / f"{kind}.sqlite"))
            tried = run(copy, kind, asked.examples, asked.seed)
            print(f"{kind}: {sum(tried.statuses.values()):,} requests, {dict(tried.statuses)}")
            print("\n".join(tried.failures))
            failed = failed or bool(tried.failures)
    sys.exit(failed)


if __name__ == "__main__":
    main()
