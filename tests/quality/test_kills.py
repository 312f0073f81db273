"""The short form of `kills.py`: a few lives, each ended at some moment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_left_over(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.quality.kills", "6", "4"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "; 0 wrong" in done.stdout
