"""Articles that are copies of each other, however shortened, count as one source.

Texts are compared by the shingles (runs of four words) they share, estimated by MinHash.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations

from rensa import RMinHash

from timeline.model.event import DatedMention

COPIED = 0.3  # of the shingles of two texts, where one is a copy; others share less than 0.05
_SHINGLE = 4
_PERMUTATIONS = 128
_SEED = 1
_WORD = re.compile(r"\w+")


class Copies:
    """The detector of copies among the texts of a collection."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        """Take the texts by document; one that is not among them copies nobody."""
        self.texts = texts or {}
        self._of = lru_cache(maxsize=None)(self._fingerprint)

    def sources(self, mentions: Iterable[DatedMention]) -> int:
        """Count the documents of an event that neither copy each other nor its sentence."""
        told: dict[str, set[str]] = {}
        for mention in mentions:
            sentence = " ".join(mention.mention.sentence_text.casefold().split())
            told.setdefault(mention.mention.document, set()).add(sentence)
        source_of = {document: document for document in told}
        for one, other in combinations(sorted(told), 2):
            first, second = source_of[one], source_of[other]
            if first != second and (told[one] & told[other] or self._copied(one, other)):
                source_of |= {d: first for d, source in source_of.items() if source == second}
        return len(set(source_of.values()))

    def _copied(self, one: str, other: str) -> bool:
        mine, theirs = self._of(one), self._of(other)
        return mine is not None and theirs is not None and mine.jaccard(theirs) >= COPIED

    def _fingerprint(self, document: str) -> RMinHash | None:
        text = self.texts.get(document)
        return None if text is None else fingerprint(text)


def fingerprint(text: str) -> RMinHash:
    """Return the fingerprint of a text; the same text always has the same."""
    words = _WORD.findall(text.casefold())
    made = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    last = max(1, len(words) - _SHINGLE + 1)
    made.update([" ".join(words[at : at + _SHINGLE]) for at in range(last)])
    return made
