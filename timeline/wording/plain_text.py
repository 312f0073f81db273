"""Text of articles as text of a document: on one line, with nothing that files cannot hold."""

import re

# What XML 1.0 has no way to hold, and halves of surrogate pairs, which no UTF-8 file can.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """Put U+FFFD in the place of each character that a text file or XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """Return writable text with every run of white space as one space."""
    return " ".join(writable(text).split())
