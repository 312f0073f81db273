"""Where a command's result goes: a file, or standard output."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from timeline.cli.inputs import LocalPath
from timeline.cli.vocabulary import FORMAT
from timeline.errors import TimelineError

OUT = click.option("--out", "-o", type=LocalPath(), help="Write there, not to standard output (-).")
FORMAT_OPTION = click.option(
    "--format",
    "-f",
    "kind",
    default="json",
    show_default=True,
    metavar="NAME",
    type=FORMAT,
    help="See timeline formats.",
)


def label_of(paths: Sequence[Path]) -> str:
    """Name what is read, for a page that shows that it is: the first name, and how many more."""
    from timeline.wording.names import escaped  # noqa: PLC0415 - not needed for --help

    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return escaped(paths[0].resolve().name or str(paths[0])) + more


@contextmanager
def output_bytes(out: Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """Yield the stream for a result; raise TimelineError where it cannot be written.

    `-` is standard output. A terminal is spared what is no text: `binary` then asks for a file.
    """
    if out is None or out == Path("-"):
        if binary and sys.stdout.isatty():
            raise TimelineError("this format is no text: give a file with --out")
        sys.stdout.flush()
        yield getattr(sys.stdout, "buffer", None) or BytesIO()
        return
    try:
        with out.open("wb") as stream:
            yield stream
    except OSError as error:
        raise TimelineError(f"{out}: cannot be written ({error.strerror})") from error
