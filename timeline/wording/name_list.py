r"""Several names in one cell: parted by "; ", a semicolon within a name written as `\;`."""

import re
from collections.abc import Sequence

_SPECIAL = re.compile(r"([\\;])")
_ITEM = re.compile(r"(?:[^\\;]|\\.)+", re.DOTALL)


def joined(names: Sequence[str]) -> str:
    """Write names as one text."""
    return "; ".join(_SPECIAL.sub(r"\\\1", name) for name in names)


def parted(text: str) -> tuple[str, ...]:
    """Read what `joined` writes, or what people write: names between semicolons."""
    found = (re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in _ITEM.findall(text))
    return tuple(name.strip() for name in found if name.strip())
