"""Elements of XML as text: escaped, and without characters that XML cannot hold."""

import re
from html import escape

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xml_text(text: str) -> str:
    """Return a text as it stands in an element; what XML cannot hold becomes U+FFFD."""
    written = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(written, quote=False).replace("\r", "&#13;")


def xml_element(name: str, /, *inside: str, **attributes: str | None) -> str:
    """Return an element; what stands `inside` is XML already, attributes are text.

    An underscore in an attribute's name stands for the colon of its prefix.
    """
    written = "".join(
        f' {key.replace("_", ":")}="{_quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(inside)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _quoted(text: str) -> str:
    written = xml_text(text).replace('"', "&quot;")
    return written.replace("\n", "&#10;").replace("\t", "&#9;")
