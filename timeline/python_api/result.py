"""What `timeline.read` returns: events and articles, and the forms that they can take."""

from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.drawing.options import DrawingOptions
from timeline.errors import ArticleError, MissingExtraError
from timeline.export import exported
from timeline.model.timeline import Timeline
from timeline.python_api.rows import ROW_COLUMNS, rows_of
from timeline.python_api.views import Document, Event, document_view, event_view

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

MOST_SHOWN = 20  # events in a notebook's output; the rest is counted
THEMES = ("light", "dark")


class Result:
    """Events in the order of time, and the articles that tell them.

    `failures` are the articles that could not be read or analysed, each an exception with `name`
    and `reason`; `warnings` are sentences on what was passed over.
    """

    def __init__(
        self,
        timeline: Timeline,
        failures: tuple[ArticleError, ...] = (),
        warnings: tuple[str, ...] = (),
    ) -> None:
        """Hold a timeline, and what was said while it was made."""
        self._timeline = timeline
        self.failures = failures
        self.warnings = warnings

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events, by date; those without one come last."""
        return tuple(map(event_view, self._timeline.events))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The articles, by name."""
        return tuple(map(document_view, self._timeline.documents))

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._timeline.events)

    def __iter__(self) -> Iterator[Event]:
        """Yield the events."""
        return iter(self.events)

    def __repr__(self) -> str:
        """Return how much there is."""
        return f"<timeline.Result: {len(self)} events in {len(self.documents)} articles>"

    def to_json(self) -> str:
        """Return the JSON document of the schema "timeline/1", as `timeline extract` writes it."""
        return self.export("json").decode("utf-8")

    def export(self, format: str, *, theme: str = "light") -> bytes:  # noqa: A002 - as the command calls it
        """Return a file in any format of `timeline formats`; raise ValueError for another one."""
        return exported(self._timeline, format, drawing=DrawingOptions(dark=_is_dark(theme)))

    def to_dataframe(self) -> "pd.DataFrame":
        """Return a pandas data frame with a row for each event; raise MissingExtraError without it.

        `start` and `end` are ISO 8601 texts, for years outside of 1677 to 2262 have no timestamp.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - half a second, and an extra of the installation
        except ImportError:
            raise MissingExtraError("to_dataframe()", "pandas", "dataframe") from None
        return pd.DataFrame.from_records(rows_of(self.events), columns=list(ROW_COLUMNS))

    def figure(
        self, theme: str = "light", *, lanes: str = "category", width: int = 1000
    ) -> "go.Figure":
        """Return the chart as a Plotly figure, as the page draws it.

        `theme` is "light" or "dark", `width` the pixels to draw for, `lanes` what parts the rows
        (the names of `timeline export --lanes`). Raises ValueError on others.
        """
        from timeline.python_api.drawn import figure_of  # noqa: PLC0415 - loads Plotly

        return figure_of(self._timeline, dark=_is_dark(theme), lanes=lanes, width=width)

    def _repr_html_(self) -> str:
        """Return a table of the first events, which notebooks show."""
        head = "<tr><th>Date</th><th>Event</th><th>Status</th><th>Articles</th></tr>"
        shown = "".join(map(_row, self.events[:MOST_SHOWN]))
        rest = len(self) - MOST_SHOWN
        more = f"<p>… and {rest} more</p>" if rest > 0 else ""
        return f"<table><thead>{head}</thead><tbody>{shown}</tbody></table>{more}"


def _is_dark(theme: str) -> bool:
    if theme not in THEMES:
        raise ValueError(f"no theme is called {theme!r}; take {' or '.join(map(repr, THEMES))}")
    return theme == "dark"


def _row(event: Event) -> str:
    cells: tuple[Any, ...] = (event.when, event.title, event.status, len(event.documents))
    return f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells)}</tr>"
