"""`timeline token`: what scripts are let in with where a password stands before a timeline."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from timeline.cli.clock import now
from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE_NAME, existing_store
from timeline.cli.text import PlainText
from timeline.cli.verbosity import note
from timeline.cli.vocabulary import VocabularyType
from timeline.errors import TokenError, UnknownNameError
from timeline.wording.names import escaped

if TYPE_CHECKING:
    from timeline.web.auth.tokens import TokenFile

SCOPE = VocabularyType("scope", ("read", "edit"))
HELP = """
\b
Examples:
  timeline token new nightly --store mine.sqlite --scope edit
  timeline token list --store mine.sqlite
  timeline token revoke nightly --store mine.sqlite
  curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8050/api/v1/events
"""


class TokenName(PlainText):
    """The name of a token; those that there are are known to the shell."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete by the tokens of the store, where --store stands before it."""
        del param
        try:
            held = _file(ctx.params.get("store"), ctx.params.get("token_file")).tokens()
        except (click.UsageError, TokenError, UnknownNameError):
            return []
        return [CompletionItem(one.name) for one in held if one.name.startswith(incomplete)]


NAME = click.argument("name", type=TokenName(most=200))


def _of_file(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name a file of tokens, which a command gets as `tokens`."""

    @wraps(command)
    def wrapped(*, store: str | None, token_file: Path | None, **given: Any) -> Any:  # noqa: ANN401 - as the command has it
        return command(tokens=_file(store, token_file), **given)

    for option in (
        click.option(
            "--token-file",
            metavar="FILE",
            type=LocalPath(dir_okay=False),
            help="Where the tokens are kept; else beside the store.",
        ),
        click.option(
            "--store",
            "-s",
            metavar="FILE_OR_URL",
            type=STORE_NAME,
            help="The store that is served.",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped


def _file(store: str | None, path: Path | None) -> "TokenFile":
    from timeline.web.auth.tokens import TokenFile, beside  # noqa: PLC0415 - not needed for --help

    if path is not None:
        return TokenFile(path)
    if store is None:
        raise click.UsageError("Missing option '--store', or '--token-file'.")
    with existing_store(store) as opened:
        if "://" in opened.name:
            raise click.UsageError("A store on a server needs '--token-file'.")
        return TokenFile(beside(opened.name))


@click.group(epilog=HELP)
def token() -> None:
    """Make, list and revoke tokens, with which scripts use the API."""


@token.command()
@NAME
@_of_file
@click.option(
    "--scope",
    default="read",
    show_default=True,
    type=SCOPE,
    help="What the script may do.",
)
def new(name: str, tokens: "TokenFile", scope: str) -> None:
    """Make a token and print it: it is kept as a hash, and cannot be shown again."""
    from timeline.web.auth.tokens import Scope  # noqa: PLC0415 - not needed for --help

    text = tokens.add(name, Scope(scope), now())
    note(f"The token may {scope}; it is kept as a hash in {tokens.path}")
    click.echo(text)


@token.command(name="list")
@_of_file
def list_tokens(tokens: "TokenFile") -> None:
    """List the tokens by name, with what they may do and when they were made."""
    for one in tokens.tokens():
        click.echo(f"{escaped(one.name)}  {one.scope}  {one.made}")


@token.command()
@NAME
@_of_file
def revoke(name: str, tokens: "TokenFile") -> None:
    """Revoke a token: from now on nobody is let in with it."""
    tokens.revoke(name)
