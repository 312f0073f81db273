"""How much a command says beside its result: `--quiet` and `--verbose`, which every command has.

What went wrong is always said. Notes and warnings are not with --quiet; with --verbose there is a
line for each article as well, and where settings come from.
"""

import click

from timeline.wording.names import plain

_KEY = "timeline.verbosity"
QUIET, VERBOSE = "quiet", "verbose"
FILE = "timeline.settings"  # under which the file of settings is kept, and its name


def note(text: str) -> None:
    """Write a line to standard error, unless the command is to be quiet."""
    if not _is(QUIET):
        click.echo(text, err=True)


def detail(text: str) -> None:
    """Write a line to standard error, if the command is to say more."""
    if _is(VERBOSE):
        click.echo(text, err=True)


def is_quiet() -> bool:
    """Return whether only what went wrong is said."""
    return _is(QUIET)


def is_verbose() -> bool:
    """Return whether each article is named."""
    return _is(VERBOSE)


def with_verbosity(command: click.Command) -> click.Command:
    """Add the two options to a command, and to those below it; return the command."""
    names = {param.name for param in command.params}
    if QUIET not in names:
        command.params += [
            _option("--quiet", "-q", "Say only what went wrong."),
            _option("--verbose", "-v", "Name each article, and the settings that are used."),
        ]
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        with_verbosity(below)
    return command


def _option(name: str, short: str, words: str) -> click.Option:
    return click.Option(
        [name, short], is_flag=True, expose_value=False, callback=_noted, help=words
    )


def _noted(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - as click has it
    if value and param.name is not None:
        ctx.meta.setdefault(_KEY, set()).add(param.name)
    if len(ctx.meta.get(_KEY, ())) > 1:
        raise click.UsageError("--quiet and --verbose exclude each other: give one of them.")
    if value and param.name == VERBOSE and FILE in ctx.meta:
        click.echo(f"settings from {plain(ctx.meta[FILE][0])}", err=True)


def _is(name: str) -> bool:
    ctx = click.get_current_context(silent=True)
    return ctx is not None and name in ctx.meta.get(_KEY, ())
