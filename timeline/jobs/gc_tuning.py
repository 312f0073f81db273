"""How often Python's collector of cycles looks for some."""

import gc

SELDOM = 50_000  # values made before it looks at the youngest


def spare_the_collector() -> None:
    """Freeze what is loaded by now, and raise the threshold of the collector of cycles.

    Reading makes very many small values and no cycles: looking through them for some, over and
    over, took a seventh of the time.
    """
    gc.freeze()
    gc.set_threshold(SELDOM)
