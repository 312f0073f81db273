"""From articles to a timeline one can trust.

    result = timeline.read("In June last year, the bridge was closed.", published="2023-02-08")
    app = timeline.create_app(store, server=flask_app, url_base_pathname="/timeline/")

Parser, page and database are loaded when what needs them is used (docs/python.md).
"""

import sys

TYPE_CHECKING = False  # as in `typing`, which a file of the working folder could stand in for yet
if TYPE_CHECKING:
    from timeline.embedded import create_app
    from timeline.python_api.reading import read
    from timeline.python_api.result import Result
    from timeline.python_api.views import Date, Document, Event, Mention
    from timeline.store import Store

__version__ = "0.1.0"
__all__ = ["Date", "Document", "Event", "Mention", "Result", "Store", "create_app", "read"]


def _is_program() -> bool:
    """Return whether Python imports this package because it was started as `python -m timeline`."""
    before = ""
    for word in sys.orig_argv:  # "-m timeline", "-Bm timeline" or "-mtimeline"
        for told in (before + word, word):
            flags, _, name = told.partition("m")
            if flags.startswith("-") and name.split(".")[0] == __name__:
                return sys.argv[:1] == ["-m"]
        before = word
    return False


# Python puts the working folder first on the import path then, and a `json.py` among the articles
# would be run: so this stands before anything else is imported.
if _is_program() and not sys.flags.safe_path:
    del sys.path[0]

# Public name, and the module that has it; loaded when it is asked for.
_PUBLIC = {
    "Date": "timeline.python_api.views",
    "Document": "timeline.python_api.views",
    "Event": "timeline.python_api.views",
    "Mention": "timeline.python_api.views",
    "Result": "timeline.python_api.result",
    "Store": "timeline.store",
    "create_app": "timeline.embedded",
    "read": "timeline.python_api.reading",
}


def __getattr__(name: str) -> object:
    """Load a public name."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - after the import path is safe

    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    """Return the public names, for completion."""
    return sorted([*globals(), *_PUBLIC])
