"""The reference of the Python API, from the public names of the package and their docstrings."""

import inspect
from collections.abc import Iterator

import timeline

HEAD = """\
# Python

What `import timeline` offers, from its own descriptions.
"""
NOTHING = (
    "This version has no public names beside its version; use [the command line](commands.md).\n"
)


def page() -> str:
    """Return the page in Markdown."""
    names = [name for name in getattr(timeline, "__all__", ()) if not name.startswith("_")]
    parts = [part for name in names for part in _of(name)] or [NOTHING]
    return "\n".join((HEAD, *parts))


def _of(name: str) -> Iterator[str]:
    found = getattr(timeline, name)
    yield f"\n## {name}\n"
    yield f"```python\n{name}{_signature(found)}\n```\n"
    yield (inspect.getdoc(found) or "") + "\n"
    for inner, member in vars(found).items() if inspect.isclass(found) else ():
        about = inspect.getdoc(member)
        if (
            not inner.startswith("_")
            and about
            and (callable(member) or isinstance(member, property))
        ):
            yield f"### {name}.{inner}\n"
            yield f"```python\n{inner}{_signature(member)}\n```\n"
            yield about + "\n"


def _signature(found: object) -> str:
    try:
        return str(inspect.signature(found)) if callable(found) else ""
    except (TypeError, ValueError):
        return ""
