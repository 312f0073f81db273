"""Kinds of files that people have and that are not read: what each is, and what to do instead.

They stand in `unread.toml`, and are told by their content before their name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.errors import WordDataError
from timeline.reading.kinds import ENDINGS
from timeline.reading.words import table

DATA = "unread.toml"
ANY = "save what it holds as text, .docx, PDF or CSV"
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<([\w.:-]+)")


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """A kind of file: what it is, what tells it, and what to do instead of giving it."""

    name: str
    instead: str
    begins: re.Pattern[bytes] | None = None
    inside: bytes = b""
    roots: frozenset[bytes] = frozenset()
    endings: frozenset[str] = frozenset()

    @property
    def reason(self) -> str:
        """Why a file of this kind is not read, to follow its name."""
        return f"is {self.name}, which is not read: {self.instead}"

    def fits(self, data: bytes) -> bool:
        """Return whether the content of a file tells that it is of this kind."""
        if self.inside and self.inside not in data:
            return False
        if self.begins is not None and self.begins.match(data):
            return True
        root = _ROOT.match(data[:4_096]) if self.roots else None
        return root is not None and root[1] in self.roots


def told_by_content(data: bytes) -> str | None:
    """Return why a file is not read, where its content tells that it is of no kind that is."""
    return next((kind.reason for kind in _kinds() if kind.fits(data)), None)


def told_by_name(ending: str) -> str:
    """Return why files of a name that ends so (".doc") are not read."""
    known = next((kind for kind in _kinds() if ending.lower() in kind.endings), None)
    return f"{ending} files are not read: {ANY}" if known is None else known.reason


@lru_cache(maxsize=1)
def _kinds() -> tuple[UnreadKind, ...]:
    try:
        return tuple(_loaded())
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise WordDataError(f"{DATA}: {error!r}") from error


def _loaded() -> Iterator[UnreadKind]:
    for kind in table(DATA)["kind"]:
        if kind.get("endings") and ENDINGS.keys() >= set(kind["endings"]):
            continue  # pictures, where the packages are there that recognise letters
        yield UnreadKind(
            kind["is"],
            kind["instead"],
            re.compile(kind["begins"].encode("latin-1"), re.DOTALL) if "begins" in kind else None,
            kind.get("inside", "").encode("utf-16-le"),
            frozenset(root.encode() for root in kind.get("roots", ())),
            frozenset(kind.get("endings", ())),
        )
