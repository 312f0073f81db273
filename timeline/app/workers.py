"""Processes that analyse articles."""

from contextlib import AbstractContextManager

from timeline.app.code_version import code_version
from timeline.jobs import cluster as dask
from timeline.jobs import pool

PRELOAD = "timeline.app.preload"


def processes(count: int, method: str = pool.METHOD) -> pool.Pool:
    """Return a pool of processes that load parser, words and rules before their first work."""
    return pool.processes(count, method, preload=PRELOAD)


def cluster(address: str) -> AbstractContextManager[pool.Pool]:
    """Return a pool of the workers of a Dask cluster; raise ClusterError where there is none."""
    return dask.cluster(address, code_version)
