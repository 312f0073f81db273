"""`timeline explain`: how a phrase is read, step by step."""

import json

import click

from timeline.cli.reading_options import DAY_FIRST
from timeline.cli.text import DATE, PHRASE
from timeline.cli.vocabulary import LANGUAGE, VocabularyType
from timeline.errors import TimelineError
from timeline.wording.names import quoted

EXPLAINED = VocabularyType("format", ("text", "json"))
EXPLAIN_HELP = """
\b
Examples:
  timeline explain "In June last year" --published 2023-02-08
  timeline explain "on Thursday and Friday" --published "21 August 2022"
  timeline explain "three days ago"
  timeline explain "the 45th session" --format json
"""


@click.command(epilog=EXPLAIN_HELP)
@click.argument("phrase", type=PHRASE)
@click.option(
    "--published", "-p", metavar="DATE", type=DATE, help="Publication date to count from."
)
@click.option(
    "--language",
    "-l",
    metavar="CODE",
    default="en",
    show_default=True,
    type=LANGUAGE,
    help="Of the phrase; see timeline languages.",
)
@DAY_FIRST
@click.option("--format", "-f", "kind", default="text", show_default=True, type=EXPLAINED)
def explain(
    phrase: str,
    published: str | None,
    language: str,
    day_first: bool | None,  # noqa: FBT001 - a flag
    kind: str,
) -> None:
    """Show how a phrase is read, step by step, and which readings were rejected and why."""
    from timeline.app import explain as explained  # noqa: PLC0415 - not needed for --help

    if not phrase.strip():
        msg = "there is nothing to explain: give a phrase, such as 'in June last year'"
        raise TimelineError(msg)
    told = explained.explain(phrase, published, language, day_first=day_first)
    if kind == "json":
        click.echo(json.dumps(explained.record(told), ensure_ascii=False, indent=1))
    else:
        for line in explained.lines(told):
            click.echo(line)
    if not told.expressions:
        raise TimelineError(f"{quoted(phrase)} holds no time expression that can be read")
