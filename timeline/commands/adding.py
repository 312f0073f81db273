"""The process that analyses what was brought through the page, started by `timeline.web.adder`.

It takes its job as JSON on standard input, so that no password stands in a list of processes, and
tells of itself in the store. It is no command for people.
"""

import json
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any, TextIO

from timeline.adding import add_into
from timeline.errors import ReadingError, StoppedError, TimelineError
from timeline.reporting import Clock, Reporter, speaking
from timeline.store import Store
from timeline.store.runs import run_of


def work(job: dict[str, Any], clock: Clock) -> None:
    """Do a job: the address of a store, a folder, publication dates, and the run as it is noted."""
    folder, run = Path(job["folder"]), run_of(job["run"])
    with Store.open(job["store"]) as store:
        reporter = Reporter(store.runs, run, clock)
        try:
            with speaking(reporter):
                add_into(store, folder, job["given"], reporter)
        except (StoppedError, KeyboardInterrupt):
            reporter.end("cancelled")
        except TimelineError as error:
            reporter.refused([ReadingError(run.label, str(error).replace(f"{folder}/", ""))])
            reporter.end("failed")
        else:
            reporter.end("done")
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def main(stream: TextIO) -> None:
    """Do the job that a stream gives; an order to end is a wish to stop."""
    job = json.load(stream)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    work(job, time.time)


if __name__ == "__main__":
    main(sys.stdin)
