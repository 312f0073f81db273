"""Which reader reads which kind: a new format is one file beside this one.

It says which endings it reads (`READS`), and has a function `read` of the bytes and the ending of
the file's name. The modules are imported when a file of their kind comes: the packages behind them
are large.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from timeline.reading.content import Answer
from timeline.reading.kinds import READERS, Kind

Reader = Callable[[bytes, str], Sequence[Answer]]


def reader_of(kind: Kind) -> Reader:
    """Return the reader of a kind: a function of the bytes and the ending of the file's name."""
    if kind not in READERS:
        raise ValueError(f"nothing reads files of the kind {kind!r}")
    module = import_module(f"timeline.reading.formats.{kind}")
    reader: Reader = module.read
    return reader
