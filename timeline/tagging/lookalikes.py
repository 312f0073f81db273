"""What looks like a time and is none: readings that go before any other is weighed against them."""

from timeline.languages import Lexicon
from timeline.model.meaning import Current, Length, Shift
from timeline.model.units import Unit
from timeline.tagging.candidates import Candidate
from timeline.tagging.clause import lead
from timeline.tagging.tokens import Line

_PAIR = 2  # tokens: a stroke and a number


def drop_ambiguous_words(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """May, March, fall and spring on their own need a word of time before them."""
    return [c for c in found if not _ambiguous(c, tokens, lexicon)]


def _ambiguous(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    the = lexicon.literals.get("THE", frozenset())
    word = tokens.lows[candidate.last - 1]
    star = _is_star(word, lexicon)  # "the Sun", "that Sun"
    if candidate.size > 1 and tokens.lows[candidate.first] not in the and not star:
        return False
    if word not in lexicon.ambiguous:
        return False
    before = tokens.lows[candidate.first - 1] if candidate.first else ""
    after = tokens.lows[candidate.last] if candidate.last < len(tokens) else ""
    if candidate.size > 1 and _is_a_thing(candidate, tokens, lexicon):
        return True
    led = not star and (before in lexicon.ambiguous_after or candidate.size > 1)
    if word in lexicon.capital and not star:  # "March to May", but not "rise and fall"
        led = led or before in lexicon.literals.get("FORWORD", ())  # "planned for May"
        led = led or before in lexicon.joins["joins"] or before in lexicon.joins["lists"]
    before_it = lead(candidate, tokens, lexicon)
    bounds = before_it.kind not in ("", "plain")  # "no later than May"
    month = word in lexicon.capital and tokens.words[candidate.first][0].isupper()
    hedged_month = month and before_it.hedge != ""  # "as early as March"
    led = led or ((bounds or hedged_month) and not star)
    led = led or _in_a_row(candidate, tokens, lexicon)
    led = led or after in lexicon.literals.get("AFTERSEASON", ())  # "a spring offensive"
    return not led or after in lexicon.literals.get("OFWORD", lexicon.literals.get("OF", ()))


def _is_a_thing(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether "the" makes a noun of a season: "the spring broke", "after the fall".

    "In the fall" is where somebody broke an arm as well, as a word of harm in the sentence tells.
    """
    word = tokens.lows[candidate.last - 1]
    if word not in lexicon.beside.get("SEASONNOUN", ()) or candidate.size > 2:  # noqa: PLR2004
        return False
    if tokens.word(candidate.last) in lexicon.literals.get("AFTERSEASON", ()):
        return False
    if _in_a_row(candidate, tokens, lexicon):
        return False
    kind = lead(candidate, tokens, lexicon).kind
    opened = bool(candidate.first) and tokens.lows[candidate.first - 1] in lexicon.joins["open"]
    if opened or kind in ("", "before", "after"):  # "drank from the spring"
        return True
    if word not in lexicon.beside.get("FALLWORD", ()) or kind != "plain":
        return False
    return not lexicon.beside.get("FALLCUE", frozenset()).isdisjoint(tokens.lows)


def drop_nouns(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "the year" that is one of something: "the year of his death"."""
    return [c for c in found if not _is_of_something(c, tokens, lexicon)]


def _is_of_something(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    if not isinstance(candidate.meaning, Current) or candidate.size != _PAIR:
        return False
    after = tokens.lows[candidate.last : candidate.last + 2]
    named = tokens.lows[candidate.first] in lexicon.literals.get("THE", ())
    own = lexicon.literals.get("OFWORD", frozenset())
    return named and len(after) == _PAIR and after[0] in own and after[1].isalpha()


def _in_a_row(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "May" of "May-August 1950", and "summer" of "the spring and summer"."""
    joins = lexicon.joins["joins"] | lexicon.joins["lists"]
    kinds = frozenset(("MONTH", "SEASON"))
    first, last = candidate.first, candidate.last

    def of_kind(place: int) -> bool:
        if "PART" in lexicon.classes_of(tokens.lows[place]) and place + 1 < len(tokens):
            place += 1  # "the spring and early summer"
        return not kinds.isdisjoint(lexicon.classes_of(tokens.lows[place]))

    if last + 1 < len(tokens) and tokens.lows[last] in joins and of_kind(last + 1):
        return True
    season = "SEASON" in lexicon.classes_of(tokens.lows[last - 1])
    return season and first > 1 and tokens.lows[first - 1] in joins and of_kind(first - 2)


def _is_star(word: str, lexicon: Lexicon) -> bool:
    """Return whether it is "Sun" or "Sat": days only beside a number, by rules of their own."""
    return "WEEKDAY" in lexicon.classes_of(word)


def drop_words_of_no_time(
    found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> list[Candidate]:
    """Drop "Now" that opens a sentence, "today" of "today's world", "annually" behind an amount."""
    return [c for c in found if c.size > 1 or not _says_no_time(c, tokens, lexicon)]


def _says_no_time(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    word = tokens.lows[candidate.first]
    if not word[0].isalpha():
        return False
    after = tokens.lows[candidate.last : candidate.last + 2]
    if word in lexicon.literals.get("NOW", ()):
        opens = all(not word[0].isalnum() for word in tokens.words[: candidate.first])
        return opens and after[:1] in ([","], ["for"])
    if word in lexicon.literals.get("RATE", ()):
        before = tokens.words[max(0, candidate.first - 2) : candidate.first]
        return any(word[0].isdecimal() for word in before)
    owned = after[:1] != [] and after[0] in lexicon.literals.get("POSSESSIVE", ())
    return owned and after[-1] in lexicon.literals.get("OFNODAY", ())


def _named_by_its_day(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "a Sunday memorial service", one that took place on that day."""
    clause = lexicon.literals.get("CLAUSEWORD", frozenset())
    if not clause or candidate.last == len(tokens):
        return False
    after = tokens[candidate.last]
    links = clause | lexicon.joins["lists"] | lexicon.joins["joins"] | lexicon.prepositions.keys()
    return after.text.isalpha() and after.text.islower() and after.low not in links


def drop_any_weekday(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "a Monday", which names no day: "on a Monday morning", "June 8, a Saturday"."""
    article = lexicon.literals.get("A", frozenset())

    def is_any(candidate: Candidate) -> bool:
        before = tokens.lows[candidate.first - 1] if candidate.first else ""
        weekday = "WEEKDAY" in lexicon.classes_of(tokens.lows[candidate.first])
        any_such = weekday and before in article and candidate.size <= 2  # noqa: PLR2004 - and its part
        return any_such and not _named_by_its_day(candidate, tokens, lexicon)

    return [c for c in found if not is_any(c)]


def drop_articles_of_seconds(
    found: list[Candidate],
    tokens: Line,
    lexicon: Lexicon,
) -> list[Candidate]:
    """Drop "a second", which is an ordinal far more often than a moment."""
    return [
        c
        for c in found
        if not (
            isinstance(c.meaning, Length | Shift)
            and c.meaning.unit is Unit.SECOND
            and "ORDINAL" in lexicon.classes_of(tokens.lows[c.last - 1])
        )
    ]


def drop_fractions(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "three-quarters" and "a quarter of the votes", which count no time."""
    of = lexicon.literals.get("OF", frozenset())

    def is_fraction(candidate: Candidate) -> bool:
        meaning = candidate.meaning
        if not isinstance(meaning, Length) or meaning.unit is not Unit.QUARTER:
            return False
        after = tokens.lows[candidate.last] if candidate.last < len(tokens) else ""
        hyphened = tokens.words[candidate.last - 2] == "-" if candidate.size > 1 else False
        return hyphened or after in of

    return [c for c in found if not is_fraction(c)]
