"""From articles to a timeline one can trust."""

import sys

__version__ = "0.1.0"


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
