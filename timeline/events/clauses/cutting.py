"""An overlong title cut where a phrase ends, its verb kept whole."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from timeline.events.clause_gate import balanced
from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word, join
from timeline.events.clauses.verbs import finite, gerund, infinitive, participle
from timeline.events.entry import LONGEST_TITLE

_DANGLING = (
    *("determiners", "prepositions", "of", "coordinators", "relatives", "that"),
    "subordinators",
)
_PHRASE = ("prepositions", "coordinators", "relatives", "that", "subordinators", "conditional")


def dangling(g: Grammar) -> frozenset[str]:
    """Return the words that no title ends with."""
    found = frozenset[str]().union(*(g(name) for name in _DANGLING))
    return found - g("auxiliaries") - frozenset(g.ends("separable"))


def cut(words: list[Word], g: Grammar, verbs: AbstractSet[int] = frozenset()) -> list[Word]:
    """Return the words where they are short enough, else as many whole phrases as are.

    `verbs` has the places in the text of words that are finite verbs in their sentence.
    """
    if len(join(words)) <= LONGEST_TITLE:
        return words
    words = _without_inner_participle(words, g, verbs)
    if len(join(words)) <= LONGEST_TITLE:
        return words
    head, tail = _verb_bracket(words, g)
    for end in _phrase_ends(head, g):
        shorter = [*head[:end], *tail]
        if len(join(shorter)) <= LONGEST_TITLE and _stands(shorter, head, end, g, verbs):
            return shorter
    return _by_words(words, g)


def _without_inner_participle(words: list[Word], g: Grammar, known: AbstractSet[int]) -> list[Word]:
    """Return the words without what a participle says of the subject.

    "Deux hommes *soupçonnés du braquage commis le 3 mai* ont été mis en examen".
    """
    verb = next((i for i, w in enumerate(words) if w.start in known), 0)
    if g.verb_second or any(w.kind is not Kind.WORD for w in words[:verb]):
        return words
    light = g("clitics") | g("negation")
    while verb > 0 and words[verb - 1].low in light - g("determiners"):
        verb -= 1
    first = next((i for i in range(2, verb) if participle(words[i], g)), None)
    if first is None or words[first - 1].low in g("adverbs") | g("auxiliaries"):
        return words
    return [*words[:first], *words[verb:]]


def _verb_bracket(words: list[Word], g: Grammar) -> tuple[list[Word], list[Word]]:
    """Part the verbs off that end a German clause: "hat … gebilligt"."""
    end = len(words)
    while g.verb_second and end > 0 and words[end - 1].kind is Kind.STOP:
        end -= 1
    last = end
    while (
        g.verb_second
        and end > 1
        and (
            participle(words[end - 1], g)
            or infinitive(words[end - 1], g)
            or (end == last and words[end - 1].low in g.ends("separable"))
        )
    ):
        end -= 1
    return words[:end], words[end:last] if g.verb_second else []


def _phrase_ends(words: list[Word], g: Grammar) -> Iterator[int]:
    """Yield where phrases end, from the last on."""
    opening = frozenset[str]().union(*(g(name) for name in _PHRASE))
    for i in range(len(words) - 1, 1, -1):
        if words[i].low in opening or words[i].kind is Kind.STOP:
            yield i


def _stands(
    shorter: list[Word], head: list[Word], end: int, g: Grammar, known: AbstractSet[int]
) -> bool:
    """Return whether what is left has its verb, words behind it and no loose end."""
    verbs = [i for i, w in enumerate(head) if w.start in known or finite(head, i, g)]
    if verbs and (verbs[0] >= end - 1 and len(shorter) == end):
        return False
    if shorter[-1].kind is Kind.STOP or shorter[-1].text.endswith("-"):
        return False
    if head[end - 1].low in g("conditional") and head[end - 1].low not in g("auxiliaries"):
        return False
    if end == len(shorter) and g.verb_second and shorter[-1].low in g("clitics"):
        return False
    if _opens_that(head, end, verbs, g) or _loose_participle(shorter, g):
        return False
    if _asks_for_more(head, end, g):
        return False
    loose = dangling(g) | g("prepositions") if end == len(shorter) else dangling(g)
    return shorter[-1].text not in loose and balanced(join(shorter))


def _loose_participle(words: list[Word], g: Grammar) -> bool:
    """Return whether a participle ends the words that no helper leads: "the measures tied"."""
    helped = any(w.low in g("auxiliaries") for w in words[-5:-1])
    return participle(words[-1], g) and not helped and not g.verb_second


def _opens_that(head: list[Word], end: int, verbs: list[int], g: Grammar) -> bool:
    """Return whether the verb of a clause that "that" opens was cut: "negó que el presidente"."""
    that = [i for i in range(end) if head[i].low in g("that") - g("determiners")]
    return bool(that) and not any(that[-1] < i < end for i in verbs)


def _asks_for_more(head: list[Word], end: int, g: Grammar) -> bool:
    """Return whether the last word needs what was cut: a verb its object, an adjective its noun.

    "va tenter | de démêler", "autorisant | Bagdad", "gegenüber den italienischen | Einwanderern"
    """
    last = head[end - 1]
    if last.kind is not Kind.WORD or last.capital:
        return False
    if g.verb_second:
        return end < len(head) and _is_german_attribute(head, end, g)
    return infinitive(last, g) or gerund(last, g) or finite(head, end - 1, g)


def _is_german_attribute(head: list[Word], end: int, g: Grammar) -> bool:
    """Recognise an adjective behind an article or preposition whose noun was cut."""
    last, before = head[end - 1], head[end - 2] if end > 1 else None
    ends = last.low.endswith(g.ends("adjective_endings")) and last.low not in g("adverbs")
    led = before is not None and any(
        before.low in g(name) for name in ("determiners", "prepositions")
    )
    return ends and led


def _by_words(words: list[Word], g: Grammar) -> list[Word]:
    loose = dangling(g) | g("prepositions")
    end = len(words)
    while end > 1 and (
        len(join(words[:end])) > LONGEST_TITLE
        or words[end - 1].low in loose
        or words[end - 1].kind is Kind.STOP
    ):
        end -= 1
    return words[:end]
