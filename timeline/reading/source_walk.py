"""Which articles the given files and folders hold: a walk that no file name can lead astray."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.errors import ReadingError
from timeline.reading.kinds import ENDINGS, NAMES
from timeline.reading.metadata_csv import METADATA_NAME
from timeline.reading.names import shown
from timeline.reading.refusals import reason_of, refusal

LINK = "is a link; links inside a folder are not followed, give the file itself"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that waits to be read: its document name, and where it lies.

    `walked` says that a walk through a folder found it, so that it may not turn out to be a link.
    """

    document: str
    path: Path
    walked: bool = False


def sources(paths: Sequence[Path]) -> tuple[Source | ReadingError, ...]:
    """List the articles of files and folders in the order given, folders sorted and to any depth.

    A document is named by its path relative to the folder given, with slashes; where two given
    folders hold the same name, the later takes the folder's name before it. Hidden files and
    `metadata.csv` are left out; what cannot be an article stands in the list as its error. A
    file that is given twice is listed once.
    """
    found: list[Source | ReadingError] = []
    listed: set[Path] = set()
    names: set[str] = set()
    for given in paths:
        for item in _under(given):
            if isinstance(item, ReadingError):
                found.append(item)
                continue
            path = _absolute(item.path)
            if path not in listed:
                source = replace(item, document=_free_name(item.document, path, names))
                listed.add(path)
                names.add(source.document)
                found.append(source)
    return tuple(found)


def _under(given: Path) -> Iterator[Source | ReadingError]:
    try:
        mode = given.stat().st_mode
    except (OSError, ValueError) as error:
        yield ReadingError(shown(str(given)), reason_of(error))
        return
    if not stat.S_ISDIR(mode):
        yield _checked(given, given.name, mode, str(given))
        return
    empty = True
    for item in _walk(given):
        empty = False
        yield item
    if empty:
        yield ReadingError(shown(str(given)), f"holds no articles ({NAMES} files)")


def _walk(folder: Path) -> Iterator[Source | ReadingError]:
    """Go through a folder in the order of names, with a stack rather than by recursion.

    The name of a folder ends with a slash, that of the folder given is empty.
    """
    waiting = [(folder, "")]
    while waiting:
        path, name = waiting.pop()
        if name and not name.endswith("/"):
            yield _of_entry(path, name)
            continue
        try:
            inside = [(Path(entry.path), name + _entry_name(entry)) for entry in os.scandir(path)]
        except OSError as error:
            yield ReadingError(shown(name or str(path)), reason_of(error))
            continue
        waiting += sorted(filter(_may_be_article, inside), reverse=True)


def _entry_name(entry: os.DirEntry[str]) -> str:
    return entry.name + ("/" if entry.is_dir(follow_symlinks=False) else "")


def _may_be_article(item: tuple[Path, str]) -> bool:
    path, name = item
    return not path.name.startswith(".") and name != METADATA_NAME


def _of_entry(path: Path, name: str) -> Source | ReadingError:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return ReadingError(shown(name), reason_of(error))
    if stat.S_ISLNK(mode):
        return ReadingError(shown(name), LINK)
    suffix = path.suffix.lower()
    if stat.S_ISREG(mode) and suffix not in ENDINGS:
        return ReadingError(shown(name), f"{shown(suffix)} files are not read, only {NAMES}")
    checked = _checked(path, name, mode, name)
    return checked if isinstance(checked, ReadingError) else replace(checked, walked=True)


def _checked(path: Path, name: str, mode: int, as_given: str) -> Source | ReadingError:
    reason = refusal(mode)
    if reason is None and not _valid(name):
        reason = "the file name is not valid UTF-8; rename the file"
    return ReadingError(shown(as_given), reason) if reason else Source(name, path)


def _valid(name: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in name)


def _free_name(name: str, path: Path, taken: set[str]) -> str:
    """Put names of parent folders before a document name until no other file has it."""
    for parent in path.parents[name.count("/") :]:
        if name not in taken:
            break
        name = f"{parent.name}/{name}"
    return name


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
