"""Processes that analyse articles."""

from timeline.jobs import pool

PRELOAD = "timeline.app.preload"


def processes(count: int, method: str = pool.METHOD) -> pool.Pool:
    """Return a pool of processes that load parser, words and rules before their first work."""
    return pool.processes(count, method, preload=PRELOAD)
