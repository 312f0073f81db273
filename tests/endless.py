"""Work that never ends, for processes that are to be ended."""

import os
import time
from pathlib import Path


def work(folder: str) -> None:
    """Leave a file named after this process, then wait."""
    Path(folder, f"{os.getpid()}.pid").touch()
    time.sleep(600)
