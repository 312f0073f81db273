"""The reference of commands, from the command line itself."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from timeline.cli.main import COMMANDS, command
from timeline.cli.settings import settings_of

HEAD = """\
# Commands

All commands, as `timeline COMMAND --help` shows them. Each also takes `--quiet` and `--verbose`, \
and options can be set [by variables and in a file](../settings.md). How commands end, and how \
names are completed: [In the shell](../shell.md).
"""
EVERYWHERE = {"quiet", "verbose"}


def page() -> str:
    """Return the page in Markdown."""
    parts = [HEAD]
    for name in sorted(COMMANDS):
        parts += _of(command(name), (name,))
    return "\n".join(parts)


def _of(found: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the section of a command, then those of the commands below it."""
    context = click.Context(found, info_name="timeline " + " ".join(path))
    yield f"\n{'#' * (len(path) + 1)} {' '.join(path)}\n"
    yield f"```text\n{found.get_usage(context).removeprefix('Usage: ')}\n```\n"
    yield cleandoc(found.help or "").replace("\b\n", "") + "\n"
    yield from _options(found, path)
    example = cleandoc((found.epilog or "").replace("\b", "")).removeprefix("Examples")
    if example:
        note, _, lines = example.partition(":\n")
        yield f"Examples{note}:\n\n```text\n{cleandoc(lines)}\n```\n"
    for name, below in found.commands.items() if isinstance(found, click.Group) else ():
        yield from _of(below, (*path, name))


def _options(found: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    mine = (one for one in settings_of(found, path) if one.command == path)
    variables = {one.option.name: one.variables[0] for one in mine}
    rows = []
    for param in found.params:
        if isinstance(param, click.Option) and param.name not in EVERYWHERE:
            variable = variables.get(param.name)
            names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
            shown = _words(param)
            rows.append(f"| {names} | {shown} | {f'`{variable}`' if variable else ''} |")
    if rows:
        yield "\n".join(("| option | | variable |", "| --- | --- | --- |", *rows)) + "\n"


def _words(param: click.Option) -> str:
    """Return what an option does: its help, its values and its default."""
    context = click.Context(click.Command("x"))
    record = param.get_help_record(context)
    told = " ".join((record[1] if record else "").split())
    metavar = "" if param.is_flag else param.make_metavar(context)
    values = metavar.strip("[]").replace("|", ", ") if "|" in metavar else ""
    return f"{told}{f' One of {values}.' if values else ''}".replace("|", "\\|").strip()
