"""How often Python's garbage collector runs."""

import gc

THRESHOLD = 50_000  # objects made before it looks at the youngest


def relax_garbage_collection() -> None:
    """Freeze what is loaded by now, and raise the threshold of the garbage collector.

    Reading makes very many small values and no cycles: looking through them for some, over and
    over, took a seventh of the time.
    """
    gc.freeze()
    gc.set_threshold(THRESHOLD)
