"""Which column of a table holds what: by its name in any language, else by what its cells hold.

Names count first. Where none says what happened, the column of most words is the title; where none
says when, the one whose cells are dates. A first row that holds a date is no header.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.languages.page_words import page_words

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("event_title", "title", "headline", "event", "name", "what"),
    "date": ("event_edtf", "edtf", "date", "when"),
    "start": ("start", "start_date", "from", "begin"),
    "end": ("end", "end_date", "to", "until"),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "end_year": ("end_year",),
    "end_month": ("end_month",),
    "end_day": ("end_day",),
    "status": ("event_status", "status"),
    "category": ("category",),
    "actors": ("actors", "actor", "who"),
    "places": ("places", "place", "location", "where"),
    "said": ("text", "description", "note", "notes"),
    "url": ("url", "link", "media"),
}
OF_LANGUAGES = ("title", "date", "start", "end", "places", "said")
_SAMPLE = 50  # rows that are looked at
_MOSTLY = 0.6  # of the cells that are not empty
_DATES = ("date", "start", "year")
Rows = Sequence[Sequence[str]]
IsDate = Callable[[str], bool]


def delimiter(text: str) -> str:
    """Choose the sign that parts the first lines most often, outside of quotes."""
    lines = text.lstrip().splitlines()[:_SAMPLE]
    return max(",;\t|", key=lambda sign: _parting(lines, sign))


def _parting(lines: list[str], sign: str) -> tuple[int, int]:
    """Return how many signs part the header, and how many lines have as many cells as it."""
    try:
        sizes = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
    except csv.Error:
        return 0, 0
    return (sizes[0] - 1, sizes.count(sizes[0])) if sizes else (0, 0)


def plain_name(cell: str) -> str:
    """Write the name of a column as `NAMES` does."""
    return " ".join(cell.split()).casefold().replace(" ", "_")


def columns_by_name(header: Iterable[str]) -> dict[str, int]:
    """Return the places of the columns whose names are known, English ones before others."""
    places = {name: at for at, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for ours, names in NAMES.items():
        foreign = page_words("columns", ours) if ours in OF_LANGUAGES else ()
        known = (*names, *(word.replace(" ", "_") for word in foreign))
        place = next((places[name] for name in known if name in places), None)
        if place is not None and place not in found.values():
            found[ours] = place
    return found


def columns_by_content(columns: Mapping[str, int], rows: Rows, is_date: IsDate) -> dict[str, int]:
    """Add the columns of titles and dates that no name told, by their cells."""
    found, sample = dict(columns), rows[:_SAMPLE]
    width = max(map(len, sample), default=0)
    free = [at for at in range(width) if at not in found.values()]
    if not any(name in found for name in _DATES):
        dated = next((at for at in free if _share(sample, at, is_date) >= _MOSTLY), None)
        if dated is not None:
            found["date"] = dated
    if "title" not in found:
        text = [at for at in (found.get("said"), *free) if at is not None]
        words = {at: _words(sample, at) for at in text if at != found.get("date")}
        if words and max(words.values()):
            found["title"] = max(words, key=lambda at: words[at])
            found = {
                ours: at for ours, at in found.items() if ours != "said" or at != found["title"]
            }
    return found


def is_header(row: Sequence[str], is_date: IsDate) -> bool:
    """Return whether the first row names columns: none of its cells is a date."""
    return not any(is_date(cell) for cell in row if any(map(str.isdigit, cell)))


def _share(rows: Rows, at: int, is_date: IsDate) -> float:
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    return sum(map(is_date, cells)) / len(cells) if cells else 0.0


def _words(rows: Rows, at: int) -> int:
    """Count the words of a column, none where it is numbers, addresses or one word over again."""
    cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
    if len(set(cells)) * 2 < len(cells):
        return 0
    return sum(len(cell.split()) for cell in cells if cell[0].isalpha() and "://" not in cell)
