"""Every exception of the package crosses a process: it comes out of a pickle as it went in."""

import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Iterator

import pytest

import timeline
from timeline.errors import AnalysisError, ReadingError, TimelineError

ENTRY_POINTS = {
    "timeline.app.preload",
    "timeline.store.migrations.env",
}  # run where they are imported


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if found.name not in ENTRY_POINTS:
            yield found.name


def exceptions() -> list[type[BaseException]]:
    """Return every exception class that a module of the package defines."""
    found: dict[str, type[BaseException]] = {}
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            own = isinstance(value, type) and value.__module__.startswith("timeline.")
            if own and issubclass(value, BaseException):
                found[f"{value.__module__}.{value.__qualname__}"] = value
    return [found[name] for name in sorted(found)]


def made(kind: type[BaseException]) -> BaseException:
    """Make an exception with a text of its own for each argument that it takes."""
    if not inspect.isfunction(inspect.getattr_static(kind, "__init__")):
        return kind("what was wrong", 7)
    wanted = [
        parameter
        for parameter in inspect.signature(kind).parameters.values()
        if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
    ]
    return kind(*(f"the {parameter.name}" for parameter in wanted))


def test_the_hierarchy_is_found_whole() -> None:
    found = exceptions()
    assert {TimelineError, ReadingError, AnalysisError} <= set(found)
    assert len(found) > 12


@pytest.mark.parametrize("kind", exceptions(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_every_exception_crosses_a_process(kind: type[BaseException], protocol: int) -> None:
    error = made(kind)
    error.add_note("noted on the way")
    back = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - made above
    assert type(back) is kind
    assert str(back) == str(error)
    assert back.args == error.args
    assert vars(back) == vars(error)


def test_an_error_keeps_fields_that_were_set_later() -> None:
    error = ReadingError("a.txt", "is empty")
    error.name = "b.txt"
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - made above
    assert (back.name, back.reason, str(back)) == ("b.txt", "is empty", "a.txt: is empty")
