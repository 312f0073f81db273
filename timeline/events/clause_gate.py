"""What a title has to be: whole, by its first and last words and its brackets and quotes."""

import re
from collections.abc import Set as AbstractSet

FEWEST_WORDS = 2
_WORD = re.compile(r"[^\W_](?:[^\s(){}\[\]]*\w)?['’]?")
_NEVER = re.compile(r"\[|\]|…|\.\.\.|\(\s*\)|,\s*,")


def passes(title: str, openers: AbstractSet[str], dangling: AbstractSet[str]) -> bool:
    """Return whether a title may stand alone.

    `openers` are lower-case words that no title begins with (relatives, conjunctions), `dangling`
    those that none ends with (prepositions, articles).
    """
    words = [w.replace("’", "'") for w in _WORD.findall(title)]
    if len(words) < FEWEST_WORDS or _NEVER.search(title):
        return False
    return words[0].lower() not in openers and words[-1] not in dangling and balanced(title)


def balanced(title: str) -> bool:
    """Return whether brackets and quotation marks come in pairs."""
    if title.count("(") != title.count(")") or title.count('"') % 2:
        return False
    if "„" in title:
        return title.count("„") == title.count("“") + title.count("”")
    return title.count("“") == title.count("”") and title.count("«") == title.count("»")
