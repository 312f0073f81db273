"""Names that mean one actor or place.

Here stands all that merging knows of aliases: that spelling and articles do not matter. A table
of aliases, or aliases learned from the text, belong into `canonical`, and nowhere else.
"""

from functools import lru_cache

from timeline.merging.stems import plain_words, telling


@lru_cache(maxsize=65_536)
def canonical(name: str) -> str:
    """Give the form under which a name is compared: "the U.N. Council’s" is "u n council"."""
    words = [word.casefold() for word in plain_words(name)]
    while len(words) > 1 and not telling(words[0]) and len(words[0]) > 1:
        words = words[1:]
    return " ".join(words) or name.casefold()


@lru_cache(maxsize=65_536)
def name_words(name: str) -> frozenset[str]:
    """Give the words of a name by which it is recognised in another form of it."""
    words = canonical(name).split()
    return frozenset(word for word in words if telling(word)) or frozenset(words)


def united(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give each actor or place once, in the form that comes first."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(canonical(name), name)
    return tuple(kept.values())
