"""Which articles the given files and folders hold: a walk that no file name can lead astray."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.errors import ReadingError
from timeline.reading.kinds import ENDINGS, NAMES
from timeline.reading.metadata_csv import METADATA_NAME
from timeline.reading.refusals import reason_of, refusal
from timeline.reading.unread import told_by_name
from timeline.wording.names import escaped

NESTED_METADATA = (
    "is not read: only that of the folder given is; move its rows there, or give this folder itself"
)
LINK = "is a link; links inside a folder are not followed, give the file itself"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that waits to be read: its document name, and where it lies.

    `walked` says that a walk through a folder found it, so that it may not turn out to be a link.
    `below` holds its name below each folder given that it lies in.
    """

    document: str
    path: Path
    walked: bool = False
    below: tuple[tuple[Path, str], ...] = field(default=(), repr=False, compare=False)


def sources(
    paths: Sequence[Path], hidden: list[str] | None = None
) -> tuple[Source | ReadingError, ...]:
    """List the articles of files and folders in the order given, folders sorted and to any depth.

    A document is named by its path relative to the folder given, with slashes, the outermost where
    several hold it; where two files would have one name, the one whose path comes later takes the
    name of its folder before it. So the names do not depend on the order of `paths`. `metadata.csv`
    is left out, and hidden files, whose names are added to `hidden`; what cannot be an article
    stands in the list as its error. A file that is given twice is listed once.
    """
    found: list[Path | ReadingError] = []
    listed: dict[Path, list[Source]] = {}
    for given in dict.fromkeys(paths):
        for item in _under(given, [] if hidden is None else hidden):
            if isinstance(item, ReadingError):
                found.append(item)
                continue
            path = _absolute(item.path)
            if path not in listed:
                found.append(path)
            listed.setdefault(path, []).append(item)
    named = _named(listed)
    return tuple(item if isinstance(item, ReadingError) else named[item] for item in found)


def _named(listed: Mapping[Path, Sequence[Source]]) -> dict[Path, Source]:
    """Return each file once, under a name that no other has, whatever order they came in."""
    named: dict[Path, Source] = {}
    names: set[str] = set()
    for path in sorted(listed, key=str):
        source = max(listed[path], key=lambda one: (one.document.count("/"), one.document))
        document = _free_name(source.document, path, names)
        names.add(document)
        below = tuple(sorted({place for one in listed[path] for place in one.below}))
        walked = all(one.walked for one in listed[path])
        named[path] = Source(document, source.path, walked, below)
    return named


def _under(given: Path, hidden: list[str]) -> Iterator[Source | ReadingError]:
    try:
        mode = given.stat().st_mode
    except (OSError, ValueError) as error:
        yield ReadingError(escaped(str(given)), reason_of(error))
        return
    if not stat.S_ISDIR(mode):
        yield _checked(given, given.name, mode, str(given))
        return
    empty = True
    for item in _walk(given, hidden):
        empty = False
        if isinstance(item, Source):
            yield replace(item, below=((_absolute(given), item.document),))
        else:
            yield item
    if empty:
        yield ReadingError(escaped(str(given)), f"holds no articles ({NAMES} files)")


def _walk(folder: Path, hidden: list[str]) -> Iterator[Source | ReadingError]:
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
            yield ReadingError(escaped(name or str(path)), reason_of(error))
            continue
        hidden += sorted(escaped(inner) for entry, inner in inside if entry.name.startswith("."))
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
        return ReadingError(escaped(name), reason_of(error))
    if stat.S_ISLNK(mode):
        return ReadingError(escaped(name), LINK)
    suffix = path.suffix.lower()
    if path.name == METADATA_NAME:
        return ReadingError(escaped(name), NESTED_METADATA)
    if stat.S_ISREG(mode) and suffix not in ENDINGS:
        return ReadingError(escaped(name), escaped(told_by_name(suffix)))
    checked = _checked(path, name, mode, name)
    return checked if isinstance(checked, ReadingError) else replace(checked, walked=True)


def _checked(path: Path, name: str, mode: int, as_given: str) -> Source | ReadingError:
    reason = refusal(mode)
    if reason is None and not _valid(name):
        reason = "the file name is not valid UTF-8; rename the file"
    return ReadingError(escaped(as_given), reason) if reason else Source(name, path)


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
