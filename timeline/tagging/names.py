"""People, papers and places that are called like a time: June Carter, the Sunday Times."""

from timeline.languages import Lexicon
from timeline.model.meaning import Occurrence, Point, depends_on
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line, Token

_NAMED = frozenset(("MONTH", "WEEKDAY"))
_QUOTES = ('"', "“", "‘", "`", "'")
_ASIDE = ",.;)"


def drop_names(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "June" of "June Carter", "Sunday" of "the Sunday Times", "Août" of "Marc Août"."""
    streets = [c for c in found if _is_street(c, tokens, lexicon)]
    return [
        c
        for c in found
        if not _is_title(c, tokens)
        and not any(s.first <= c.first and c.last <= s.last for s in streets)
        and (c.size > 1 or not _is_name(c, tokens, lexicon))
    ]


def _is_name(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    return _in_a_name(candidate, tokens, lexicon) or _is_last_name(candidate, tokens, lexicon)


def _is_street(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Tell "Avenida 17 de Junio", "rue du 4 Septembre", "Straße des 17. Juni"."""
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or not (meaning.fields.month and meaning.fields.day):
        return False
    linking = lexicon.literals.get("THE", frozenset()) | lexicon.literals.get("OFWORD", frozenset())
    before = tokens.lows[max(0, candidate.first - 2) : candidate.first]
    if before and before[-1] in linking:
        before.pop()
    return before[-1:] != [] and before[-1] in lexicon.literals.get("STREET", ())


def _is_title(candidate: Candidate, tokens: Line) -> bool:
    """Tell whether it is "This Week", in quotes and with capitals."""
    if candidate.size == 1 or not candidate.first:
        return False
    if tokens.words[candidate.first - 1] not in _QUOTES:
        return False
    capitals = all(word[0].isupper() for word in tokens.words[candidate.first : candidate.last])
    return capitals and depends_on(candidate.meaning, Point.PUBLICATION)


def _is_last_name(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Tell a person called April or Sunday by the capitals around, or by the age behind.

    "Julia Freitag, 41, ..." in any language; "Claire Mars" only where months are written small.
    """
    place = candidate.first
    token = tokens[place]
    if not token.text[0].isupper() or lexicon.classes_of(token.low).isdisjoint(_NAMED):
        return False
    before = tokens[place - 1] if place else None
    named = before is not None and _is_proper(before, lexicon)
    behind = tokens[place + 1 : place + 4]
    if named and len(behind) > 1 and behind[0].text == "," and behind[1].text.isdecimal():
        return len(behind) < 3 or behind[2].text in _ASIDE or behind[2].low in _years(lexicon)  # noqa: PLR2004
    if not lexicon.writing.small_names or before is None:
        return False
    return named or (bool(behind) and _is_proper(behind[0], lexicon))


def _is_proper(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is written as a name is, and is none of those that lead to a date."""
    led = token.low in lexicon.ambiguous_after or token.low in lexicon.prepositions
    return token.text[0].isupper() and not led and token.low not in lexicon.literals.get("THE", ())


def _in_a_name(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    word = tokens.lows[candidate.first]
    before = tokens[candidate.first - 1] if candidate.first else None
    after = tokens[candidate.last] if candidate.last < len(tokens) else None
    titled = after is not None and after.text[0].isupper()
    if after is not None and titled and after.low in lexicon.literals.get("AFTERNAME", ()):
        return True
    if "HOLIDAY" in lexicon.classes_of(word) and _names_no_feast(before, after, lexicon):
        return True
    if before is not None and len(before.text) > 1 and before.text.isupper():
        titled_day = word in lexicon.classes.get("DAYREF", {})
        if titled_day and tokens.words[candidate.first][0].isupper():
            return True  # "VOA Today"
    if before is not None and before.low in lexicon.literals.get("BEFORENAME", ()):
        return before.text[0].isupper()
    given = (
        word in lexicon.literals.get("GIVENNAME", ()) and tokens.words[candidate.first][0].isupper()
    )
    led = before is not None and before.low in lexicon.ambiguous_after
    known = after is not None and bool(lexicon.classes_of(after.low))
    return given and titled and not led and not known


def _years(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.literals.get("AGEUNIT", frozenset())


def _names_no_feast(before: Token | None, after: Token | None, lexicon: Lexicon) -> bool:
    """Tell "Easter Island" and "Tariq Ramadan", a man, from the feasts."""
    if after is not None and after.low in lexicon.literals.get("AFTERFEAST", ()):
        return True
    if before is None or not before.text[0].isupper():
        return False
    return before.low not in lexicon.prepositions and not lexicon.classes_of(before.low)
