"""Text that is typed: checked as it comes in, so that nothing behind it meets what is no text."""

from typing import TYPE_CHECKING, Any

import click

from timeline.wording.names import quoted

if TYPE_CHECKING:
    TextType = click.ParamType[str, str]
else:
    TextType = click.ParamType  # generic from click 8.4 on

MOST = 100_000  # characters
_MOST_DIGITS = 40
NO_TEXT = "{} is no text: it holds bytes that are not UTF-8, or a NUL character"


class Text(TextType):
    """A text without half characters and NUL, which no database and no file name can hold."""

    name = "text"

    def __init__(self, most: int = MOST) -> None:
        """`most` is how many characters it may have."""
        self.most = most

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text as it is; fail where it is none, or too long."""
        if not is_text(value):
            self.fail(NO_TEXT.format(quoted(value)), param, ctx)
        if len(value) > self.most:
            told = f"{quoted(value)} has {len(value):,} characters; at most {self.most:,} are read"
            self.fail(told, param, ctx)
        return value


class Number(click.IntRange):
    """A whole number between two, which is not repeated where it has thousands of digits."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - as click has it
        """Return the number; fail where it is none, or not between the two."""
        if isinstance(value, str) and len(value) > _MOST_DIGITS:
            most = f" to {self.max}" if self.max is not None else " on"
            self.fail(f"{quoted(value)} is no number from {self.min}{most}", param, ctx)
        return super().convert(value, param, ctx)


def is_text(value: str) -> bool:
    """Return whether a text has only whole characters and no NUL."""
    return "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


TEXT = Text()
DATE = Text(most=200)
PHRASE = Text(most=10_000)
