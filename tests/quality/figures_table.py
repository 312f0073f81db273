"""The tables of pinned figures in docs/evaluation.md."""

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
    tables = (_table(articles), _language_table(articles), _table(timex))
    return before + begin + "\n".join(filter(None, tables)) + end + after


def _table(floors: Mapping[str, Floors]) -> str:
    """Write runs as columns and figures as rows, but for those of one language."""
    figures = dict.fromkeys(name for run in floors.values() for name in run.figures)
    names = [name for name in figures if ":" not in name]
    rows = (
        [name.replace("_", " "), *(_shown(run, name) for run in floors.values())] for name in names
    )
    return _written([_title(run) for run in floors], rows) if names else ""


def _language_table(floors: Mapping[str, Floors]) -> str:
    """Write languages as columns, and a row for each figure of each run that has several."""
    keys = [
        (name, run, language)
        for run, pinned in floors.items()
        for name, colon, language in (figure.partition(":") for figure in pinned.figures)
        if colon
    ]
    languages = sorted({language for _, _, language in keys})
    rows = (
        [
            f"{name.replace('_', ' ')}: {_title(run)}",
            *(_shown(floors[run], f"{name}:{language}") for language in languages),
        ]
        for name, run in dict.fromkeys((name, run) for name, run, _ in sorted(keys))
    )
    return _written(languages, rows) if keys else ""


def _title(run: str) -> str:
    return run.removeprefix("timex-").replace("-", ", ").replace("_", " ")


def _shown(run: Floors, name: str) -> str:
    figure = run.figures.get(name)
    return "" if figure is None else f"{figure:g}"


def _written(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = ["", *columns]
    return "".join(_row(row) for row in (head, ["---"] * len(head), *rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
