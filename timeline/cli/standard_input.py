"""`-` among the paths: an article, or a file of articles, that comes by standard input.

It is kept in a private folder while it is read, so that every format is read from it and the fenced
process may take it. Its kind is told by its content, else by the ending of `--stdin-name`.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from timeline.cli.text import PlainText
from timeline.cli.verbosity import note
from timeline.errors import TimelineError
from timeline.wording.names import quoted

SIGN = "-"
NAME = "stdin"
_BLOCK = 1_000_000  # bytes


class FileName(PlainText):
    """The name of a file, without folders."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; fail where it is that of no file."""
        text = super().convert(value, param, ctx)
        if not text or text in {".", ".."} or "/" in text or "\\" in text:
            self.fail(f"{quoted(text)} is no name of a file, such as page.html", param, ctx)
        return text


STDIN_NAME = click.option(
    "--stdin-name",
    metavar="NAME",
    default=NAME,
    show_default=True,
    type=FileName(most=100),
    help="What the article of - is called; the ending tells its format.",
)


@contextmanager
def with_standard_input(paths: Sequence[Path], name: str) -> Iterator[tuple[tuple[Path, ...], str]]:
    """Yield the paths, with a file of standard input in the place of `-`, and how that is called.

    JSON that comes without a name is told from text, for no file of text has a name that says so.
    """
    if Path(SIGN) not in paths:
        yield tuple(paths), name
        return
    from timeline.app.private_folders import private_folder  # noqa: PLC0415 - not needed for --help

    with private_folder() as folder:
        kept = folder / name
        try:
            _keep(kept)
        except OSError as error:
            raise TimelineError(f"standard input: cannot be kept ({error.strerror})") from error
        if name == NAME and _is_json(kept):
            kept = kept.rename(kept.with_name(f"{NAME}.json"))
        yield tuple(kept if path == Path(SIGN) else path for path in paths), kept.name


def named(given: Mapping[str, str], name: str) -> dict[str, str]:
    """Return dates by the names of articles, where `-` names the one of standard input."""
    return {name if key == SIGN else key: text for key, text in given.items()}


def _keep(path: Path) -> None:
    """Write standard input to a file, a little more than is read of one at most."""
    from timeline.reading.file_bytes import LARGEST  # noqa: PLC0415 - not needed for --help

    source = _bytes()
    if source.isatty():
        note("reading what you type; Ctrl-D ends it")
    left = LARGEST + 1
    with path.open("xb") as file:
        while left > 0 and (block := source.read(min(_BLOCK, left))):
            file.write(block)
            left -= len(block)


def _is_json(path: Path) -> bool:
    """Return whether a file is a JSON value, or begins with a line that is one."""
    data = path.read_bytes().strip()
    if not data.startswith((b"{", b"[")):
        return False
    for part in (data.split(b"\n", 1)[0], data):
        try:
            if isinstance(json.loads(part), dict | list):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _bytes() -> BinaryIO:
    stream = sys.stdin
    if stream is None:  # a program without one
        return BytesIO()
    buffer: BinaryIO | None = getattr(stream, "buffer", None)
    return BytesIO(stream.read().encode()) if buffer is None else buffer
