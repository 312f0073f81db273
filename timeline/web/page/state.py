"""What a viewer looks at, as the query of the page's address holds it.

A copied link restores the page, so the address is the one place of this state. The parts that
the page hands to a callback are queries too, with the keys that the callback needs, and are
read by the same function. A link that somebody has edited by hand shows what it can.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs

from timeline.model.calendar import DAYS_IN_400_YEARS, parse_iso_date
from timeline.query.facets import FACETS, LANES
from timeline.query.selection import Selection
from timeline.web.page import limits

SORTS = ("date", "title", "status", "category", "sources")
TABS = ("events", "days", "map", "sources", "undated", "articles", "story", "review", "history")
TOLD = ("", "shared", "disputed", "alone")
EVERYTHING = Selection()
_FURTHEST = limits.YEARS // 400 * DAYS_IN_400_YEARS  # days before and after year 0
_LONGEST_DATE = 32  # characters
ROWS = 100  # how many rows the table shows, and how many more each time
MOST_ROWS = 5_000
LEAST_DAYS, DAYS, MOST_DAYS = 5, 12, 50  # days that matter


@dataclass(frozen=True, slots=True)
class State:
    """Filters, lanes, what is selected and what is open; `at` is a character of the article.

    `first` are the lanes that the viewer has put on top, `collapsed` those folded up;
    `folded` says that empty stretches of time are. `story` are events in the viewer's order,
    `compare` the documents that are set side by side, `told` which events that table shows.
    `days` is how many of the days that matter are. `name` is the one whose page is open.
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
    days: int = DAYS
    name: str = ""


def read(query: str | None) -> State:
    """Read a query, with or without its question mark; what makes no sense is left out."""
    asked = _values(query or "")
    sort = _last(asked, "sort")
    key = sort.removeprefix("-")
    return State(
        selection=_selection(asked),
        lanes=_one_of(_last(asked, "lanes"), LANES),
        event=_last(asked, "event"),
        article=_last(asked, "article").replace("\0", ""),  # which no database looks for
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
        days=min(max(_number(_last(asked, "days")) or DAYS, LEAST_DAYS), MOST_DAYS),
        name=_last(asked, "name"),
    )


def _values(query: str) -> dict[str, list[str]]:
    """Read the values of each key: no more than a page can use, and none longer than a path."""
    found = parse_qs(query.lstrip("?")[: limits.ADDRESS])
    return {
        key: [v for v in values[: limits.VALUES_OF_A_KEY] if len(v) <= limits.DOCUMENT]
        for key, values in found.items()
    }


def _selection(asked: dict[str, list[str]]) -> Selection:
    window = window_of(_last(asked, "from"), _last(asked, "to"))
    certainly = window is not None and _last(asked, "within") == "certainly"
    also = asked.get("also", ())
    selection = Selection(
        words=_words(asked),
        window=window,
        certainly=certainly,
        hiding=frozenset(also) if also else None,
    )
    for facet in FACETS:
        selection = selection.choose(facet, tuple(dict.fromkeys(asked.get(facet, ()))))
    return selection


def window_of(begins: str, ends: str) -> tuple[int, int] | None:
    """Return the days from one ISO 8601 date to another; None where they are no window."""
    try:
        first = parse_iso_date(begins[:_LONGEST_DATE])
        last = parse_iso_date(ends[:_LONGEST_DATE])
    except ValueError:
        return None
    return (first, last) if -_FURTHEST <= first <= last <= _FURTHEST else None


def _words(asked: dict[str, list[str]]) -> str:
    """Read the words to search for, each once; those past the bound would find nothing else."""
    text = _last(asked, "q")[: limits.SEARCH].replace("\0", " ")
    words = list(dict.fromkeys(text.split()))
    return text if len(words) <= limits.SEARCHED_WORDS else " ".join(words[: limits.SEARCHED_WORDS])


def _last(asked: dict[str, list[str]], key: str) -> str:
    return (asked.get(key) or [""])[-1]


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004
