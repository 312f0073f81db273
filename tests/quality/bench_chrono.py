"""chrono-node, the fastest peer whose recall is of use: its speed, and what its values are worth.

It is an npm package of JavaScript. It is installed into the user's cache folder, in the version
that stands here; nothing of it is in the repository. Without node and npm it is not measured.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.quality.timeml_gold import GoldDocument, Marked
from tests.quality.timex import figures, outcomes
from timeline.model.calendar import civil
from timeline.model.span import Span
from timeline.reading.creation_time import creation_claim

PACKAGE, VERSION = "chrono-node", "2.10.3"
SCRIPT = Path(__file__).with_name("chrono.mjs")
WAIT = 300  # seconds for an installation
MISSING = "not measured: it needs node and npm (on Debian and Ubuntu: apt install nodejs npm)"
_UNDATED = (2000, 1, 1)


class NotMeasuredError(Exception):
    """Why chrono-node could not be measured, in a sentence."""


@dataclass(frozen=True, slots=True)
class Chrono:
    """Characters a second of one core, and value F1."""

    speed: float
    value: float


def measure(documents: Sequence[GoldDocument], size: int) -> Chrono:
    """Run it over the documents until it has read so many characters, document by document.

    A document at a time is what it does best: its time grows with the square of a long text.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        raise NotMeasuredError(MISSING)
    once = sum(len(document.text) for document in documents)
    rounds = max(1, round(size / once))
    told = [{"text": d.text, "created": _created(d)} for d in documents]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.json"
        path.write_text(json.dumps({"rounds": rounds, "documents": told}), encoding="utf-8")
        answer = json.loads(_run("node", str(SCRIPT), str(_installed()), str(path)))
    found = [
        [Marked(_span(document.text, start, end), kind, value) for start, end, kind, value in marks]
        for document, marks in zip(documents, answer["found"], strict=True)
    ]
    pairs = zip(documents, found, strict=True)
    value = figures(o for document, marked in pairs for o in outcomes(document, marked)).value
    return Chrono(once * rounds / answer["seconds"], value)


def _created(document: GoldDocument) -> list[int]:
    """Return year, month (from 0), day and noon, as JavaScript counts."""
    claim = creation_claim(document.created)
    first = None if claim is None else claim.when.first
    year, month, day = _UNDATED if first is None else civil(first)
    return [year, month - 1, day, 12]


def _span(text: str, start: int, end: int) -> Span:
    """Count in characters what JavaScript counts in UTF-16 code units."""
    units = text.encode("utf-16-le")
    first = len(units[: 2 * start].decode("utf-16-le", "replace"))
    return Span(first, first + len(units[2 * start : 2 * end].decode("utf-16-le", "replace")))


def _installed() -> Path:
    """Return the folder that holds the package, after installing it where it is not there."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "timeline-bench" / f"{PACKAGE}-{VERSION}"
    if not (folder / "node_modules" / PACKAGE / "package.json").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
        _run("npm", "install", "--prefix", str(folder), *quiet, f"{PACKAGE}@{VERSION}")
    return folder


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        told = getattr(error, "stderr", None) or str(error)
        last = next((line for line in reversed(str(told).splitlines()) if line.strip()), "")
        raise NotMeasuredError(f"not measured: {command[0]} failed ({last.strip()})") from error
    return done.stdout
