"""How a name is compared: spelling and articles do not matter. Aliases are in `names`."""

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
