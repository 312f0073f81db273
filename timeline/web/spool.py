"""What people bring, put into a folder of its own under names that are safe.

A name is that of the article in the collection, so it is kept as far as it can be: as a path that
stays below the folder, without signs that file systems refuse or that hide what a name says.
"""

import shutil
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from timeline.reading import shown

LARGEST_FILE = 50_000_000  # bytes, as reading has it
_REFUSED = frozenset('<>:"|?*')  # by Windows, in names
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}  # controls, direction marks, line ends
_LONGEST_PART = 120  # bytes; a file system takes 255, and a number may come behind
_DEEPEST = 8  # folders
_METADATA = "metadata.csv"
_BLOCK = 1_000_000  # bytes


class Upload(Protocol):
    """A file as the web server gives it."""

    filename: str | None
    stream: IO[bytes]


@dataclass(slots=True)
class Batch:
    """Articles that wait in a folder, with what is known of them and what was refused already."""

    folder: Path
    names: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, stream: IO[bytes]) -> None:
        """Put a file there under a name that is safe and free; refuse it where it is too large."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        with path.open("xb") as file:
            while block := stream.read(_BLOCK):
                size += len(block)
                if size > LARGEST_FILE:
                    break
                file.write(block)
        if size > LARGEST_FILE:
            path.unlink()
            most = f"{LARGEST_FILE // 1_000_000} MB"
            self.refused.append((shown(name), f"is too large: the most is {most}"))
        else:
            self.names.append(name)


@contextmanager
def new_batch() -> Iterator[Batch]:
    """Give an empty batch; its folder goes where the block fails."""
    batch = Batch(Path(tempfile.mkdtemp(prefix="timeline-added-")))
    try:
        yield batch
    except BaseException:
        shutil.rmtree(batch.folder, ignore_errors=True)
        raise


def safe_name(name: str | None) -> str:
    """Give the name under which a file is kept, whatever the browser calls it."""
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
    """Whether a file of this name would take the place of an article, or of those below it."""
    return name in documents or any(held.startswith(f"{name}/") for held in documents)


def names_of(
    uploads: Iterable[str | None], held: Collection[str], *, both: bool
) -> list[tuple[str, bool]]:
    """Give the safe name of each file, and whether it takes an article's place.

    Two files of a batch never share a name. With `both`, a name that the collection holds is left
    to it, and the file gets a number.
    """
    taken: set[str] = set()
    found = []
    for upload in uploads:
        name = _free(safe_name(upload), taken, held if both else ())
        taken.add(name.casefold())
        found.append((name, name != _METADATA and is_held(name, held)))
    return found


def _free(name: str, taken: Collection[str], held: Collection[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or "/" in ending:
        stem, dot, ending = name, "", ""
    number, free = 1, name
    while free.casefold() in taken or (free != _METADATA and is_held(free, held)):
        number += 1
        free = f"{stem} ({number}){dot}{ending}"
    return free


def paste_name(title: str, text: str) -> str:
    """Name a pasted text by its title, or by its first words."""
    words = (title or text[:300]).split()[:8]
    kept = "".join(c for c in " ".join(words) if c.isalnum() or c in " -_")
    return safe_name(f"{' '.join(kept.split())[:60].strip() or 'Pasted text'}.txt")


def paste_text(title: str, text: str) -> str:
    """Put the title above a pasted text, unless the text begins with it."""
    title = " ".join(title.split())
    if not title or " ".join(text[: 4 * len(title) + 100].split()).startswith(title):
        return text
    return f"{title}\n\n{text}"


def label_of(names: Mapping[str, object] | Collection[str]) -> str:
    """Say in a few words what is added."""
    first = next(iter(names), "")
    return shown(first) if len(names) == 1 else f"{len(names):,} files"
