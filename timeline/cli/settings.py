"""Options that need not be typed: each has a variable of the environment and a key in a file.

The command line counts before variables, those before the file. The file is named by `--config` or
TIMELINE_CONFIG, else it is `timeline.toml` in the working folder. What belongs to a single run
(`UNSET`) has neither, and what opens the page to others (`NAMED_ONLY`) counts in a file only where
somebody names it: so no file that lies in a folder from elsewhere says what is written over, or who
may look.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from timeline.errors import SettingsError
from timeline.wording.names import meant, plain, quoted, there_are

FILE_NAME = "timeline.toml"
PREFIX = "TIMELINE"
UNSET = frozenset({"out", "yes", "debug", "help", "version", "config"})
NAMED_ONLY = frozenset({"host", "password-file", "token-file"})
# Options that mean the same wherever they stand; one variable and one key set them everywhere.
SHARED = ("by", "day-first", "jobs", "language", "quiet", "store", "verbose")
ALONE = {("extract", "store")}  # `extract` fills a store only where it is told to itself
# Variables that are older than this rule, or that no option has.
NAMED = {"by": "TIMELINE_USER", "password-file": "TIMELINE_PASSWORD_FILE"} | {
    "read-only": "TIMELINE_READ_ONLY",
    "token-file": "TIMELINE_TOKEN_FILE",
}
LARGEST = 1_000_000  # bytes
Path_ = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """An option that can be set from outside: of which command, and by which names."""

    command: Path_
    option: click.Option
    key: str

    @property
    def is_shared(self) -> bool:
        """Whether one name sets it for all commands that have it."""
        return self.key in SHARED and (*self.command, self.key) not in ALONE

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that set it; the first that is set counts."""
        own = _variable(*self.command, self.key)
        if self.key in NAMED:
            return own, NAMED[self.key]
        return (own, _variable(self.key)) if self.is_shared else (own,)

    @property
    def place(self) -> str:
        """The table and the key that set it in the file."""
        return ".".join((*self.command, self.key))


def settings_of(command: click.Command, path: Path_) -> Iterator[Setting]:
    """Yield the settings of a command, and of those below it."""
    for param in command.params:
        key = _key(param) if isinstance(param, click.Option) else None
        if isinstance(param, click.Option) and key is not None and key not in UNSET:
            yield Setting(path, param, key)
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from settings_of(below, (*path, name))


def with_variables(command: click.Command, path: Path_) -> click.Command:
    """Let the options of a command be set by variables; return the command."""
    for setting in settings_of(command, path):
        setting.option.envvar = list(setting.variables)
    return command


def read_file(path: Path | None) -> tuple[Path, Mapping[str, Any]] | None:
    """Read the file of settings, of this name or of the working folder; None where there is none.

    Raise SettingsError where it cannot be read.
    """
    wanted = Path(FILE_NAME) if path is None else path
    if path is None and not wanted.is_file():
        return None
    try:
        with wanted.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise SettingsError(f"{plain(str(wanted))}: is too large for a file of settings")
        return wanted, tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{plain(str(wanted))}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{plain(str(wanted))}: is not valid TOML ({error})") from error


def check_names(name: str, told: Mapping[str, Any], commands: tuple[str, ...]) -> None:
    """Raise SettingsError where a file names what is neither a command nor a shared setting."""
    for key, value in told.items():
        if not (key in commands if isinstance(value, dict) else key in SHARED):
            raise _unknown(name, key, (*commands, *SHARED))


def defaults_of(
    command: click.Command, path: Path_, told: Mapping[str, Any], name: str, *, found: bool
) -> dict[str, Any]:
    """Return the defaults of a command as click takes them, from what a file tells.

    `found` says that nobody named the file: it lay in the working folder. Raise SettingsError where
    the file sets what the command has not, or to what it cannot be.
    """
    shared = {key: value for key, value in told.items() if not isinstance(value, dict)}
    own = told.get(path[0], {})
    opening = sorted(NAMED_ONLY & own.keys()) if found else []
    if opening:
        place = ".".join((*path, opening[0]))
        raise SettingsError(f"{plain(name)}: {place} counts only in a file that --config names")
    return _defaults(command, path, shared, own, name)


def _defaults(
    command: click.Command,
    path: Path_,
    shared: Mapping[str, Any],
    own: Mapping[str, Any],
    name: str,
) -> dict[str, Any]:
    below = command.commands if isinstance(command, click.Group) else {}
    mine = [setting for setting in settings_of(command, path) if setting.command == path]
    known = {setting.key for setting in mine}
    for key, value in own.items():
        if not (key in below if isinstance(value, dict) else key in known):
            raise _unknown(name, ".".join((*path, key)), (*sorted(known), *below))
    found: dict[str, Any] = {}
    for setting in mine:
        value = own.get(setting.key, shared.get(setting.key) if setting.is_shared else None)
        if value is not None and setting.option.name is not None:
            found[setting.option.name] = _value(setting, value, name)
    for inner, other in below.items():
        mine_below = own.get(inner, {})
        found[inner] = _defaults(other, (*path, inner), shared, mine_below, name)
    return found


def _value(setting: Setting, value: Any, name: str) -> Any:  # noqa: ANN401 - any TOML value
    """Return a value as it would be typed."""
    option = setting.option
    if option.is_flag:
        if not isinstance(value, bool):
            raise _wrong(setting, name, "true or false")
        return value
    if option.multiple:
        values = value if isinstance(value, list) else [value]
        return [_typed(setting, one, name) for one in values]
    return _typed(setting, value, name)


def _typed(setting: Setting, value: Any, name: str) -> str:  # noqa: ANN401 - any TOML value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _wrong(setting, name, "a text or a number")
    return str(value)


def _key(option: click.Option) -> str | None:
    long = (name for name in option.opts if name.startswith("--"))
    return next((name.removeprefix("--") for name in long), None)


def _variable(*names: str) -> str:
    return "_".join((PREFIX, *names)).replace("-", "_").upper()


def _unknown(name: str, key: str, known: tuple[str, ...]) -> SettingsError:
    told = there_are(known) + meant(key.rpartition(".")[2], known)
    return SettingsError(f"{plain(name)}: there is no setting {quoted(key)}; {told}")


def _wrong(setting: Setting, name: str, needed: str) -> SettingsError:
    return SettingsError(f"{plain(name)}: {setting.place} must be {needed}")
