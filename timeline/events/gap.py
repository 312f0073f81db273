"""The event of a date by the gap that it leaves: what governs the words on both sides of it."""

from spacy.tokens import Token

from timeline.events.grammar import AUXILIARIES, is_verb
from timeline.events.nouns import is_event_noun
from timeline.events.parsed import Parse
from timeline.model.span import Span


def governing(parse: Parse, gap: Span) -> Token | None:
    """Return the verb or event noun that governs the words around a gap in a sentence.

    `parse` is that of the sentence without the words in the gap. None where nothing governs both.
    """
    words = [t for t in parse.doc if not t.is_punct and not t.is_space]
    before = [t for t in words if parse.span_of(t).end <= gap.start]
    after = [t for t in words if parse.span_of(t).start >= gap.end]
    sides = [side for side in (before[-1:], after[:1]) if side]
    if not sides:
        return None
    chains = [_upwards(side[0]) for side in sides]
    common = next((t for t in chains[0] if all(t in chain for chain in chains)), None)
    while common is not None:
        if common.dep_ in AUXILIARIES:
            common = common.head
            continue
        if is_verb(common) or is_event_noun(common):
            return common
        common = common.head if common.head.i != common.i else None
    return None


def _upwards(token: Token) -> list[Token]:
    return [token, *token.ancestors]
