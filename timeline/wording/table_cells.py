r"""Text of articles in the cells of a table.

A spreadsheet takes a cell that begins with one of = + - @, a tab or a line end for a formula,
and a formula can send data away. Such a cell gets a leading apostrophe, which spreadsheets
take for "this is text" (OWASP, CSV Injection). So does a cell that already begins with
apostrophes before such a sign: `unguarded` returns the original in every case.

Several names in one cell are parted by "; ", a semicolon within a name written as `\;`.
"""

import re
from collections.abc import Sequence

# Full-width forms count too: spreadsheets set to East Asian languages read them as the plain ones.
_RISKY = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_SPECIAL = re.compile(r"([\\;])")
_ITEM = re.compile(r"(?:[^\\;]|\\.)+", re.DOTALL)


def guarded(cell: str) -> str:
    """Return the cell in a form that no spreadsheet computes."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what was guarded."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def joined(names: Sequence[str]) -> str:
    """Write names as one text."""
    return "; ".join(_SPECIAL.sub(r"\\\1", name) for name in names)


def parted(text: str) -> tuple[str, ...]:
    """Read what `joined` writes, or what people write: names between semicolons."""
    found = (re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in _ITEM.findall(text))
    return tuple(name.strip() for name in found if name.strip())
