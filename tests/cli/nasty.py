"""Every parameter of every command with values that nobody should give: how each run ends."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import click

from tests.cli.running import Done, ran
from timeline.cli.main import cli

# What a shell may hand over, and a caller in Python besides (NUL, a lone surrogate).
WORST = (
    "",
    "a\x00b",
    "\udcff.txt",
    "\ud800",
    "a\nb\u202ec",
    "9" * 5_000,
    "http://example.org/a.txt",
    "empty",
)
MORE = (
    "   ",
    "\x00",
    "x" * 300,
    "x" * 1_000_000,
    "word " * 20_000,
    "-1",
    "0",
    "1e9",
    "nan",
    "=",
    "=x",
    "a.txt=",
    "a.txt=someday",
    "a.txt=2021-99-99",
    "2022-06-14T25:00",
    "99999-01-01",
    "/",
    ".",
    "none/such/x",
    "file:///etc/hostname",
    "HTTPS:/example.org",
    "://",
    "sqlite://",
    "gopher://host/name",
    "#",
    "mine.sqlite#",
    "mine.sqlite#none",
    "mine.sqlite#main",
    "binary",
    "folder",
    "link",
    "%",
    "'; DROP TABLE event; --",
    "日本語",
    "İ",
)
GOOD = {
    "inputs": ["a.txt"],
    "folder": ["folder"],
    "path": ["a.csv"],
    "file": ["team.password"],
    "documents": ["0000.txt"],
    "event": ["EVENT"],
    "events": ["EVENT"],
    "value": ["2021"],
    "mentions": ["0"],
    "names": ["Kabul"],
    "title": ["Fair"],
    "name": ["harbour"],
    "other": ["port"],
    "words": ["flood"],
    "what": ["place"],
    "phrase": ["3 May 2021"],
    "store": ["mine.sqlite"],
    "out": ["gold"],
}
MAKE = {"out", "store", "token_file"}  # what may come into being by the value of such an option
TOP = ("extract", "watch", "import")
MAKERS = {*TOP, "backup", "export-corrections"}  # commands that make what they are told to


@dataclass(frozen=True, slots=True)
class Try:
    """A parameter of a command, and the words before and behind its value."""

    path: tuple[str, ...]
    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def words(self, value: str) -> tuple[str, ...]:
        joined = bool(self.before) and self.before[-1].startswith("--")
        if joined:
            return (*self.path, *self.before[:-1], f"{self.before[-1]}={value}", *self.after)
        return (*self.path, *self.before, value, *self.after)


def commands(
    group: click.Command = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that name it."""
    if path and not isinstance(group, click.Group):
        yield path, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            yield from commands(command, (*path, name))


def tries(path: tuple[str, ...], command: click.Command, event: str) -> Iterator[Try]:
    """Yield each parameter of a command that takes a value, the others having a good one."""
    params = [p for p in command.params if not getattr(p, "is_flag", False)]
    for param in params:
        assert param.name is not None
        options: list[str] = []
        before: list[str] = []
        after: list[str] = []
        found = False
        for other in params:
            good = [event if w == "EVENT" else w for w in GOOD.get(other.name or "", ())]
            if other is param:
                found = isinstance(other, click.Argument)
            elif isinstance(other, click.Argument):
                (after if found else before).extend(good if other.required else ())
            elif other.required or other.name == "store":
                options += [f"{other.opts[0]}={word}" for word in good]
        if isinstance(param, click.Option):
            yield Try(path, param.name, (*before, *options, param.opts[0]), tuple(after))
        else:
            yield Try(path, param.name, (*options, *before), tuple(after))


def tried(one: Try, value: str) -> tuple[Done, set[str]]:
    """Run a try in the current folder, where nothing is served or watched for long.

    Returns how it ended, and the names of what it made.
    """
    before = set(Path().rglob("*"))
    with ExitStack() as stack:
        stack.enter_context(patch("timeline.web.serving.run"))
        stack.enter_context(patch("dash.Dash.run"))
        stack.enter_context(patch("click.termui.hidden_prompt_func", side_effect=EOFError))
        stack.enter_context(patch("timeline.app.watch.changes_of", return_value=()))
        done = ran(*one.words(value))
    return done, {str(path) for path in set(Path().rglob("*")) - before}


def problems(one: Try, value: str) -> Iterator[str]:
    """Yield what is wrong with how a try ended."""
    try:
        done, made = tried(one, value)
    except Exception as error:  # noqa: BLE001 - which one is what the report says
        yield f"raises {type(error).__name__}: {error}"[:300]
        return
    if done.code not in {0, 1, 2}:
        yield f"ends with {done.code}"
    if done.code and not done.err.strip():
        yield "fails without a word"
    if "Traceback" in done.err:
        yield "shows a traceback"
    if max(map(len, done.err.splitlines()), default=0) > 2_000:
        yield "says too much"
    if made and one.name not in MAKE and one.path[0] not in MAKERS:
        yield f"makes {sorted(made)}"
    if made and one.name == "store" and one.path[0] not in MAKERS:
        yield f"makes a store or its company: {sorted(made)}"


def lay_out(folder: Path) -> None:
    """Put the files that the values name beside the store."""
    (folder / "a.txt").write_text("Nothing happened here.", "utf-8")
    (folder / "a.csv").write_text("title,date\nMill burned,3 May 2021\n", "utf-8")
    (folder / "empty").touch()
    (folder / "binary").write_bytes(b"\x7fELF\x00\x01\x02" * 100)
    (folder / "folder").mkdir()
    (folder / "link").symlink_to("nowhere")
