"""From which folders a child may import."""

import os
import site
import sys
from functools import lru_cache
from pathlib import Path


def import_path() -> list[str]:
    """Return the folders from which a child may import, in their order.

    They are those of this process that the interpreter has by itself or that hold packages which
    this one requires: never a relative one, and the working folder only where the interpreter's
    own site names it, as it does for a source tree that is installed in place.
    """
    own = _own_folders()
    here = os.path.realpath(os.curdir)
    return [
        entry
        for entry in dict.fromkeys(map(str, sys.path))
        if Path(entry).is_absolute()
        and (entry in own or (os.path.realpath(entry) != here and _is_required(entry)))
    ]


def package_folders() -> list[str]:
    """Return the interpreter's folders of installed packages."""
    return [
        *site.getsitepackages(),
        *([site.getusersitepackages()] if site.ENABLE_USER_SITE else []),
    ]


def _own_folders() -> set[str]:
    """Return the folders of the interpreter: its library, its packages, and what these name."""
    library = Path(os.__file__).absolute().parent
    zipped = f"python{sys.version_info.major}{sys.version_info.minor}.zip"
    own = {library, library / "lib-dynload", library.parent / zipped}
    for prefix in map(Path, (sys.base_prefix, sys.base_exec_prefix)):
        own |= {prefix / sys.platlibdir / library.name / "lib-dynload", prefix / zipped}
        own |= {prefix / "DLLs", prefix} if sys.platform == "win32" else set()
    packages = package_folders()
    return {*map(str, own), *packages}.union(*map(_named_in, packages))


@lru_cache
def _named_in(packages: str) -> frozenset[str]:
    """Return the folders that the .pth files of a folder of packages name, as `site` reads them."""
    try:
        files = sorted(Path(packages).glob("*.pth"))
        texts = [file.read_text(encoding="utf-8", errors="surrogateescape") for file in files]
    except OSError:
        return frozenset()
    lines = (line.strip() for text in texts for line in text.splitlines())
    return frozenset(
        os.path.normpath(Path(packages, line))
        for line in lines
        if line and not line.startswith(("#", "import ", "import\t"))
    )


@lru_cache
def _is_required(folder: str) -> bool:
    """Return whether a folder holds a package that this one requires, or that its own require."""
    from importlib.metadata import distributions  # noqa: PLC0415 - few have such a folder

    there = {_normal(one.name) for one in distributions(path=[folder])}
    return bool(there) and not there.isdisjoint(_required())


@lru_cache
def _required() -> frozenset[str]:
    """Return the names of all that this package requires, directly or not."""
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415

    found: set[str] = set()
    waiting = ["article-timeline"]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        try:
            waiting += map(_normal, distribution(name).requires or ())
        except PackageNotFoundError:  # another extra's, which is not installed
            continue
    return frozenset(found)


def _normal(requirement: str) -> str:
    """Return the name in a requirement, in the form by which names are compared."""
    letters = requirement.replace("_", "-").replace(".", "-").lower()
    ends = (place for place, c in enumerate(letters) if not (c.isalnum() or c == "-"))
    return letters[: next(ends, len(letters))]
