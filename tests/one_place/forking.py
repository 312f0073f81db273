"""A process that has loaded what the product stands on, and looks at copies of it in its children.

Most of the time that a copy takes would go into libraries, which are the same for each of them:
`python -m tests.one_place.forking MODULE...` loads these once. It reads a line of JSON for each
copy, with its folder and the arguments of `seen.py`, and answers with a line.
"""

import contextlib
import importlib
import json
import os
import sys
import traceback


def look(folder: str, kind: str, name: str) -> str:
    """Return what a copy shows, as JSON, or how it fails; only in a process of its own."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    try:
        seen = importlib.import_module("tests.one_place.seen")
        own = importlib.import_module("timeline").__file__
        return json.dumps({"package": own, "seen": seen.KINDS[kind](name)})
    except BaseException:  # noqa: BLE001 - the one who asks is told
        return json.dumps({"failed": traceback.format_exc()})


def main() -> None:
    """Load the modules that are named, and look at a copy for each line of standard input."""
    for name in sys.argv[1:]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for loaded in [one for one in sys.modules if one.partition(".")[0] in {"tests", "timeline"}]:
        del sys.modules[loaded]
    for line in sys.stdin:
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            with os.fdopen(writer, "w", encoding="utf-8") as answer:
                answer.write(look(*json.loads(line)))
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as answer:
            print(answer.read(), flush=True)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
