"""RIS files: a bibliographic record is an article with its title, abstract, date and source."""

import re
from collections.abc import Iterator

from timeline.reading.content import Part, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.bibliography import bibliographic
from timeline.reading.formats.record_articles import articles
from timeline.reading.record import Record

READS = (".ris",)

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
# What the tags of RIS stand for; of several that mean one the first counts.
_FIELDS = {
    "title": ("TI", "T1", "CT", "BT"),
    "abstract": ("AB", "N2", "N1"),
    "published": ("DA", "PY", "Y1"),
    "source": ("JO", "JF", "T2", "JA", "PB", "DP"),
    "url": ("UR", "L1", "LK"),
    "language": ("LA",),
    "id": ("ID", "DO", "AN"),
    "keywords": ("KW",),
    "author": ("AU", "A1"),
}
_DATE = re.compile(r"(\d{4})(?:/(\d{1,2})?(?:/(\d{1,2})?)?)?(?:/.*)?")


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read the records of a RIS file; raise `UnreadableError` where there are none."""
    records = _records(decode(data))
    first = next(records, None)
    if first is None:
        raise UnreadableError("is no RIS file: no line begins with a tag such as 'TY  - '")
    return articles(map(bibliographic, _chained(first, records)))


def _chained(first: Record, rest: Iterator[Record]) -> Iterator[Record]:
    yield first
    yield from rest


def _records(text: str) -> Iterator[Record]:
    """Yield the records, a line without a tag going on with the one above."""
    tags: dict[str, list[list[str]]] = {}  # the lines of each value
    last: list[str] = []
    for line in text.splitlines():
        found = _LINE.match(line.rstrip())
        if found is None:
            if last and line.strip():
                last.append(line.strip())
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag in ("TY", "ER"):
            if len(tags) > 1:
                yield _record(_joined(tags))
            tags = {}
        last = [value]
        tags.setdefault(tag, []).append(last)
    if len(tags) > 1:
        yield _record(_joined(tags))


def _joined(tags: dict[str, list[list[str]]]) -> dict[str, list[str]]:
    return {tag: [" ".join(lines) for lines in values] for tag, values in tags.items()}


def _record(tags: dict[str, list[str]]) -> Record:
    record: Record = {}
    used: set[str] = set()
    for name, known in _FIELDS.items():
        tag = next((tag for tag in known if any(tags.get(tag, ()))), None)
        if tag is not None:
            used.add(tag)
            several = name in ("abstract", "keywords", "author")
            record[name] = "; ".join(tags[tag]) if several else next(filter(None, tags[tag]))
    if "published" in record:
        record["published"] = _date(record["published"])
    rest = {tag: "\n".join(values) for tag, values in tags.items() if tag not in used}
    return {**rest, **record}


def _date(written: str) -> str:
    """Write "2020/05/03/spring" as ISO 8601."""
    found = _DATE.fullmatch(written.strip())
    if found is None:
        return written
    parts = [found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)]
    return "-".join(parts)
