"""Which words of a sentence are verbs, by closed lists and endings: no parser, no dictionary."""

from functools import lru_cache

from timeline.events.clauses.grammar import Grammar, grammar
from timeline.events.clauses.tokens import Kind, Word, Words

SHORTEST = 4  # letters of a verb that an ending shows
SHORTEST_STEM = 2


def finite(words: Words, i: int, g: Grammar) -> bool:
    """Return whether a word is a finite verb where it stands."""
    w = words[i]
    if w.kind is not Kind.WORD or (w.capital and i > 0 and _goes_on(words[i - 1], g)):
        return False
    sure, perhaps = _shape(w.low, g.language)
    if _led_by_pronoun(words, i, g):
        return True
    if sure:
        return not _is_title_noun(words, i, g) and not _is_attribute(words, i, g)
    return perhaps and _may_be_verb(words, i, g)


def _goes_on(before: Word, g: Grammar) -> bool:
    """Return whether a capital behind a word is that of a name, or in German of a noun."""
    return before.kind is Kind.WORD or (g.verb_second and before.is_date)


def _led_by_pronoun(words: Words, i: int, g: Grammar) -> bool:
    """A word behind "il", "elle" or "se" is a verb, whatever its form."""
    before = _before(words, i)
    if before is None or before.low not in g("verb_after"):
        return False
    w = words[i]
    closed = ("clitics", "negation", "adverbs", "pronouns", "determiners", "prepositions")
    if any(w.low in g(name) for name in closed) or infinitive(w, g) or participle(w, g):
        return False
    return not gerund(w, g) and w.low not in g("auxiliaries") and w.low[:1].isalpha()


def _is_title_noun(words: Words, i: int, g: Grammar) -> bool:
    """A verb form behind a preposition is a noun or participle: "en marcha", "de 1990 a 1995"."""
    before = _before(words, i)
    if before is None or before.low in g("clitics") or before.low in g("pronouns"):
        return False
    if before.low in g("prepositions") and before.low not in g("relatives"):
        return not g.verb_second
    return False


def _is_attribute(words: Words, i: int, g: Grammar) -> bool:
    """A German form in "-ierte" between an article and a noun: "ihre qualifizierten Kräfte"."""
    if not g.verb_second or words[i].low in g("auxiliaries") or words[i].low in g("forms"):
        return False
    before, after = _before(words, i), words[i + 1] if i + 1 < len(words) else None
    led = before is not None and before.low in g("determiners")
    return led and after is not None and after.capital


@lru_cache(maxsize=20_000)
def _shape(low: str, language: str) -> tuple[bool, bool]:
    """Return whether a word is surely, or perhaps, a finite form by itself."""
    g = grammar(language)
    whole, low = low, _without_clitic(low, g)
    if low != whole and low.endswith(g.ends("endings") + g.ends("maybe_endings")):
        return True, True
    if low in g("auxiliaries") or low in g("forms"):
        return True, True
    if low in g("none") or len(low) < SHORTEST or not low[0].isalpha():
        return low in g("maybe_forms"), low in g("maybe_forms")
    sure = low.endswith(g.ends("endings")) or _prefixed(low, g)
    perhaps = (
        low in g("maybe_forms")
        or _says(low, g)
        or (bool(g.ends("maybe_endings")) and low.endswith(g.ends("maybe_endings")))
    )
    return sure and low not in g("maybe_forms"), perhaps


def _without_clitic(low: str, g: Grammar) -> str:
    """Return a verb without the pronouns that hang on it: "casou-se"."""
    verb, mark, clitic = low.partition("-")
    return verb if mark and clitic.partition("-")[0] in g("clitics") else low


def _says(low: str, g: Grammar) -> bool:
    """A form of a verb of saying that is no participle."""
    if low not in g("reporting") and low not in g("alleging"):
        return False
    return not participle(Word(low, low, Kind.WORD), g)


def _prefixed(low: str, g: Grammar) -> bool:
    """A form with a prefix: "übernahm", "zurücktrat"."""
    for prefix in (*g.ends("separable"), *g.ends("inseparable")):
        rest = low[len(prefix) :]
        known = rest in g("forms") or (prefix in g.ends("separable") and rest in g("auxiliaries"))
        if known and low.startswith(prefix) and len(rest) > SHORTEST_STEM:
            return True
    return False


def _may_be_verb(words: Words, i: int, g: Grammar) -> bool:
    """Judge a form that may be an adjective or a noun by the word before it."""
    before = _before(words, i)
    if g.verb_second and (participle(words[i], g) or _is_infinitive_form(words, i, g)):
        return False
    if before is None:
        return _opens_clause(words, i)
    led = before.low in g("clitics") or before.low in g("pronouns") or before.low in g("adverbs")
    if led and before.low not in g("determiners"):
        return True
    if g.verb_second and before.low in g("pronouns"):
        return not _opens_noun(words, i, g)
    if before.low in g("determiners") or before.low in g("prepositions") or before.low in g("of"):
        return False
    if not g.verb_second:
        return True
    return (
        before.capital or before.low in g("coordinators") or not _attributive(before, words, i, g)
    )


def _is_infinitive_form(words: Words, i: int, g: Grammar) -> bool:
    """A German plural that ends its clause, or stands behind "zu", is an infinitive."""
    if words[i].low not in g("maybe_forms"):
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    before = _before(words, i)
    ends = after is None or after.kind is Kind.STOP or after.low in g("auxiliaries")
    return ends or (before is not None and before.low in g("infinitive_marks"))


def _opens_clause(words: Words, i: int) -> bool:
    """Judge a form at the head of a clause: with a capital it is a noun ("Oberst")."""
    return not words[i].capital


def _opens_noun(words: Words, i: int, g: Grammar) -> bool:
    after = next((w for w in words[i + 1 :] if not w.is_date), None)
    return after is not None and after.capital and after.low not in g("determiners")


def _attributive(before: Word, words: Words, i: int, g: Grammar) -> bool:
    """An adjective before a noun: "die im Mai erneut *geplante* Reise"."""
    after = words[i + 1] if i + 1 < len(words) else None
    return before.low.endswith(g.ends("adjective_endings")) and after is not None and after.capital


def _before(words: Words, i: int) -> Word | None:
    """Return the word before, over dates; None at the head of a clause."""
    for w in reversed(words[:i]):
        if w.is_date:
            continue
        return w if w.kind is Kind.WORD else None
    return None


def participle(w: Word, g: Grammar) -> bool:
    """Return whether a word looks like a participle of the past."""
    low = w.low
    if w.kind is not Kind.WORD or w.capital:
        return False
    if low in g("participles"):
        return True
    if low in g("none") or low in g("adverbs") or low in g("determiners") or len(low) < SHORTEST:
        return False
    if g.verb_second:
        return _shaped_as_participle(low, g.language)
    return low.endswith(g.ends("participle_endings"))


@lru_cache(maxsize=20_000)
def _shaped_as_participle(low: str, language: str) -> bool:
    """A participle by its beginning and end: "festgenommen", "verkündet"."""
    g = grammar(language)
    if low.endswith(g.ends("participle_endings")):
        return True
    for prefix in ("", *g.ends("separable")):
        rest = low[len(prefix) :]
        if low.startswith(prefix) and rest.startswith(g.ends("augments")) and len(rest) > SHORTEST:
            return rest.endswith(g.ends("augmented_endings"))
    stems = g.ends("participle_prefixes")
    return (
        low.startswith(stems)
        and low.endswith(g.ends("prefixed_endings"))
        and len(low) > SHORTEST + 2
    )


def infinitive(w: Word, g: Grammar) -> bool:
    """Return whether a word looks like an infinitive."""
    if w.kind is not Kind.WORD or w.capital:
        return False
    if g.verb_second:
        return (
            w.low.endswith(g.ends("infinitive_endings"))
            and w.low not in g("determiners")
            and w.low
            not in (g("prepositions") | g("adverbs") | g("none") | g("auxiliaries") | g("forms"))
        )
    return len(w.low) > SHORTEST and w.low.endswith(g.ends("infinitive_endings"))


def gerund(w: Word, g: Grammar) -> bool:
    """Return whether a word looks like a gerund."""
    ends = g.ends("gerund_endings")
    return w.kind is Kind.WORD and bool(ends) and len(w.low) > SHORTEST and w.low.endswith(ends)


def reports(words: Words, i: int, g: Grammar) -> bool:
    """Return whether a word is a verb of saying."""
    low = _without_clitic(words[i].low, g)
    return any(low in g(name) for name in ("reporting", "alleging", "denying"))


def separated(low: str, g: Grammar) -> tuple[str, str] | None:
    """Return a verb without its separable prefix, and the prefix: "einstürzte"."""
    for prefix in sorted(g.ends("separable"), key=len, reverse=True):
        rest = low[len(prefix) :]
        if not low.startswith(prefix) or len(rest) < SHORTEST - 1 or low in g("unseparated"):
            continue
        if rest in g("forms") or (len(rest) > SHORTEST and rest.endswith(g.ends("maybe_endings"))):
            return rest, prefix
    return None
