"""Text from articles kept from running as a formula in a spreadsheet.

A spreadsheet takes a cell that begins with one of = + - @, a tab or a line end for a formula,
and a formula can send data away. Such a cell gets a leading apostrophe, which spreadsheets
take for "this is text" (OWASP, CSV Injection). So does a cell that already begins with
apostrophes before such a sign: `unguarded` gives the original back in every case.
"""

import re

# Full-width forms count too: spreadsheets set to East Asian languages read them as the plain ones.
_RISKY = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """Give the cell in a form that no spreadsheet computes."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguarded(cell: str) -> str:
    """Give back what was guarded."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
