"""The formats that a timeline can be written in, by name: a module for each, found by looking."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules
from types import MappingProxyType
from typing import BinaryIO

from timeline import export
from timeline.drawing.options import DrawingOptions
from timeline.export.format import ExportContext, Format
from timeline.export.locating import Locations
from timeline.model.timeline import Timeline
from timeline.query.selection import Selection, selected


def _found() -> Iterator[Format]:
    """Yield what the modules beside this one declare: a `FORMAT`, or several `FORMATS`."""
    for module in iter_modules(export.__path__):
        if module.name != __name__.rpartition(".")[2]:
            writer = import_module(f"{export.__name__}.{module.name}")
            if hasattr(writer, "FORMAT"):
                yield writer.FORMAT
            yield from vars(writer).get("FORMATS", ())


_ALL = sorted(_found(), key=lambda kind: (kind.place, kind.name))
FORMATS: Mapping[str, Format] = MappingProxyType({kind.name: kind for kind in _ALL})


def write(
    timeline: Timeline,
    format_name: str,
    out: BinaryIO,
    drawing: DrawingOptions | None = None,
    locations: Locations | None = None,
) -> None:
    """Write a timeline to a stream of bytes; raise ValueError for a format not in FORMATS.

    `locations` are those of the whole collection, where the timeline is a part of it.
    """
    if format_name not in FORMATS:
        raise ValueError(f"no export format is called {format_name!r}; try {', '.join(FORMATS)}")
    context = ExportContext(
        locations or Locations.over(timeline.events), drawing or DrawingOptions()
    )
    FORMATS[format_name].write(timeline, out, context)


def exported(
    timeline: Timeline,
    format_name: str,
    selection: Selection | None = None,
    drawing: DrawingOptions | None = None,
    locations: Locations | None = None,
) -> bytes:
    """Return what a selection keeps of a timeline in a format; without a selection, all of it.

    A picture shows the selection's window of days, unless the drawing names another.
    """
    chosen = selection or Selection()
    look = drawing or DrawingOptions()
    if look.window is None:
        look = replace(look, window=chosen.window)
    out = BytesIO()
    where = locations or Locations.over(timeline.events)
    write(selected(timeline, chosen), format_name, out, look, where)
    return out.getvalue()
