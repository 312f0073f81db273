"""`timeline.read`: texts, files or records to a result, without a store."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from timeline.app.collect import Collected, collect
from timeline.app.pipeline import analyse_all, assemble, problems_of
from timeline.errors import InputError, ReadingError
from timeline.model.article import Article
from timeline.python_api.result import Result
from timeline.reading import (
    Facts,
    ReadingProcess,
    published_claim,
    read_bytes,
    read_text,
)

Fields = Mapping[str, Any]
One = str | PathLike[str] | Fields
Published = str | date | Mapping[str, str | date] | None
TEXT, RECORD = "text", "record"  # what an article is called that has no name of its own
LONGEST_PATH = 1024  # characters, beyond which a text cannot be a path
NAMES = ("document", "name")  # fields by which a record names itself


def read(
    source: One | Iterable[One],
    *,
    published: Published = None,
    language: str | None = None,
    jobs: int = 1,
) -> Result:
    """Read articles and return their events.

    `source` is a text, a path to a file or a folder (a `Path`, or a string that names an existing
    one), a mapping of fields ("text", and optionally "title", "published", "url", "source",
    "language", "document"), or several of these. Put a text of unknown origin into a mapping,
    `{"text": …}`, so that it is never taken for a path.

    `published` is the publication date of all articles ("2023-02-08", "2023-02", a `date`), or a
    mapping of file names to dates; `language` is that of all articles (BCP 47), told by their
    words where it is None. `jobs` is how many processes analyse.

    An article that cannot be read is named in `failures` of the result. Raises DateInputError on a
    date that is none, and InputError on a source of another type.
    """
    given = _dates(published) if isinstance(published, Mapping) else {}
    common = Facts(language=language)
    if published is not None and not isinstance(published, Mapping):
        common = replace(common, claims=(published_claim(_written(published)),))
    collected = _collected(_several(source), given, common, jobs)
    extraction = analyse_all(collected, jobs=jobs)
    timeline = assemble(extraction.analyses)
    problems = problems_of(timeline, extraction.analyses)
    return Result(timeline, (*extraction.failures, *problems), extraction.warnings)


def _several(source: One | Iterable[One]) -> list[One]:
    one = isinstance(source, str | PathLike | Mapping)
    items: list[Any] = [source] if one else list(_iterated(source))
    for item in items:
        if not isinstance(item, str | PathLike | Mapping):
            raise InputError(
                f"cannot read a {type(item).__name__}: give a text, a path, a mapping of fields, "
                "or a list of them"
            )
    return items


def _iterated(source: Any) -> Iterable[Any]:  # noqa: ANN401 - what a caller may give
    if isinstance(source, bytes) or not isinstance(source, Iterable):
        raise InputError(
            f"cannot read {type(source).__name__}: give a text, a path, a mapping of fields, "
            "or a list of them"
        )
    return source


def _collected(
    items: Sequence[One], given: Mapping[str, str], common: Facts, jobs: int
) -> Collected:
    """Read paths together, and each text and record by itself, in the order given."""
    paths = [path for item in items if (path := _path(item)) is not None]
    texts = [item for item in items if _path(item) is None]
    names = _named(texts)
    of_texts = {name: text for name, text in given.items() if name in names}
    of_paths = {name: text for name, text in given.items() if name not in names}
    found = collect(paths, of_paths, jobs=jobs, common=common) if paths or of_paths else None
    with ReadingProcess() as process:  # which starts with the first record
        made = [
            _article(name, item, _facts(name, of_texts, common), process)
            for name, item in zip(names, texts, strict=True)
        ]
    articles = [one for one in made if isinstance(one, Article)]
    failures = [one for one in made if isinstance(one, ReadingError)]
    if found is None:
        return Collected(tuple(articles), tuple(failures))
    return Collected((*found.articles, *articles), (*found.failures, *failures), found.warnings)


def _facts(name: str, given: Mapping[str, str], common: Facts) -> Facts:
    if name not in given:
        return common
    return Facts(claims=(published_claim(given[name]),)).over(common)


def _path(item: One) -> Path | None:
    """Return the path that an item is; None where it is a text or a record."""
    if isinstance(item, PathLike):
        return Path(fspath(item))
    if not isinstance(item, str) or len(item) > LONGEST_PATH or not item.strip():
        return None
    if any(sign in item for sign in "\0\n\r"):
        return None
    try:
        return Path(item) if Path(item).exists() else None
    except OSError:  # a part of it is too long for the file system
        return None


def _named(items: Sequence[One]) -> list[str]:
    """Return a name for each text and record: its own, else by its place; no two are the same."""
    names: list[str] = []
    for place, item in enumerate(items, 1):
        kind = TEXT if isinstance(item, str) else RECORD
        usual = kind if len(items) == 1 else f"{kind}-{place}"
        name = (_own_name(item) if isinstance(item, Mapping) else "") or usual
        names.append(name if name not in names else f"{name}-{place}")
    return names


def _own_name(fields: Fields) -> str:
    found = (fields[name] for name in NAMES if name in fields)
    return next((name.strip() for name in found if isinstance(name, str) and name.strip()), "")


def _article(name: str, item: One, facts: Facts, process: ReadingProcess) -> Article | ReadingError:
    if isinstance(item, str):
        try:
            return read_text(name, item, facts)
        except ReadingError as error:
            return error
    if not isinstance(item, Mapping):
        raise InputError(f"cannot read a {type(item).__name__}")
    fields = {key: value for key, value in item.items() if key not in NAMES}
    data = json.dumps(fields, default=_plain).encode("utf-8", "surrogatepass")
    (one,) = list(read_bytes(f"{name}.json", data, lambda _: facts, process=process))
    if isinstance(one, Article):
        return replace(one, document=name)
    return ReadingError(name, one.reason)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _dates(published: Mapping[str, str | date]) -> dict[str, str]:
    return {name: _written(value) for name, value in published.items()}


def _written(value: str | date) -> str:
    return value if isinstance(value, str) else value.isoformat()[: len("2023-02-08")]
