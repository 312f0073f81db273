"""People, papers and places that are called like a time: June Carter, the Sunday Times."""

from timeline.languages import Lexicon
from timeline.model.meaning import Occurrence, Point, depends_on
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

_NAMED = frozenset(("MONTH", "WEEKDAY"))
_QUOTES = ('"', "“", "‘", "`", "'")
_ASIDE = ",.;)"


def drop_names(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "June" of "June Carter", "Sunday" of "the Sunday Times", "Août" of "Marc Août"."""
    streets = [c for c in found if _is_street(c, tokens, lexicon)]
    return [
        c
        for c in found
        if not (streets and any(s.first <= c.first and c.last <= s.last for s in streets))
        and not (_is_title(c, tokens) if c.size > 1 else _is_name(c, tokens, lexicon))
    ]


def _is_name(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    place = candidate.first
    if not tokens.words[place][0].isalpha():
        return False
    return _in_a_name(place, tokens, lexicon) or _is_last_name(place, tokens, lexicon)


def _is_street(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "Avenida 17 de Junio", "rue du 4 Septembre", "Straße des 17. Juni"."""
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or not (meaning.fields.month and meaning.fields.day):
        return False
    linking = lexicon.literals.get("THE", frozenset()) | lexicon.literals.get("OFWORD", frozenset())
    before = tokens.lows[max(0, candidate.first - 2) : candidate.first]
    if before and before[-1] in linking:
        before.pop()
    return before[-1:] != [] and before[-1] in lexicon.literals.get("STREET", ())


def _is_title(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is "This Week", in quotes and with capitals."""
    if not candidate.first or tokens.words[candidate.first - 1] not in _QUOTES:
        return False
    capitals = all(word[0].isupper() for word in tokens.words[candidate.first : candidate.last])
    return capitals and depends_on(candidate.meaning, Point.PUBLICATION)


def _is_last_name(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is a person called April or Sunday, by the capitals or the age beside it.

    "Julia Freitag, 41, ..." in any language; "Claire Mars" only where months are written small.
    """
    if not place or not tokens.words[place][0].isupper():
        return False
    if _NAMED.isdisjoint(lexicon.classes_of(tokens.lows[place])):
        return False
    named = _is_proper(place - 1, tokens, lexicon)
    behind = tokens.words[place + 1 : place + 4]
    if named and len(behind) > 1 and behind[0] == "," and behind[1].isdecimal():
        return len(behind) < 3 or behind[2] in _ASIDE or behind[2].lower() in _years(lexicon)  # noqa: PLR2004
    if not lexicon.writing.small_names:
        return False
    return named or (bool(behind) and _is_proper(place + 1, tokens, lexicon))


def _is_proper(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a word is written as a name is, and is none of those that lead to a date."""
    low = tokens.lows[place]
    led = low in lexicon.ambiguous_after or low in lexicon.prepositions
    capital = tokens.words[place][0].isupper()
    return capital and not led and low not in lexicon.literals.get("THE", ())


def _in_a_name(place: int, tokens: Line, lexicon: Lexicon) -> bool:
    word, capital = tokens.lows[place], tokens.words[place][0].isupper()
    before, low_before = (
        ("", "") if not place else (tokens.words[place - 1], tokens.lows[place - 1])
    )
    ends = place + 1 == len(tokens)
    after, low_after = ("", "") if ends else (tokens.words[place + 1], tokens.lows[place + 1])
    titled = after[:1].isupper()
    if titled and low_after in lexicon.literals.get("AFTERNAME", ()):
        return True
    if "HOLIDAY" in lexicon.classes_of(word) and _names_no_feast(before, low_after, lexicon):
        return True
    if capital and len(before) > 1 and before.isupper() and word in lexicon.classes["DAYREF"]:
        return True  # "VOA Today"
    if low_before in lexicon.literals.get("BEFORENAME", ()):
        return before[0].isupper()
    if not (capital and titled) or word not in lexicon.literals.get("GIVENNAME", ()):
        return False
    return low_before not in lexicon.ambiguous_after and not lexicon.classes_of(low_after)


def _years(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.literals.get("AGEUNIT", frozenset())


def _names_no_feast(before: str, low_after: str, lexicon: Lexicon) -> bool:
    """Return whether it is no feast: "Easter Island", or a man, "Tariq Ramadan"."""
    if low_after in lexicon.literals.get("AFTERFEAST", ()):
        return True
    low = before.lower()
    if not before[:1].isupper():
        return False
    return low not in lexicon.prepositions and not lexicon.classes_of(low)
