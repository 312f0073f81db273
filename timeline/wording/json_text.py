r"""Values as JSON text that every reader of UTF-8 lines can take.

Text stays readable (nothing is escaped for being foreign), with two exceptions. Halves of
surrogate pairs, which a badly decoded article can hold, cannot be written as UTF-8. And the
line ends that JSON allows in a string, but that tools splitting text into lines cut at.
Both are written as `\uXXXX`, which reads back as the same character.
"""

import json
import re

_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """Write a value as JSON; raise ValueError for a number that JSON has not (NaN, infinity)."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
