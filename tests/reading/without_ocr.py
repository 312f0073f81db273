"""Reads files as where the packages that recognise letters are not installed.

Takes JSON of names and hexadecimal contents from standard input; writes what they come to as JSON.
"""

import json
import sys

sys.modules["rapidocr"] = None  # type: ignore[assignment] # so it is not found

from timeline.errors import ReadingError  # noqa: E402
from timeline.reading import ReadingProcess, is_readable, read_bytes  # noqa: E402
from timeline.reading.kinds import NAMES  # noqa: E402


def main() -> None:
    """Write what each file comes to: its reason, or its text; whether its name may be read."""
    found = {}
    with ReadingProcess() as process:
        for name, data in json.load(sys.stdin).items():
            (one,) = read_bytes(name, bytes.fromhex(data), process=process)
            told = one.reason if isinstance(one, ReadingError) else one.text
            found[name] = [told, is_readable(name)]
        found["names"] = [NAMES, process._scans is not None and process._scans._process is not None]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
