"""The tables of docs/settings.md; `python -m docs_site.settings` writes them anew."""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.cli.settings import Setting
from timeline.cli.settings_command import all_settings


def table_lines() -> Iterator[str]:
    """Yield the lines of the tables in Markdown: what holds for all commands, then the others."""
    settings = all_settings()
    shared = {one.key: one for one in settings if one.is_shared}
    yield from _table((one.key, one.variables[-1], one) for _, one in sorted(shared.items()))
    yield ""
    others = [one for one in settings if not one.is_shared]
    yield from _table((one.place, "`, `".join(one.variables), one) for one in others)


def _table(rows: Iterator[tuple[str, str, Setting]]) -> Iterator[str]:
    yield "| key in the file | variable | option |"
    yield "| --- | --- | --- |"
    for key, variable, setting in rows:
        names = (*setting.option.opts, *setting.option.secondary_opts)
        yield f"| `{key}` | `{variable}` | {', '.join(f'`{name}`' for name in names)} |"


def main() -> None:
    """Write the tables into the page."""
    page = Path(__file__).parents[1] / "docs" / "settings.md"
    between = re.compile(r"(?<=^## Options\n\n).*?(?=\n\n## )", re.MULTILINE | re.DOTALL)
    tables = "\n".join(table_lines())
    page.write_text(between.sub(lambda _: tables, page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
