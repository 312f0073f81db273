"""Somebody at a page that may be gone at any moment: adds articles, pins events, notes answers."""

import http.client
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from tests.web.real_server import multipart

UPLOADS = 0.6  # of what is asked for
NAMES = tuple(f"{number}.txt" for number in range(12))


@dataclass(slots=True)
class Acknowledged:
    """What a server said that it took: changes by number, and texts of articles by name.

    A text that was sent and not acknowledged may be there as well, or not.
    """

    changes: dict[int, tuple[str, str]] = field(default_factory=dict)
    sent: dict[str, list[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(list))
    uploads: int = 0
    files: int = 0

    def lost_files(self, held: Mapping[str, str]) -> list[str]:
        """Return the names whose article is older than the last that was acknowledged."""
        lost = []
        for name, texts in self.sent.items():
            last = max((at for at, (_, taken) in enumerate(texts) if taken), default=None)
            if last is not None and held.get(name) not in {text for text, _ in texts[last:]}:
                lost.append(name)
        return lost


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks a server in one of its lives; `event` is one that can be pinned."""

    life: int
    event: str
    turn: random.Random
    known: Acknowledged

    def talk(self, port: int, first: Callable[[], None]) -> bool:
        """Ask for this and that until the server is gone; return whether it ever answered.

        It is the one child of this process. `first` is called at the first answer.
        """
        met = False
        for asked in count():
            try:
                if self.turn.random() < UPLOADS:
                    self._upload(port, f"{self.life}-{asked}")
                else:
                    self._pin(port, "unpin" if asked % 2 else "pin")
            except (OSError, http.client.HTTPException):
                if not alive():
                    return met
                time.sleep(0.02)
                continue
            if not met:
                first()
            met = True
        return met

    def _upload(self, port: int, mark: str) -> None:
        names = self.turn.sample(NAMES, self.turn.randint(1, 3))
        day = self.turn.randint(1, 28)
        texts = {n: f"{mark} {n}\n\nThe bridge fell on {day} May 2021.\n" for n in names}
        for name, text in texts.items():
            self.known.sent[name].append((text, False))
        body, kind = multipart({name: text.encode() for name, text in texts.items()}, "replace")
        status, told = _ask(port, "/api/v1/articles", body, kind)
        assert status == 202, (status, told)
        for name, text in texts.items():
            self.known.sent[name][-1] = (text, True)
        self.known.uploads += 1
        self.known.files += len(names)

    def _pin(self, port: int, act: str) -> None:
        body = json.dumps({"events": [self.event], "by": "ana"}).encode()
        status, told = _ask(port, f"/api/v1/edits/{act}", body, "application/json")
        assert status == 200, (status, told)
        made = json.loads(told)
        if made["edit"] is not None:
            self.known.changes[made["edit"]] = (act, made["subject"])


def alive() -> bool:
    """Return whether the one child process lives; it stays to be waited for."""
    return os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def _ask(port: int, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", path, body, {"Content-Type": kind})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
