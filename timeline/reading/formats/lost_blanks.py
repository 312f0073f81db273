"""Blanks that the recognition of letters loses: between a word and a number, and behind a sign.

Prose sets a blank there; what is written without one in any language ("20th", "1ère", "mp3",
"2,4", an address) keeps as it is.
"""

import re

_WORD = r"[^\W\d_]"
_SMALL = r"[a-zß-öø-ÿā-ž]"
_LARGE = r"[A-ZÀ-ÖØ-Þ]"
_LOST = re.compile(
    rf"(?<={_SMALL}{{3}})(?=[12]\d{{3}}(?!\d))"  # Juli2019
    rf"|(?<=\b(?:de|of|im|in|en|am|le|el|du))(?=\d)"  # de2024, el3
    rf"|(?<=\d)(?={_LARGE}{_SMALL}{{2}})"  # 17March
    rf"|(?<=\d\.)(?={_LARGE}{_SMALL}{{2}})"  # 1.Juni
    rf"|(?<=[12]\d{{3}})(?<!\d\d{{4}})(?={_SMALL}{{4}})"  # 2019gesperrt
    rf"|(?<={_SMALL}{{2}}[.;:!?])(?={_LARGE}{_SMALL})"  # gesperrt.Der
    rf"|(?<={_WORD},)(?={_WORD}{{2}})"
    rf"|(?<=\d,)(?={_WORD}{{2}})"  # 2024,por
)
_ADDRESS = re.compile(r"www\.|://|@|\.(?:com|org|net)\b", re.IGNORECASE)


def with_blanks(text: str) -> str:
    """Return a line with the blanks that it lost."""
    return " ".join(
        word if _ADDRESS.search(word) else _LOST.sub(" ", word) for word in text.split(" ")
    )
