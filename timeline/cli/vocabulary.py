"""Fixed vocabularies: one of a few names, each known to the shell and listed where it is wrong."""

import re
from collections.abc import Callable, Sequence

import click
from click.shell_completion import CompletionItem

from timeline.cli.text import TextType
from timeline.model.language_tag import base_of
from timeline.wording.names import MOST_NAMES, meant, quoted, there_are

Names = Callable[[], Sequence[str]]
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class VocabularyType(TextType):
    """One of the names of a kind, which are loaded only where they are needed."""

    name = "name"

    def __init__(self, kind: str, names: Sequence[str] | Names, listing: str = "") -> None:
        """`listing` is the command that lists all names, where there are too many for a line."""
        self.kind = kind
        self._names = names
        self._listing = listing

    def names(self) -> tuple[str, ...]:
        """Return all names of the vocabulary."""
        return tuple(self._names() if callable(self._names) else self._names)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name as it is; fail with those that there are where it is none."""
        names = self.names()
        if value not in names:
            known = there_are(names, self._listing) + meant(value, names)
            self.fail(f"there is no {self.kind} {quoted(value)}; {known}", param, ctx)
        return str(value)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Show the names in the help, if they are few."""
        del ctx
        names = self.names()
        if len(names) > MOST_NAMES:
            return None
        shown = "|".join(names)
        return f"{{{shown}}}" if isinstance(param, click.Argument) else f"[{shown}]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete by the names that begin so."""
        del ctx, param
        return [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]


class LanguageType(VocabularyType):
    """A language, with a country or without: `de`, `en-GB`."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code as it is; fail where there is no such language."""
        base = base_of(value) if _TAG.fullmatch(value) else value
        super().convert(base, param, ctx)
        return str(value)


def _formats() -> Sequence[str]:
    from timeline.export import FORMATS  # noqa: PLC0415 - not needed for most commands

    return tuple(FORMATS)


def _digest_formats() -> Sequence[str]:
    from timeline.export.digest import DIGEST_FORMATS  # noqa: PLC0415 - not needed for most commands

    return tuple(DIGEST_FORMATS)


def _lanes() -> Sequence[str]:
    from timeline.query.facets import LANES as SCHEMES  # noqa: PLC0415 - not needed for most commands

    return SCHEMES


def _fields() -> Sequence[str]:
    from timeline.editing.fields import GROUPING  # noqa: PLC0415 - loads the database
    from timeline.wording.fields import (  # noqa: PLC0415 - not needed for most commands
        EXTRACTED_FIELDS,
        MANUAL_FIELDS,
    )

    return (*EXTRACTED_FIELDS, *MANUAL_FIELDS, GROUPING[0])


def languages() -> Sequence[str]:
    """Return the codes of all languages that phrases are read in, those in full first."""
    from timeline.languages import own_languages  # noqa: PLC0415 - not needed for most commands
    from timeline.languages.locale_words import locale_languages  # noqa: PLC0415

    return tuple(dict.fromkeys((*own_languages(), *locale_languages())))


FORMAT = VocabularyType("format", _formats)
DIGEST_FORMAT = VocabularyType("format", _digest_formats)
LOG_FORMAT = VocabularyType("log format", ("none", "text", "json"))
LANES = VocabularyType("lane scheme", _lanes)
FIELD = VocabularyType("field", _fields)
LANGUAGE = LanguageType("language", languages, "timeline languages")
