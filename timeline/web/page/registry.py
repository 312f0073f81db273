"""The registries that the page's scripts need, handed to them with the page.

They come as a block of data in the page itself: it is no script, so the Content-Security-Policy
lets it stand, and it costs no request. `assets/scripts/page/registry.js` reads it.
"""

from timeline.query.facets import FACETS, LANES
from timeline.wording.fields import TYPED, FieldKind
from timeline.wording.json_text import json_text
from timeline.wording.strings import strings

Registries = dict[str, object]


def registries() -> Registries:
    """Return what the scripts are handed: facets, what lanes may stand for, fields, texts."""
    return {
        "facets": FACETS,
        "lanes": LANES,
        "fields": _fields(),
        "words": dict(strings("scripts")),
    }


def _fields() -> Registries:
    """Return the fields of each form, those that hold names, and what a new event begins with."""
    adding = [field for field in TYPED if field.adds]
    return {
        "edit": [field.key for field in TYPED],
        "add": [field.key for field in adding],
        "names": [field.key for field in TYPED if field.kind is FieldKind.NAMES],
        "begun": {field.key: field.begins for field in adding},
    }


def data_block() -> str:
    """Write the registries as an element of the page; no text can end it."""
    data = json_text(registries()).replace("<", "\\u003c")
    return f'<script type="application/json" id="registry">{data}</script>'
