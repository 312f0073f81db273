"""Paths that are typed: files and folders of this machine, and no address on a network."""

import re
from collections.abc import Iterable
from errno import ENAMETOOLONG
from os import PathLike, fsencode
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click
from click.shell_completion import CompletionItem

from timeline.cli.text import TextType
from timeline.errors import ReadingError
from timeline.wording.names import plain

if TYPE_CHECKING:
    PathType = click.Path[Path]
else:
    PathType = click.Path  # generic from click 8.4 on

# Also with one slash: so a program writes an address that it took for a path.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|(?:https?|ftps?|file):", re.IGNORECASE)
_FETCHED = "is an address, and nothing is fetched: save what stands there, and give that file"


class LocalPath(PathType):
    """A path as it is typed; fails where it is an address, or names no file at all."""

    def __init__(
        self, *, exists: bool = False, file_okay: bool = True, dir_okay: bool = True
    ) -> None:
        """Take the conditions of `click.Path`."""
        super().__init__(exists=exists, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(
        self,
        value: "str | PathLike[str]",
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the path."""
        text = str(value)
        problem = problem_of(text)
        if problem is not None:
            self.fail(f"{plain(text)} {problem}", param, ctx)
        return Path(super().convert(value, param, ctx))


class InputPath(TextType):
    """A path of many, as it is typed: what is wrong with one does not keep the others out."""

    name = "path"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Leave it to the shell, which knows its files."""
        del ctx, param
        return [CompletionItem(incomplete, type="file")]


INPUTS = click.argument("inputs", metavar="PATH...", nargs=-1, required=True, type=InputPath())


def local_paths(inputs: Iterable[str]) -> tuple[list[Path], list[ReadingError]]:
    """Part what was typed into paths, and what is none, with the reason."""
    paths: list[Path] = []
    refused: list[ReadingError] = []
    for text in inputs:
        problem = problem_of(text)
        if problem is None:
            paths.append(Path(text))
        else:
            refused.append(ReadingError(plain(text), problem))
    return paths, refused


def problem_of(text: str) -> str | None:
    """Return why a text can be no path, and what to do; None for a path."""
    try:
        fsencode(text)
        Path(text).lstat()
    except ValueError:
        return "is no name of a file: it holds a NUL character or half a character"
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            return "is too long for the name of a file"
    else:
        return None  # an address may be the name of a file, too
    return _address_problem(text) if _ADDRESS.match(text) else None


def _address_problem(text: str) -> str:
    if text[:5].casefold() != "file:":
        return _FETCHED
    try:
        path = url2pathname(urlsplit(text).path)
    except ValueError:
        path = ""
    return f"is an address: give the path, {plain(path)}" if path else "is an address: give a path"
