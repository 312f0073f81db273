"""The command line. Each command is loaded when it is called.

Results go to standard output, progress and warnings to standard error. Exit 0: every input was
read; 1: something was not (named, with the reason); 2: wrong usage, which a name that does not
exist and a date that is none are, too; 130 and 143: it was stopped by Ctrl-C or SIGTERM (see
`stopping.py`). What a command does not need it does not load.
"""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from types import MappingProxyType
from typing import NoReturn

import click

from timeline.cli.completion import register
from timeline.errors import StoppedError, TimelineError

# Command, and where it is found: a module of this package, and a name in it.
COMMANDS = MappingProxyType(
    {
        "backup": "backup:backup",
        "collections": "collections:collections",
        "curate": "curate:curate",
        "demo": "demo:demo",
        "digest": "digest:digest",
        "explain": "explain:explain",
        "export": "export:export",
        "export-corrections": "export_corrections:export_corrections",
        "extract": "extract:extract",
        "formats": "export:formats",
        "import": "import_list:import_list",
        "languages": "listing:languages",
        "list": "listing:list_names",
        "password": "password:password",
        "remove": "remove:remove",
        "search": "collections:search",
        "serve": "serve:serve",
        "settings": "settings_command:settings",
        "tag": "tag:tag",
        "token": "token:token",
        "watch": "watch:watch",
    }
)


_FILE = "timeline.settings"  # as `verbosity.py` has it


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for, with the settings of a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        found = command(cmd_name)
        told = ctx.meta.get(_FILE)
        if told is not None:
            from timeline.cli.settings import defaults_of  # noqa: PLC0415 - with a file only

            name, content, was_found = told
            ctx.default_map = {
                cmd_name: defaults_of(found, (cmd_name,), content, name, found=was_found)
            }
        return found


def command(name: str) -> click.Command:
    """Import and return a command; raise KeyError where there is none of this name."""
    module, _, attribute = COMMANDS[name].partition(":")
    from timeline.cli.settings import with_variables  # noqa: PLC0415 - with a command only
    from timeline.cli.verbosity import with_verbosity  # noqa: PLC0415

    found: click.Command = getattr(import_module(f"timeline.cli.{module}"), attribute)
    return with_variables(with_verbosity(found), (name,))


def _read_settings(ctx: click.Context, param: click.Parameter, name: str | None) -> None:
    """Read the file of settings, unless the shell only asks how a line may go on."""
    from timeline.cli.inputs import LocalPath  # noqa: PLC0415 - as above
    from timeline.cli.settings import check_names, read_file  # noqa: PLC0415

    if ctx.resilient_parsing:
        return
    found = read_file(None if name is None else LocalPath().convert(name, param, ctx))
    if found is not None:
        check_names(str(found[0]), found[1], tuple(COMMANDS))
        ctx.meta[_FILE] = (str(found[0]), found[1], name is None)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="article-timeline", prog_name="timeline")
@click.option(
    "--config",
    metavar="FILE",
    envvar="TIMELINE_CONFIG",
    type=click.Path(),
    expose_value=False,
    callback=_read_settings,
    help="Read settings from FILE instead of timeline.toml in the working folder.",
)
def cli() -> None:
    """From articles to a timeline one can trust.

    \b
    timeline extract articles/ --store collection.sqlite    read articles, keep the events
    timeline watch articles/ --store collection.sqlite      keep a folder in it
    timeline serve --store collection.sqlite                look at them in the browser
    timeline digest --store collection.sqlite --days 10     the days that matter
    timeline explain "In June last year" --published 2023-02-08
    """  # noqa: D301 - click reads the character \b as "do not wrap"


register()


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"timeline: {message}", err=True)
    sys.exit(code)


def _escape_what_a_terminal_lacks() -> None:
    """Write characters that the terminal's encoding lacks as escapes, instead of failing."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command line; every error of the package is one line."""
    _escape_what_a_terminal_lacks()
    try:
        cli.main(prog_name="timeline")
    except StoppedError as error:
        _fail(str(error), error.code)
    except TimelineError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
