"""File names as they may be shown: on one line, and with nothing that reorders or hides text."""

import unicodedata

_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, direction marks, raw bytes, line ends


def shown(name: str) -> str:
    r"""Give a file name with every unprintable character escaped: `\n`, `\u202e`, `\udcff`."""
    return "".join(
        c.encode("unicode_escape").decode("ascii") if unicodedata.category(c) in _UNSAFE else c
        for c in name
    )
