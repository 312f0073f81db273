"""A PostgreSQL server of the tests' own, where its programs are installed; on a socket only."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

_INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
PROGRAMS = Path(shutil.which("pg_ctl") or (_INSTALLED[-1] if _INSTALLED else "/")).parent
AVAILABLE = (PROGRAMS / "pg_ctl").is_file()
# The data are thrown away: no need to wait for the disk.
_OPTIONS = "-c listen_addresses= -c fsync=off -c unix_socket_directories={folder}"


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give the address of its database."""
    folder = Path(mkdtemp(prefix="pg"))  # short: a socket's path may have 107 bytes
    identity: dict[str, Any] = {}
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        nobody = pwd.getpwnam("nobody")
        identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [PROGRAMS / program, "-D", data, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            env={"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": os.defpath},
            **identity,
        )

    try:
        run("initdb", "--username=tests", "--auth=trust", "--encoding=UTF8", "--no-sync")
        log = str(folder / "log")
        run("pg_ctl", "start", "--wait", f"--log={log}", "-o", _OPTIONS.format(folder=folder))
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(folder)
