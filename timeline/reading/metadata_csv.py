"""`metadata.csv`: what a user knows of the articles of a folder.

UTF-8 with a header row; the columns `document` and `published`, and optionally `title`, `url`,
`source`, `language` and `date_order` (day-first or month-first). What makes the file as a whole
unusable is an error; a row that cannot be used, or a cell, is left out with a warning, and the run
goes on.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import DateInputError, MetadataError, ReadingError
from timeline.languages.date_order import in_order
from timeline.model.article import ClaimSource, DateClaim, SourceBasis
from timeline.reading.facts import Facts
from timeline.reading.file_bytes import file_bytes
from timeline.reading.given_date import published_claim

METADATA_NAME = "metadata.csv"
LONGEST_FIELD = 131_072  # characters
NEEDED = ("document", "published")
OPTIONAL = ("title", "url", "source", "language", "date_order")
ORDERS = {"day-first": True, "month-first": False}
_DELIMITERS = ",;\t"  # spreadsheets of many countries write semicolons
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts by document name, and a line of warning for each thing that could not be used."""

    facts: Mapping[str, Facts] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def metadata(folder: Path) -> Metadata:
    """Read the metadata.csv of a folder, empty where there is none.

    Raise `MetadataError`, naming file and line, where the file cannot be used at all.
    """
    path = folder / METADATA_NAME
    if not path.is_file():
        return Metadata()
    return read_metadata(_text(path), str(path))


def read_metadata(text: str, name: str) -> Metadata:
    """Read the content of a metadata.csv; `name` is how messages name the file."""
    first_line = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    csv.field_size_limit(LONGEST_FIELD)  # others of this program may have set another
    rows = _rows(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True), name)
    header = _header(next(rows, (1, []))[1], name)
    facts: dict[str, Facts] = {}
    warnings: list[str] = []
    for number, cells in rows:
        row, problems = _row(header, cells, facts)
        if row:
            facts[row["document"]], problems = _facts(row)
        warnings += [f"{name}, line {number}: {problem}" for problem in problems]
    return Metadata(facts, tuple(warnings))


def _text(path: Path) -> str:
    try:
        return file_bytes(path, str(path)).decode("utf-8-sig")
    except ReadingError as error:
        raise MetadataError(str(error)) from error
    except UnicodeDecodeError as error:
        raise MetadataError(
            f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8"
        ) from error


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, stripped, with their line numbers."""
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise MetadataError(f"{name}, line {reader.line_num}: {error}") from error  # type: ignore[attr-defined]
        if row is None:
            return
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield reader.line_num, cells  # type: ignore[attr-defined]


def _header(cells: list[str], name: str) -> list[str]:
    columns = [cell.casefold() for cell in cells]
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise MetadataError(
            f"{name}, line 1: no column {' and no column '.join(missing)};"
            f" the first row names the columns: {', '.join(NEEDED + OPTIONAL)}"
        )
    double = [column for column in NEEDED + OPTIONAL if columns.count(column) > 1]
    if double:
        raise MetadataError(f"{name}, line 1: the column {double[0]} stands there twice")
    return columns


def _row(
    header: list[str], cells: list[str], taken: Mapping[str, Facts]
) -> tuple[dict[str, str], list[str]]:
    """Return a row by column, or an empty one and why it is left out."""
    if len(cells) != len(header):
        return {}, [f"left out, it has {len(cells)} cells and the header {len(header)}"]
    row = dict(zip(header, cells, strict=True))
    if not row["document"]:
        return {}, ["left out, it names no document"]
    if row["document"] in taken:
        return {}, [f"left out, {row['document']} stands in an earlier line"]
    return row, []


def _facts(row: dict[str, str]) -> tuple[Facts, list[str]]:
    """Return what a row says, and what of it cannot be used."""
    problems = []
    language = row.get("language") or None
    if language and not _LANGUAGE.fullmatch(language):
        problems.append(f"{language!r} is no language code such as en or pt-BR")
        language = None
    order = row.get("date_order", "").casefold()
    if order and order not in ORDERS:
        problems.append(f"{order!r} is no date_order: write {' or '.join(ORDERS)}")
    day_first = ORDERS.get(order)
    claims: tuple[DateClaim, ...] = ()
    try:
        if row["published"]:
            tag = in_order(language or "en", day_first=day_first)
            claims = (published_claim(row["published"], ClaimSource.METADATA, tag),)
    except DateInputError as error:
        problems.append(str(error))
    title, url, source = (row.get(column) or None for column in ("title", "url", "source"))
    basis = SourceBasis.METADATA if source else None
    return Facts(
        claims, title, url, source, language, source_basis=basis, day_first=day_first
    ), problems
