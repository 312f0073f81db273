"""The classes of tokens that are no words: numbers by their size and shape, and signs."""

from functools import lru_cache

from timeline.tagging.joined_dates import compact_classes

PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "HYPHEN",
    "/": "SLASH",
    "(": "LPAREN",
    ")": "RPAREN",
}
MIN_YEAR, MAX_YEAR = 1000, 2199


@lru_cache(maxsize=4096)
def integer_classes(digits: str) -> tuple[str, ...]:
    """Return the classes of a whole number by its size and number of digits."""
    if len(digits) > 9:  # noqa: PLR2004 - no year, day or count of units is that long
        return compact_classes(digits)
    value = int(digits)
    classes = ["NUMBER"]
    if len(digits) <= 2 and 1 <= value <= 31:  # noqa: PLR2004
        classes.append("DAYNUM")
    if len(digits) == 2:  # noqa: PLR2004
        classes.append("SHORTYEAR")
    if len(digits) == 4 and MIN_YEAR <= value <= MAX_YEAR:  # noqa: PLR2004
        classes.append("YEAR")
    return (*classes, *compact_classes(digits))


def ordinal_classes(text: str) -> tuple[str, ...]:
    """Return the classes of "14th", "1er"."""
    value = int("".join(c for c in text if c.isdecimal()))
    return ("ORDINAL", "DAYNUM") if 1 <= value <= 31 else ("ORDINAL",)  # noqa: PLR2004


def classes_of_kind(kind: str, text: str) -> tuple[str, ...]:
    """Return the classes of a token that is no word."""
    match kind:
        case "INT":
            return integer_classes(text) or ("SIGN",)
        case "AMOUNT":
            return ("NUMBER",)
        case "ORDINALNUM":
            return ordinal_classes(text)
        case "SHORT":
            return ("SHORTYEAR", "CUTYEAR")
        case "OTHER" | "CLITIC":
            return (PUNCTUATION.get(text, "SIGN"),)
        case _:
            return (kind,)
