"""Noun phrases by closed classes: the one that ends before a place, the one that begins there."""

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.model import Parsed
from timeline.events.clauses.tokens import Kind, Word, word
from timeline.events.clauses.verbs import infinitive, participle

LONGEST_PHRASE = 14  # words
_HEAD = 3  # words at the beginning of a phrase that hold its noun
_BEHIND_NOUN = 2  # words before a name that a preposition ties to a noun


def phrase_before(p: Parsed, end: int) -> list[Word]:
    """Return the noun phrase that ends before a place, with the nouns it belongs to by "of"."""
    g, words = p.grammar, p.words
    start = end
    while start > 0 and end - start < LONGEST_PHRASE and _stands_in_phrase(p, start - 1, end):
        start -= 1
        if words[start].low in g("determiners") and not _belongs_to_more(p, start):
            break
        if _is_place_name(p, start):
            start -= 1
    start = _with_place(p, start, end)
    while start < end and _cannot_open(words[start], g):
        start += 1
    return [w for w in words[start:end] if not w.is_date]


def _with_place(p: Parsed, start: int, end: int) -> int:
    """Return where a phrase begins with the noun it is the place of: "un puente en la sierra"."""
    g, words = p.grammar, p.words
    if g.verb_second or start < _BEHIND_NOUN or words[start].low not in g("determiners"):
        return start
    noun = words[start - _BEHIND_NOUN]
    closed = ("adverbs", "prepositions", "coordinators", "auxiliaries", "pronouns", "of")
    told = p.finite[start - _BEHIND_NOUN] or participle(noun, g) or infinitive(noun, g)
    if words[start - 1].low not in g("places") or told or noun.kind is not Kind.WORD:
        return start
    if any(noun.low in g(name) for name in closed) or not noun.text.isalpha():
        return start
    first = start - 1
    while first > 0 and end - first < LONGEST_PHRASE and _stands_in_phrase(p, first - 1, end):
        first -= 1
        if words[first].low in g("determiners") and not _belongs_to_more(p, first):
            return first
    return start


def phrase_from(p: Parsed, start: int, end: int) -> list[Word]:
    """Return the noun phrase that begins at a place: up to a preposition but "of", a participle."""
    g = p.grammar
    last = start + 1
    while last < end:
        w = p.words[last]
        led = w.low in g("prepositions") and w.low not in g("of")
        if led or w.kind is Kind.STOP or p.finite[last] or participle(w, g):
            break
        last += 1
    return [w for w in p.words[start:last] if not w.is_date]


def _is_place_name(p: Parsed, start: int) -> bool:
    """Return whether a name without an article stands behind a preposition: "em São Bento"."""
    g, words = p.grammar, p.words
    if start < _BEHIND_NOUN or not words[start].capital or g.verb_second:
        return False
    bare = words[start].low not in g("determiners") and words[start].low not in g("pronouns")
    before = words[start - 1].low
    return bare and before in g("places") and before not in g("of") and not p.finite[start - 2]


def agreeing(phrase: list[Word], participle: str, g: Grammar) -> list[Word]:
    """Return the nearest noun of a chain that a participle agrees with in gender.

    The whole chain where its head is a person ("el presidente del banco, elegido").
    """
    feminine = participle.endswith(g.ends("feminine_endings") or ("\0",))
    wrong = g("masculine") if feminine else g("feminine")
    person = any(w.low in g("offices") for w in phrase[:_HEAD]) and phrase[0].low not in wrong
    for i in range(len(phrase) - 1, 0, -1):
        low = phrase[i].low
        opens = low in g("determiners") and (low in g("of") or phrase[i - 1].low in g("of"))
        name = i + 1 < len(phrase) and phrase[i + 1].capital
        if opens and low not in wrong and not person and not name:
            return phrase[i:]
    return phrase


def _stands_in_phrase(p: Parsed, i: int, end: int) -> bool:
    g, w = p.grammar, p.words[i]
    if w.is_date:
        return True
    if p.finite[i] or w.kind is Kind.STOP or w.low in g("that") or w.low in g("pronouns"):
        return w.low in g("determiners")
    if w.low in g("coordinators") and i > 0 and p.words[i - 1].text.endswith("-"):
        return True  # "die Rechts- und Sozialberatung"
    if w.low in g("coordinators"):
        return (
            i + 1 < end and p.words[i + 1].capital and p.words[i - 1].capital and not g.verb_second
        )
    if w.low in g("of") or w.low in g("determiners"):
        return True
    return not any(w.low in g(name) for name in ("prepositions", "adverbs", "clitics"))


def _belongs_to_more(p: Parsed, i: int) -> bool:
    """Return whether the phrase goes on to the left: "el presidente *de la* empresa"."""
    g, words = p.grammar, p.words
    if i == 0 or words[i - 1].is_date:
        return False
    if words[i].low in g("of") or words[i - 1].low in g("of"):
        return True
    before = words[i - 1]
    if words[i].low in g("genitives"):
        return before.capital and before.low not in g("prepositions")
    return before.low in g("determiners")


def _cannot_open(w: Word, g: Grammar) -> bool:
    if w.is_date or w.kind is not Kind.WORD:
        return w.kind is not Kind.QUOTE
    contracted = w.low in g("of") and w.low in g("determiners")
    return (
        w.low in g("coordinators") or w.low in g("adverbs") or (w.low in g("of") and not contracted)
    )


def subject_behind(p: Parsed, start: int, end: int) -> range | None:
    """Return the subject of a German clause that its verb opens: the phrase that may be one."""
    g, words = p.grammar, p.words
    i, end = start, min(end, len(words))
    while i < end:
        w = words[i]
        quantity = w.low in g("determiners") and _names_noun(p, i, end)
        if w.is_date or w.low in g("clitics") or (w.low in g("adverbs") and not quantity):
            i += 1
        elif w.low in g("prepositions") and w.low not in g("pronouns"):
            i = _phrase_end(p, i + 1, end)
        elif w.low in g("no_subject"):
            i = _phrase_end(p, i, end)
        elif w.low in g("pronouns") and (
            w.low not in g("determiners") or not _names_noun(p, i, end)
        ):
            return range(i, i + 1)
        elif (
            w.kind is Kind.QUOTE or w.low in g("determiners") or w.capital or _names_noun(p, i, end)
        ):
            return range(i, _phrase_end(p, i, end))
        else:
            return None
    return None


def _names_noun(p: Parsed, i: int, end: int) -> bool:
    """Return whether adjectives lead from here to a noun."""
    for w in p.words[i:end]:
        if w.capital:
            return True
        if w.text[:1].isdigit():
            continue
        if (
            w.kind is not Kind.WORD
            or participle(w, p.grammar)
            or p.grammar("prepositions") & {w.low}
        ):
            return False
        if not w.low.endswith(p.grammar.ends("adjective_endings")) and w.low not in p.grammar(
            "determiners"
        ):
            return False
    return False


def _phrase_end(p: Parsed, i: int, end: int) -> int:
    """Return where a German noun phrase ends: behind its nouns, genitives and "von" phrases."""
    g, words = p.grammar, p.words
    while i < end and not words[i].capital:  # determiner, number, adjectives
        if words[i].kind is Kind.STOP or words[i].low in g("prepositions") & g("of"):
            return i
        i += 1
    while i < end:
        w = words[i]
        nouns = w.capital or w.kind is Kind.QUOTE
        goes_on = i + 1 < end and (w.low in g("genitives") or w.low in g("of"))
        joined = i + 1 < end and w.low in g("coordinators") and not w.is_date
        joined = joined and (words[i + 1].capital or words[i + 1].low in g("determiners"))
        if nouns and not w.is_date:
            i += 1
        elif goes_on or joined:
            return _phrase_end(p, i + 1, end)
        else:
            return i
    return i


def nominative(phrase: list[Word], relative: str, g: Grammar) -> list[Word]:
    """Return a German phrase with the article of a nominative, which its relative tells."""
    article = next((plain for low, plain in g.indefinite if low == relative), None)
    if not phrase or article is None:
        return phrase
    if phrase[0].low in g("definite"):
        return [word(relative), *phrase[1:]]
    return [word(article), *phrase[1:]] if phrase[0].low in g("oblique_indefinite") else phrase
