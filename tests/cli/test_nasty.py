"""No value of any parameter ends a command with a trace, or makes what nobody asked for."""

from pathlib import Path

import click
import pytest

from tests.cli.nasty import WORST, commands, lay_out, problems, tries
from tests.cli.running import first_event
from timeline.cli.inputs import InputPath
from timeline.cli.text import PlainText
from timeline.cli.vocabulary import VocabularyType

COMMANDS = list(commands())


@pytest.mark.parametrize(
    ("path", "command"), COMMANDS, ids=lambda c: " ".join(c) if isinstance(c, tuple) else ""
)
def test_every_parameter_bears_the_worst(
    mine: str, path: tuple[str, ...], command: click.Command
) -> None:
    lay_out(Path())
    found = [
        f"{' '.join(one.path)} {one.name} {value[:40]!r}: {problem}"
        for one in tries(path, command, first_event(Path(mine)))
        for value in WORST
        for problem in problems(one, value)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("path", "command"), COMMANDS, ids=lambda c: " ".join(c) if isinstance(c, tuple) else ""
)
def test_every_text_is_checked(path: tuple[str, ...], command: click.Command) -> None:
    checked = (PlainText, VocabularyType, InputPath, click.Path, click.IntRange)
    for param in command.params:
        if not getattr(param, "is_flag", False):
            assert isinstance(param.type, checked), f"{path}: {param.name} takes any text"
