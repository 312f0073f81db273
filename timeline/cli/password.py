"""`timeline password`: the file that a timeline for others is opened with."""

from pathlib import Path

import click

from timeline.cli.inputs import LocalPath

EXAMPLES = """
\b
Examples:
  timeline password team.password
  timeline serve --store mine.sqlite --host 0.0.0.0 --password-file team.password
"""


@click.command(epilog=EXAMPLES)
@click.argument("file", type=LocalPath(dir_okay=False))
def password(file: Path) -> None:
    """Ask for a password and write its hash to FILE, which only you may read.

    Whoever serves a timeline with that FILE lets in who knows the password. A new password in the
    same FILE signs everybody out at the next start.
    """
    from timeline.web.auth.passwords import checked_password, write_password  # noqa: PLC0415 - not needed for --help

    if file.exists():
        click.confirm(f"{file} is there already; write a new password into it?", abort=True)
    text = click.prompt(
        "Password",
        hide_input=True,
        confirmation_prompt="The same again",
        value_proc=checked_password,
        err=True,
    )
    write_password(text, file)
    click.echo(f"The password is kept in {file}, as a hash", err=True)
