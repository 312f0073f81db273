"""What stands around a sentence's own clauses: clefts, and who says so without a verb."""

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word, join
from timeline.events.clauses.verbs import finite, participle

LONGEST_SOURCE = 80
_LONGEST_ASIDE = 12  # words


def without_cleft(words: list[Word], g: Grammar) -> list[Word]:
    """Return a sentence without the frame of a cleft: "Fue [date] cuando X" is X."""
    light = g("connectors") | g("coordinators")
    start = 0
    while start < len(words) and words[start].low in light:
        start += 1
    for first, second in g.clefts:
        head, tail = first.split(), second.split()
        i = _matches(words, start, head)
        if i is None or i >= len(words) or not words[i].is_date:
            continue
        j = i
        while j < len(words) and (words[j].is_date or words[j].kind is Kind.STOP):
            j += 1
        end = _matches(words, j, tail) or _after_aside(words, j, tail)
        if end is not None:
            return [*(w for w in words[i:j] if w.is_date), *words[end:]]
    return words


def _after_aside(words: list[Word], i: int, lows: list[str]) -> int | None:
    """Return where a cleft goes on behind words between commas: "sous le comte, que X"."""
    for j in range(i, min(i + _LONGEST_ASIDE, len(words))):
        if j > 0 and words[j - 1].text == ",":
            found = _matches(words, j, lows)
            if found is not None:
                return found
    return None


def _matches(words: list[Word], i: int, lows: list[str]) -> int | None:
    found = [w.low for w in words[i : i + len(lows)]]
    return i + len(lows) if found == lows else None


def without_source(words: list[Word], g: Grammar) -> tuple[list[Word], str | None]:
    """Return a sentence without "selon le parquet" or "nach Angaben der Polizei", and the source.

    A date in it stays.
    """
    for i in range(len(words)):
        long = _according(words, i, g)
        if not long:
            continue
        end = _end_of_source(words, i + long, g)
        named = [w for w in words[i + long : end] if not w.is_date]
        if not named or (i == 0 and end >= len(words)):
            continue
        kept = [w for w in words[i:end] if w.is_date]
        if _tells_of_source(words, i + long, end, g):
            continue
        before, after = words[:i], words[end:]
        if not any(w.kind is Kind.WORD for w in before) and after and after[0].kind is Kind.STOP:
            after = after[1:]
        if before and before[-1].kind is Kind.STOP and (not after or after[0].kind is Kind.STOP):
            before = before[:-1] if not kept else before
        return [*before, *kept, *after], source_text(named, g)
    return words, None


def _tells_of_source(words: list[Word], start: int, end: int, g: Grammar) -> bool:
    """Return whether the date asked for is of the source itself: "selon un rapport remis lundi"."""
    if g.verb_second:
        return _goes_on_with_relative(words, end, g)
    date = next((j for j in range(start, end) if words[j].kind is Kind.DATE), None)
    if date is None:
        return False
    return any(participle(w, g) or w.low in g("relatives") for w in words[start + 1 : date])


def _goes_on_with_relative(words: list[Word], end: int, g: Grammar) -> bool:
    """Return whether a German source has a relative that holds the date asked for."""
    if end + 1 >= len(words) or words[end].text != "," or words[end + 1].low not in g("relatives"):
        return False
    stop = next((j for j in range(end + 1, len(words)) if words[j].kind is Kind.STOP), len(words))
    relative = words[end + 1 : stop]
    last = stop - end - 2
    return any(w.kind is Kind.DATE for w in relative) and finite(relative, last, g)


def _says_so(words: list[Word], i: int, g: Grammar) -> bool:
    """Recognise ", so die Polizei,": between stops, and without a verb."""
    if not g.verb_second or words[i].low not in g("as") or not 0 < i < len(words) - 1:
        return False
    stop = next((j for j in range(i, len(words)) if words[j].kind is Kind.STOP), len(words))
    parted = words[i - 1].kind in {Kind.STOP, Kind.QUOTE}
    named = words[i + 1].capital or words[i + 1].low in g("determiners")
    rest = range(i + 1, stop)
    return parted and named and not any(finite(words, j, g) for j in rest) and words[i].low == "so"


def _according(words: list[Word], i: int, g: Grammar) -> int:
    lows = [w.low for w in words[i : i + 4]]
    if _says_so(words, i, g):
        return 1
    for phrase in g.of_several("according"):
        if tuple(lows[: len(phrase)]) == phrase:
            return len(phrase)
    if lows[0] not in g("according") or i + 1 >= len(words):
        return 0
    after, before = words[i + 1], words[i - 1] if i else None
    if before is not None and (before.low in g("determiners") or before.low in g("of")):
        return 0
    return 1 if after.capital or after.low in g("determiners") else 0


def _end_of_source(words: list[Word], start: int, g: Grammar) -> int:
    """Return where the source ends: at a stop; in German at what is no part of the phrase."""
    i = start
    while i < len(words) and words[i].kind is not Kind.STOP:
        if g.verb_second and i > start and not _in_german_source(words, i, start, g):
            break
        if not g.verb_second and i > start + 1 and _opens_another(words, i, g):
            break
        inside = any(v.low in g("relatives") for v in words[start:i])
        if not g.verb_second and i > start and finite(words, i, g) and not inside:
            break
        i += 1
    return i


def _opens_another(words: list[Word], i: int, g: Grammar) -> bool:
    """Return whether an article begins the next noun: "secondo gli inquirenti *il* direttore"."""
    closed = g("prepositions") | g("of") | g("coordinators") | g("determiners") | g("relatives")
    article = g("determiners") - g("prepositions") - g("of")
    return words[i].low in article and words[i - 1].low not in closed and not words[i - 1].is_date


def _in_german_source(words: list[Word], i: int, start: int, g: Grammar) -> bool:
    w = words[i]
    if w.capital or w.is_date:
        return True
    noun_before = any(v.capital for v in words[start:i])
    if not noun_before:
        return not finite(words, i, g)
    goes_on = w.low in g("genitives") or w.low in g("of")
    return goes_on or (words[i - 1].low in g("genitives") | g("of"))


def source_text(named: list[Word], g: Grammar) -> str | None:
    """Return who says so, as the text has it."""
    light = g("clitics") - g("determiners") | g("adverbs") | g("connectors")
    words = [w for w in named if not w.is_date]
    while words and (words[0].low in light or words[0].kind is Kind.STOP):
        words = words[1:]
    text = join(words).strip(" ,;:.")
    return text if text and len(text) <= LONGEST_SOURCE else None
