"""Where the page's own files lie: beside the package in a checkout, within it when installed."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from timeline.errors import ServingError

PACKAGE = "timeline"
FOLDER = "assets"


@cache
def assets_folder() -> Path:
    """Return the folder of scripts, styles, fonts and icons; raise ServingError without one."""
    package = Path(str(files(PACKAGE)))
    for folder in (package / FOLDER, package.parent / FOLDER):
        if (folder / "scripts").is_dir():
            return folder
    raise ServingError(
        f"{package}: the page's files are missing from this installation; install it anew "
        "(pip install --force-reinstall --no-deps article-timeline)"
    )
