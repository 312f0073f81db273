"""Text from articles, made safe to show: never markup, never a control character."""

import html
import unicodedata

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
# These steer the direction of all that follows them on the line; isolates do it within bounds.
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ELLIPSIS = "…"


def plain(text: str) -> str:
    """Return text on one line, without control characters and marks that turn its direction."""
    spaced = " ".join(text.split())
    if spaced.isprintable():
        return spaced
    return "".join(
        c for c in spaced if c not in _DIRECTION and unicodedata.category(c) not in _UNSEEN
    )


def markup(text: str) -> str:
    """Escape text for plotly, which reads `<b>`, `<br>`, `<a>` and entities in any text."""
    return html.escape(plain(text), quote=False)


def wrapped(text: str, length: int) -> list[str]:
    """Break text into lines of at most `length` characters, at spaces where there are any."""
    whole = plain(text)
    if len(whole) <= length:
        return [whole]
    lines = [""]
    for word in whole.split():
        pieces = [word[i : i + length] for i in range(0, len(word), length)]
        for piece in pieces:
            joined = f"{lines[-1]} {piece}".strip()
            if len(joined) <= length:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines
