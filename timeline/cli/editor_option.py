"""Who edits, and the editor of that person over a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from timeline.cli.clock import now
from timeline.cli.store_option import existing_store
from timeline.cli.text import TEXT

if TYPE_CHECKING:
    from timeline.editing.editor import Editor

BY = click.option("--by", metavar="NAME", type=TEXT, help="Who decides; else the login.")


@contextmanager
def open_editor(store: str, by: str | None) -> "Iterator[Editor]":
    """Yield the editor of a person over a store."""
    from timeline.editing.author import author_name  # noqa: PLC0415
    from timeline.editing.editor import Editor  # noqa: PLC0415 - loads the database

    with existing_store(store) as opened:
        yield Editor(opened, author_name(by), now)
