"""The articles as files."""

from pathlib import Path

from timeline.demo.writing import METADATA, metadata, written
from timeline.errors import DemoError
from timeline.wording.names import on_one_line


def write_into(folder: Path) -> int:
    """Write the collection into a folder that is new or empty; return how many articles.

    Raise DemoError where something is there already, or where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise DemoError(f"{on_one_line(str(folder))} is not empty; name a new folder")
        articles = written()
        for one in articles:
            path = folder / one.name
            path.parent.mkdir(exist_ok=True)
            path.write_text(one.text, encoding="utf-8", newline="\n")
        (folder / METADATA).write_text(metadata(articles), encoding="utf-8", newline="\n")
    except OSError as error:
        raise DemoError(
            f"{on_one_line(str(folder))} cannot be written: {error.strerror}"
        ) from error
    return len(articles)
