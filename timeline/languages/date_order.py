"""The order of day and month in numeric dates, where somebody states it.

It travels within the language tag, by Unicode's extension for regional conventions (UTS 35):
`en-u-rg-gbzzzz` is English with the dates of Britain, day first. So all that reads a date in a
language reads it in that order.
"""

import re

from timeline.model.language_tag import base_of

_DAY_FIRST, _MONTH_FIRST = "gbzzzz", "uszzzz"
_STATED = re.compile(rf"-u-rg-({_DAY_FIRST}|{_MONTH_FIRST})", re.IGNORECASE)


def in_order(tag: str, *, day_first: bool | None) -> str:
    """Return a tag that states the order; the same where none is stated."""
    if day_first is None:
        return tag
    return f"{base_of(tag)}-u-rg-{_DAY_FIRST if day_first else _MONTH_FIRST}"


def stated_order(tag: str) -> bool | None:
    """Return whether a tag states that the day comes first; None where it states no order."""
    found = _STATED.search(tag)
    return None if found is None else found[1].casefold() == _DAY_FIRST
