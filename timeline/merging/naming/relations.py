"""How two names can be one: by what in them agrees."""

from enum import IntEnum

from timeline.merging.naming.likeness import spelt_alike
from timeline.merging.naming.parsed_name import ParsedName, contradict
from timeline.merging.naming.words import agreeing, name_words, one_given_name

_SHORTEST = 2  # letters of a short form
_LONGEST = 6


class Relation(IntEnum):
    """What makes two names alike, the surest first."""

    SAME = 1  # the same words, titles and legal forms aside
    GIVEN = 2  # one last name, and given names that are forms of one
    BODY = 3  # the same body, with its country or without
    GENERATION = 4  # "Jr." stands behind one of them
    LETTERS = 5  # the first letters of the words
    MIDDLE = 6  # a given name left out that stands in the other
    LAST = 7  # the last name alone
    SPELLING = 8  # one word is spelt otherwise
    FIRST = 9  # the given name alone
    FIELD = 10  # a department by its field
    HEAD = 11  # what stands before "of"
    BEGINNING = 12  # the first words of another name


def relation(one: ParsedName, other: ParsedName) -> Relation | None:
    """Return how two names can be one; None where nothing in them agrees or something forbids."""
    if one.role or other.role or contradict(one, other):
        return None
    if "".join(one.words) == "".join(other.words):
        if one.country != other.country:
            return Relation.BODY
        return Relation.SAME if one.generation == other.generation else Relation.GENERATION
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.words))
    if _same_person(short, long):
        same = short.generation == long.generation
        return Relation.GIVEN if same else Relation.GENERATION
    if _are_letters(short, long):
        return Relation.LETTERS
    if _is_last(short, long):
        return Relation.LAST
    if _leaves_out(short, long):
        return Relation.MIDDLE
    if _one_word_spelt(short, long):
        return Relation.SPELLING
    return _beginning(short, long)


def _beginning(short: ParsedName, long: ParsedName) -> Relation | None:
    """Return how the one is the beginning of the other."""
    if long.words[: len(short.words)] != short.words:
        return None
    if long.person:
        return Relation.FIRST if len(short.words) == 1 and len(short.key) > 1 else None
    if len(long.words) == len(short.words) + 1 and long.words[-1] in name_words().bodies:
        return Relation.FIELD
    after = long.words[len(short.words)]
    if after == "of":
        return Relation.HEAD
    joined = after in name_words().small or "&" in long.written
    return None if joined else Relation.BEGINNING


def _same_person(one: ParsedName, other: ParsedName) -> bool:
    if not ((one.person or other.person) and one.first and other.first):
        return False
    return agreeing(one.first, other.first) and (
        one.last == other.last or one_given_name(one.words[-1], other.words[-1])
    )


def _are_letters(short: ParsedName, long: ParsedName) -> bool:
    """Return whether the one is made of the first letters of the other's words."""
    if long.person or len(short.words) != 1 or not _SHORTEST <= len(short.key) <= _LONGEST:
        return False
    letters = [word[0] for word in long.words if word not in name_words().small]
    return len(letters) > 1 and "".join(letters) == short.key and _in_capitals(short.written)


def _in_capitals(written: str) -> bool:
    letters = [letter for letter in written if letter.isalpha()][:_LONGEST]
    return sum(map(str.isupper, letters)) >= _SHORTEST


def _is_last(short: ParsedName, long: ParsedName) -> bool:
    """Return whether the one is the last name of the other, with its particles or without."""
    if len(short.words) >= len(long.words) or short.generation:
        return False
    if long.words[0] in name_words().apart:
        return False
    if name_words().small & {*long.words[1:-1]} - name_words().particles:
        return False
    ends = long.words[-len(short.words) :] == short.words
    whole = short.words == long.last or len(short.words) == 1
    return ends and (whole or short.words[0] in name_words().particles)


def _leaves_out(short: ParsedName, long: ParsedName) -> bool:
    """Return whether a name leaves out words of the other, and has its first and last one."""
    if len(short.words) < 2 or short.last != long.last:  # noqa: PLR2004
        return False
    rest = iter(long.words)
    return all(word in rest for word in short.words) and (long.person or short.person)


def _one_word_spelt(one: ParsedName, other: ParsedName) -> bool:
    if len(one.words) != len(other.words):
        return False
    if one.person and other.person and not one.first == other.first == "":
        one_given = agreeing(one.first, other.first)
        if one_given and one.words[-1] != other.words[-1]:
            return spelt_alike(one.words[-1], other.words[-1])
    unlike = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    return len(unlike) == 1 and spelt_alike(*unlike[0])
