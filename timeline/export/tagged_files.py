"""Files of `timeline tag`: one JSON object, or a TimeML file for each article."""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from timeline.app.tag import Tagged
from timeline.errors import TimelineError
from timeline.export.tags import expression_records, write_timex_json
from timeline.export.timeml import timeml
from timeline.wording.json_text import json_text

TEXTS = ("", ".txt", ".text", ".md", ".markdown", ".tml")


def write_json(documents: Sequence[Tagged], out: TextIO) -> None:
    """Write the expressions of all documents as one JSON object."""
    write_timex_json({d.article.document: d.readings for d in documents}, out)


def write_line(document: Tagged, out: TextIO) -> None:
    """Write the expressions of one document as a JSON object on a line of its own."""
    told = {
        "document": document.article.document,
        "expressions": expression_records(document.readings),
    }
    out.write(json_text(told) + "\n")


def write_timeml(documents: Sequence[Tagged], out: Path | None, screen: TextIO) -> None:
    """Write TimeML: one document to a file or the screen, several to a folder.

    Raises TimelineError where a file cannot be written, is one of the articles itself, or where
    two would have one name.
    """
    if len(documents) > 1 and out is None:
        raise TimelineError("several articles as TimeML need a folder: give --out FOLDER")
    if out is None:
        screen.write("".join(map(_timeml, documents)))
        return
    one = len(documents) == 1 and not out.is_dir()
    files = {out: documents[0]} if one else _in_folder(documents, out)
    articles = {document.path.resolve() for document in documents if document.path}
    for path in files:
        if path.resolve() in articles:
            raise TimelineError(f"{path} is one of the articles and is not overwritten")
    for path, document in files.items():
        try:
            if not one:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_timeml(document), encoding="utf-8", newline="")
        except OSError as error:
            raise TimelineError(f"{path}: cannot be written ({error.strerror})") from error


def _in_folder(documents: Sequence[Tagged], folder: Path) -> dict[Path, Tagged]:
    """Return the file of each document; `a.txt` and `a.tml` would both be written to `a.tml`."""
    files: dict[Path, Tagged] = {}
    for document in documents:
        path = folder / _file_name(document.article.document)
        other = files.setdefault(path, document)
        if other is not document:
            names = f"{other.article.document} and {document.article.document}"
            raise TimelineError(f"{names} would both be written to {path}: rename one of them")
    return files


def _file_name(document: str) -> Path:
    """Return the file of a document: `a.tml` of a text, `a.pdf.tml` of any other format."""
    path = Path(document)
    return path.with_suffix(".tml") if path.suffix.lower() in TEXTS else Path(f"{document}.tml")


def _timeml(document: Tagged) -> str:
    article = document.article
    return timeml(article.text, document.readings, document.published, article.document)
