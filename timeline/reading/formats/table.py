"""Which reader reads which kind: a new format is one file and one line here.

The modules are imported when a file of their kind comes: the packages behind them are large.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from timeline.reading.content import Part
from timeline.reading.kinds import Kind

Reader = Callable[[bytes, str], Sequence[Part]]

_MODULES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.HTML: "web_page",
        Kind.MHTML: "saved_page",
        Kind.MAIL: "mail",
        Kind.PDF: "pdf",
        Kind.PACKAGE: "package",
        Kind.JSON: "json_records",
        Kind.JSON_LINES: "json_records",
        Kind.CSV: "csv_rows",
        Kind.FEED: "feed",
    }
)


def reader_of(kind: Kind) -> Reader:
    """Return the reader of a kind: a function of the bytes and the ending of the file's name."""
    module = import_module(f"timeline.reading.formats.{_MODULES[kind]}")
    reader: Reader = module.read
    return reader
