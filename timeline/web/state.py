"""What a viewer looks at, as the query of the page's address holds it.

A copied link restores the page, so the address is the one place of this state. The parts that
the page hands to a callback are queries too, with the keys that the callback needs, and are
read by the same function. A link that somebody has edited by hand shows what it can.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs

from timeline.model.calendar import parse_iso_date
from timeline.model.selection import FACETS, Selection

LANES = ("category", "status", "actor", "place", "document", "none")
SORTS = ("date", "title", "status", "category", "sources")
TABS = ("events", "sources", "undated", "articles", "story", "review", "history")
TOLD = ("", "shared", "disputed", "alone")
EVERYTHING = Selection()
ROWS = 100  # how many rows the table shows, and how many more each time
MOST_ROWS = 5_000
_LONGEST = 20_000  # characters of a query; a longer one is no link of this page


@dataclass(frozen=True, slots=True)
class State:
    """Filters, lanes, what is selected and what is open; `at` is a character of the article.

    `first` are the lanes that the viewer has put on top, `collapsed` those folded up;
    `folded` says that empty stretches of time are. `story` are events in the viewer's order,
    `compare` the documents that are set side by side, `told` which events that table shows.
    """

    selection: Selection = EVERYTHING
    lanes: str = LANES[0]
    event: str = ""
    article: str = ""
    at: int | None = None
    sort: str = SORTS[0]
    descending: bool = False
    rows: int = ROWS
    first: tuple[str, ...] = ()
    collapsed: frozenset[str] = frozenset()
    folded: bool = False
    story: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    told: str = TOLD[0]
    tab: str = TABS[0]


def read(query: str | None) -> State:
    """Read a query, with or without its question mark; what makes no sense is left out."""
    asked = parse_qs((query or "").lstrip("?")[:_LONGEST])
    sort = _last(asked, "sort")
    key = sort.removeprefix("-")
    return State(
        selection=_selection(asked),
        lanes=_one_of(_last(asked, "lanes"), LANES),
        event=_last(asked, "event"),
        article=_last(asked, "article"),
        at=_number(_last(asked, "at")),
        sort=_one_of(key, SORTS),
        descending=sort.startswith("-") and key in SORTS,
        rows=min(max(_number(_last(asked, "rows")) or ROWS, ROWS), MOST_ROWS),
        first=tuple(dict.fromkeys(asked.get("first", ()))),
        collapsed=frozenset(asked.get("collapsed", ())),
        folded=_last(asked, "fold") == "yes",
        story=tuple(dict.fromkeys(asked.get("story", ()))),
        compare=tuple(dict.fromkeys(asked.get("compare", ()))),
        told=_one_of(_last(asked, "told"), TOLD),
        tab=_one_of(_last(asked, "tab"), TABS),
    )


def _selection(asked: dict[str, list[str]]) -> Selection:
    window = _window(asked)
    certainly = window is not None and _last(asked, "within") == "certainly"
    selection = Selection(words=_last(asked, "q"), window=window, certainly=certainly)
    for facet in FACETS:
        selection = selection.choose(facet, tuple(dict.fromkeys(asked.get(facet, ()))))
    return selection


def _window(asked: dict[str, list[str]]) -> tuple[int, int] | None:
    try:
        first = parse_iso_date(_last(asked, "from"))
        last = parse_iso_date(_last(asked, "to"))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _last(asked: dict[str, list[str]], key: str) -> str:
    return asked.get(key, [""])[-1]


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004
