"""The reading process, started by `sandbox.process`.

It takes files from standard input, a kind, an ending and the bytes, and answers with their parts.
It opens no file itself. One that needs too much memory ends it, for what is left after that is not
to be trusted.
"""

import os
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from timeline.reading.content import Answer, Refused, UnreadableError
from timeline.reading.kinds import Kind
from timeline.reading.sandbox.fence import allow, bound, fence
from timeline.reading.sandbox.limits import LIMITS, Limits
from timeline.reading.sandbox.wire import BrokenWireError, packed, receive, send

TOO_DEEP = "is nested too deep to be read"
TOO_LARGE = "needs more memory than a file may take"


def serve(inward: BinaryIO, outward: BinaryIO, limits: Limits) -> None:
    """Answer one file after another until there are no more."""
    while True:
        try:
            kind, ending = receive(inward, 1_000).decode().split("\n")
            data = receive(inward, limits.answer)
        except BrokenWireError:
            return
        allow(limits.seconds)
        parts, spent = parts_of(Kind(kind), ending, data)
        head, files = packed(parts)
        send(outward, head)
        send(outward, f"{len(files)} {'spent' if spent else 'ready'}".encode())
        for file in files:
            send(outward, file)
        if spent:
            return


def parts_of(kind: Kind, ending: str, data: bytes) -> tuple[Sequence[Answer], bool]:
    """Read a file, every failure as its reason; tells, too, whether this process is spent."""
    from timeline.reading.formats.table import reader_of  # noqa: PLC0415 - after the bounds

    try:
        return reader_of(kind)(data, ending), False
    except UnreadableError as error:
        return [Refused("", str(error))], False
    except RecursionError:
        return [Refused("", TOO_DEEP)], False
    except MemoryError:
        return [Refused("", TOO_LARGE)], True
    except Exception as error:  # noqa: BLE001 - any bug of any parser must end here, named
        reason = f"cannot be read: its reader failed ({type(error).__name__})"
        return [Refused("", reason)], True


def main(seconds: float, memory: int) -> None:
    """Bound this process, then serve; what libraries print is thrown away."""
    inward = os.fdopen(os.dup(0), "rb")
    outward = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted closes the pipe
    limits = replace(LIMITS, seconds=seconds, memory=memory)
    bound(limits)
    fence()
    with suppress(BrokenPipeError):
        serve(inward, outward, limits)


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
    sys.exit(0)
