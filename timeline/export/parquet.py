"""The Parquet export: a row for each event, with types, for data frames and databases.

It needs pyarrow, which is large and optional.
"""

from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import TimelineError
from timeline.export.format import ExportContext, Format
from timeline.export.locating import Locations
from timeline.model.calendar import civil, day_number
from timeline.model.edtf import to_edtf
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.wording.dates import date_in_words

if TYPE_CHECKING:
    import pyarrow as pa

MISSING = "parquet needs pyarrow: install article-timeline[dataframe]"
_EPOCH = day_number(1970)  # days of Parquet count from here
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_SHARES = ("confidence", "confidence_date", "confidence_wording", "worth", "importance")


def write_parquet(timeline: Timeline, out: BinaryIO, context: ExportContext) -> None:
    """Write one table; raise TimelineError where pyarrow is not installed."""
    try:
        from pyarrow import Table, parquet  # noqa: PLC0415 - large and optional
    except ImportError as error:
        raise TimelineError(MISSING) from error
    rows = [_row(event, context.locations) for event in timeline.events]
    table = Table.from_pylist(rows, schema=_schema())
    parquet.write_table(table, out)


def _schema() -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415

    text, number, names = pa.string(), pa.float64(), pa.list_(pa.string())
    return pa.schema(
        [
            ("id", text),
            ("title", text),
            ("edtf", text),
            ("date", text),
            # The first and last possible day; null where open, unknown, or outside the years
            # 1 to 9999, which is all that the tables of most programs hold.
            ("start", pa.date32()),
            ("end", pa.date32()),
            ("precision", text),
            ("approximate", pa.bool_()),
            ("status", text),
            ("category", text),
            ("actors", names),
            ("places", names),
            ("latitude", number),
            ("longitude", number),
            ("located", text),
            ("located_by", text),
            ("documents", names),
            ("sources", pa.int32()),
            ("disputed", pa.bool_()),
            ("tags", names),
            *((name, number) for name in _SHARES),
        ]
    )


def _row(event: Event, locations: Locations) -> dict[str, Any]:
    found = locations.of(event)
    when = event.when
    return {
        "id": event.id,
        "title": _valid(event.title),
        "edtf": to_edtf(when),
        "date": date_in_words(when),
        "start": _day(when.first),
        "end": _day(when.last),
        "precision": when.precision.value,
        "approximate": when.approximate,
        "status": event.status.value,
        "category": event.category.value,
        "actors": list(map(_valid, event.actors)),
        "places": list(map(_valid, event.places)),
        "latitude": found and found.point[0],
        "longitude": found and found.point[1],
        "located": found and _valid(found.name),
        "located_by": found and found.basis.value,
        "documents": list(map(_valid, event.documents)),
        "sources": event.sources,
        "disputed": bool(event.conflicts),
        "tags": list(event.edits.tags) if event.edits else [],
        **{name: getattr(event, name) for name in _SHARES},
    }


def _valid(text: str) -> str:
    return text.translate(_SURROGATES)


def _day(number: int | None) -> int | None:
    if number is None or not 1 <= civil(number)[0] <= 9999:  # noqa: PLR2004 - years
        return None
    return number - _EPOCH


FORMAT = Format(
    "parquet",
    ".parquet",
    "application/vnd.apache.parquet",
    "a typed table, a row for each event, for data frames; needs pyarrow",
    write_parquet,
    binary=True,
    place=35,
)
