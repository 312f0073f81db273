"""The command, the environment and the folder by which a module of this package is started."""

import os
import sys
from pathlib import Path

import timeline
from timeline.isolation.import_path import import_path

PACKAGE = Path(timeline.__file__).absolute().parent
NEUTRAL = Path(sys.executable or sys.prefix).anchor or os.sep  # no folder of articles
_NAMES = ("LANG", "LC_", "SYSTEMROOT", "TZ")
_FOLDERS = ("PATH", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_PACKAGE_BY_LOCATION = """\
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("timeline", {!r})
sys.modules["timeline"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["timeline"])
"""


def command(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module of this package; it is to be started in `NEUTRAL`."""
    program = f"{beginning()}import runpy\nrunpy.run_module({module!r}, run_name='__main__')\n"
    return [sys.executable, "-I", "-B", "-X", "utf8", "-c", program, *arguments]


def beginning() -> str:
    """Return what each child runs first: it sets the import path and finds this package."""
    init, path = PACKAGE / "__init__.py", import_path()
    if init.is_file():
        found = _PACKAGE_BY_LOCATION.format(str(init))
    else:  # in an archive
        found, path = "", [*path, str(PACKAGE.parent)]
    return f"import os, sys\nsys.path[:] = {path!r}\nos.chdir({NEUTRAL!r})\n{found}"


def environment(*more: str) -> dict[str, str]:
    """Return the variables that a child gets: none of Python's, and of folders no relative one.

    `more` are the beginnings of the names of others that it needs.
    """
    kept = {name: v for name, v in os.environ.items() if name.startswith((*_NAMES, *more))}
    for name in _FOLDERS:
        folders = filter(os.path.isabs, os.environ.get(name, "").split(os.pathsep))
        if value := os.pathsep.join(folders):
            kept[name] = value
    return kept
