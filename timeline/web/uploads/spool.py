"""What people bring, under names that are safe.

A name is that of the article in the collection, so it is kept as far as it can be: as a path that
stays below a folder, without signs that file systems refuse or that hide what a name says.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from os import SEEK_END
from pathlib import PurePosixPath
from typing import IO, Protocol

from timeline.store import NewFile
from timeline.wording.names import escaped
from timeline.wording.strings import text

LARGEST_FILE = 50_000_000  # bytes, as reading has it
_REFUSED = frozenset('<>:"|?*')  # by Windows, in names
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}  # controls, direction marks, line ends
_LONGEST_PART = 120  # bytes; a file system takes 255, and a number may come behind
_DEEPEST = 8  # folders
_METADATA = "metadata.csv"


class UploadedFile(Protocol):
    """A file as the web server gives it."""

    filename: str | None
    stream: IO[bytes]


@dataclass(slots=True)
class UploadBatch:
    """Articles that are to be queued, with what is known of them and what was refused already."""

    files: list[NewFile] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names of the files that were taken."""
        return [file.name for file in self.files]

    def add(self, name: str, stream: IO[bytes]) -> None:
        """Take a file under a name that is safe and free; refuse it where it is too large."""
        size = stream.seek(0, SEEK_END)
        stream.seek(0)
        if size > LARGEST_FILE:
            why = text("uploads.too-large-most", size=LARGEST_FILE // 1_000_000)
            self.refused.append((escaped(name), why))
        else:
            self.files.append(NewFile(name, stream))


def safe_name(name: str | None) -> str:
    """Return the name under which a file is kept, whatever the browser calls it."""
    parts = map(_safe_part, (name or "").replace("\\", "/").split("/"))
    kept = [part for part in parts if part]
    return "/".join(kept[-_DEEPEST:]) or "article.txt"


def _safe_part(part: str) -> str:
    written = unicodedata.normalize("NFC", part)
    visible = "".join(c for c in written if unicodedata.category(c) not in _HIDDEN)
    cleaned = "".join("_" if c in _REFUSED else c for c in visible)
    stem, dot, ending = " ".join(cleaned.split()).lstrip(".").rstrip(". ").rpartition(".")
    ending = f"{dot}{ending}"[:20]
    room = _LONGEST_PART - len(ending.encode())
    return (stem.encode()[:room].decode("utf-8", "ignore") + ending).strip()


def is_held(name: str, documents: Collection[str]) -> bool:
    """Return whether a file of this name would replace an article, or those below it."""
    return name in documents or any(held.startswith(f"{name}/") for held in documents)


def names_of(
    uploads: Iterable[str | None], held: Collection[str], *, both: bool
) -> list[tuple[str, bool]]:
    """Return the safe name of each file, and whether it takes an article's place.

    Two files of a batch never share a name. With `both`, a name that the collection holds is left
    to it, and the file gets a number.
    """
    taken: set[str] = set()
    folders: set[str] = set()
    found = []
    for upload in uploads:
        name = _free(safe_name(upload), taken, folders, held if both else ())
        taken.add(name.casefold())
        folders |= _folders_of(name)
        found.append((name, name != _METADATA and is_held(name, held)))
    return found


def _folders_of(name: str) -> set[str]:
    """Return the folders that a name lies in."""
    return {str(folder) for folder in PurePosixPath(name.casefold()).parents} - {"."}


def _free(
    name: str, taken: Collection[str], folders: Collection[str], held: Collection[str]
) -> str:
    parts = name.split("/")
    for depth in range(len(parts) - 1):
        part, number = parts[depth], 1
        while "/".join(parts[: depth + 1]).casefold() in taken:  # a file has the folder's name
            number += 1
            parts[depth] = _numbered(part, number)
    name = "/".join(parts)
    number, free = 1, name
    while (
        free.casefold() in taken
        or free.casefold() in folders
        or (free != _METADATA and is_held(free, held))
    ):
        number += 1
        free = _numbered(name, number)
    return free


def _numbered(name: str, number: int) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or "/" in ending:
        stem, dot, ending = name, "", ""
    return f"{stem} ({number}){dot}{ending}"


def paste_name(title: str, pasted: str) -> str:
    """Name a pasted text by its title, or by its first words."""
    words = (title or pasted[:300]).split()[:8]
    kept = "".join(c for c in " ".join(words) if c.isalnum() or c in " -_")
    name = " ".join(kept.split())[:60].strip() or text("uploads.pasted")
    return safe_name(f"{name}.txt")


def paste_text(title: str, pasted: str) -> str:
    """Put the title above a pasted text, unless the text begins with it."""
    title = " ".join(title.split())
    if not title or " ".join(pasted[: 4 * len(title) + 100].split()).startswith(title):
        return pasted
    return f"{title}\n\n{pasted}"


def label_of(names: Mapping[str, object] | Collection[str]) -> str:
    """Write in a few words what is added."""
    first = next(iter(names), "")
    return escaped(first) if len(names) == 1 else text("uploads.files", count=f"{len(names):,}")
