"""The table of pinned figures in docs/evaluation.md."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.quality.floors import Floors

PAGE = Path(__file__).parents[2] / "docs" / "evaluation.md"
BEGIN = "<!-- figures: written by python -m tests.quality.pin -->\n"
END = "<!-- end of figures -->\n"


def rewritten(page: str, floors: Mapping[str, Floors]) -> str:
    """Return the page with the tables of these floors; raise ValueError without the marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} lacks the marks {BEGIN.strip()} and {END.strip()}")
    timex = {name: pinned for name, pinned in floors.items() if name.startswith("timex-")}
    articles = {name: pinned for name, pinned in floors.items() if name not in timex}
    tables = "\n".join(_table(part) for part in (articles, timex) if part)
    return f"{before}{begin}{tables}{end}{after}"


def _table(floors: Mapping[str, Floors]) -> str:
    """Write runs as columns and figures as rows."""
    names = list(dict.fromkeys(figure for run in floors.values() for figure in run.figures))
    rows = [["", *(run.removeprefix("timex-").replace("-", ", ") for run in floors)]]
    rows.append(["---"] * len(rows[0]))
    for name in names:
        shown = (run.figures.get(name) for run in floors.values())
        rows.append([name.replace("_", " "), *("" if f is None else f"{f:g}" for f in shown)])
    return "".join(_row(row) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
