"""`timeline settings`: what can be set by variables and in a file, and by which names."""

import click

from timeline.cli.settings import Setting, settings_of
from timeline.cli.vocabulary import VocabularyType

SETTINGS_HELP = """
\b
Examples:
  timeline settings
  timeline settings extract
  TIMELINE_JOBS=4 timeline extract articles/
"""


def _commands() -> tuple[str, ...]:
    from timeline.cli.main import COMMANDS  # noqa: PLC0415 - which names this module

    return tuple(COMMANDS)


COMMAND = VocabularyType("command", _commands)


def all_settings(name: str | None = None) -> tuple[Setting, ...]:
    """Return the settings of all commands, or of one, in the order of the commands."""
    from timeline.cli.main import command  # noqa: PLC0415 - which names this module

    chosen = _commands() if name is None else (name,)
    return tuple(one for each in sorted(chosen) for one in settings_of(command(each), (each,)))


@click.command(epilog=SETTINGS_HELP)
@click.argument("command", metavar="[COMMAND]", required=False, type=COMMAND)
def settings(command: str | None) -> None:
    """List the options that a variable or a file can set, and the names that set them.

    A line has the key in timeline.toml and the variables, of which the first that is set counts.
    """
    for setting in all_settings(command):
        click.echo(f"{setting.place:36} {' or '.join(setting.variables)}")
