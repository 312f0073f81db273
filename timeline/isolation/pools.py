"""Processes of `concurrent.futures` that start isolated.

The standard library has no way to say how its fork server, its tracker of semaphores and its fresh
processes are started. Each is started by one function, whose arguments are rewritten here.
"""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import wraps
from multiprocessing import spawn, util
from typing import Any, ParamSpec, TypeVar

from timeline.isolation.children import NEUTRAL, beginning
from timeline.isolation.import_path import import_path

P = ParamSpec("P")
T = TypeVar("T")
_REPLACED = {"-E", "-I", "-P", "-s"}  # flags that say what -I says, or less
_patching = threading.RLock()


class IsolatedPool(ProcessPoolExecutor):
    """An executor of `concurrent.futures` all of whose processes start isolated.

    Its work must be a function of this package or of one that is installed: the processes do not
    load the program that made them.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as its base
        """Take what `ProcessPoolExecutor` takes."""
        with isolated():
            super().__init__(*arguments, **options)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Submit work, and start a process for it where there are too few."""
        with isolated():
            return super().submit(fn, *args, **kwargs)

    def manager(self) -> threading.Thread | None:
        """Return the thread that hands out work, which `shutdown` lets go of; None before any."""
        manager: threading.Thread | None = getattr(self, "_executor_manager_thread", None)
        return manager


@contextmanager
def isolated() -> Iterator[None]:
    """Start isolated whatever this thread starts by multiprocessing meanwhile."""
    with _patching:
        if sys.platform == "win32":
            patches = [_patch(spawn, "get_command_line", _of_line)]
        else:
            patches = [_patch(util, "spawnv_passfds", _of_launch)]
        patches.append(_patch(spawn, "get_preparation_data", _of_preparation))
        try:
            yield
        finally:
            for undo in patches:
                undo()


def _patch(module: Any, name: str, change: Callable[[Any], Any]) -> Callable[[], None]:  # noqa: ANN401
    """Change a function for this thread alone; return what takes that back."""
    before = getattr(module, name)
    changed, mine = change(before), threading.get_ident()

    @wraps(before)
    def chosen(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        return (changed if threading.get_ident() == mine else before)(*arguments, **named)

    setattr(module, name, chosen)
    return lambda: setattr(module, name, before)


def _of_line(line: Callable[..., list[str]]) -> Callable[..., list[str]]:
    return lambda **named: rewritten(line(**named))


def _of_launch(launch: Callable[..., int]) -> Callable[..., int]:
    return lambda path, args, passfds: launch(path, rewritten(args), passfds)


def _of_preparation(prepare: Callable[[str], dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    def told(name: str) -> dict[str, Any]:
        """Return what a fresh process is told of this one, without its program and its folder."""
        kept = {key: v for key, v in prepare(name).items() if not key.startswith("init_main")}
        return kept | {"sys_path": import_path(), "dir": NEUTRAL, "orig_dir": NEUTRAL}

    return told


def rewritten(args: Sequence[str]) -> list[str]:
    """Return the command of a child of multiprocessing as one that is isolated."""
    if "-c" not in args:  # a frozen program, which finds no module outside of itself
        return [*args]
    at = args.index("-c")
    flags = [flag for flag in args[1:at] if flag not in _REPLACED]
    if sys.flags.utf8_mode:
        flags += ["-X", "utf8"]
    return [args[0], "-I", *flags, "-c", beginning() + args[at + 1], *args[at + 2 :]]
