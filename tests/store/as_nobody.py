"""Runs a program as a user who may not do everything, whoever runs the tests."""

import os
import subprocess
import sys
from pathlib import Path

NOBODY = 65_534
ROOT = Path(__file__).parents[2]
# Everything is loaded before, for root's Python may be nobody's to read.
BECOME = """
import os, sys, tempfile
from timeline.editing.author import author_name
from timeline.errors import StoreError
from timeline.store import Store
with tempfile.TemporaryDirectory() as folder:
    with Store.open(folder + "/s.sqlite") as store:
        store.articles.analyses(), store.timeline.load(), store.search.find("flood")
    with Store.open(folder + "/s.sqlite", read_only=True) as store:
        store.version()
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({user})
    os.setuid({user})
"""


def run_as_nobody(
    program: str, *arguments: str, user: int = NOBODY, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run Python as another user where the tests run as root, else as their own."""
    return subprocess.run(
        [sys.executable, "-c", BECOME.format(user=user) + program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
