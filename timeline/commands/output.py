"""Where a command's result goes: a file, or standard output."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from timeline.errors import TimelineError

OUT = click.option("--out", type=click.Path(path_type=Path), help="Write there, not to the screen.")
STORE = click.option(
    "--store",
    required=True,
    metavar="FILE_OR_URL",
    help="The store; a collection of it stands behind a #.",
)


def checked_format(kind: str) -> str:
    """Give the name of a format as it is; raise BadParameter where no format has that name."""
    from timeline import export  # noqa: PLC0415 - not needed for --help

    if kind not in export.FORMATS:
        names = ", ".join(export.FORMATS)
        raise click.BadParameter(f"{kind!r} is none of {names}", param_hint="--format")
    return kind


def label_of(paths: Sequence[Path]) -> str:
    """Name what is read, for a page that shows that it is: the first name, and how many more."""
    from timeline.reading import shown  # noqa: PLC0415 - not needed for --help

    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return shown(paths[0].resolve().name or str(paths[0])) + more


@contextmanager
def output_bytes(out: Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """Give the stream for a result; raise TimelineError where it cannot be written.

    A terminal is spared what is no text: `binary` then asks for a file.
    """
    if out is None:
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
