"""Numbers that look like a year or a date, and count, name or number something."""

from timeline.languages import Lexicon
from timeline.model.meaning import Absolute, Between, Fields
from timeline.tagging.candidates import Candidate
from timeline.tagging.clause import hedged
from timeline.tagging.joined_dates import is_loose
from timeline.tagging.tokens import Line, Token

COMMON_YEARS = range(1900, 2101)
ROUND = 50  # a number that this divides may be a count
A_LIFE = 150  # years
_MONTHS = 12
_PAIR = 2  # tokens: a stroke and a number
_DASHES = "-–—"
_STROKES = frozenset("-–—/")


def drop_numbers_that_are_no_year(
    found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> list[Candidate]:
    """A bare number of four digits counts people or names a resolution as often as a year."""
    return [c for c in found if _may_be_of_years(c, tokens, lexicon)]


def _may_be_of_years(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    if _is_bare_year(candidate) and tokens.words[candidate.first].isdecimal():
        return _is_year(candidate, tokens, lexicon)
    if _is_of_numbers(candidate, tokens):
        return not _beside_a_number(candidate, tokens)
    several = isinstance(candidate.meaning, Between) or _is_dotted(candidate, tokens)
    return not (several and _is_numbered(candidate, tokens, lexicon))


def _is_of_numbers(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is "2018 03 25", which may be a part of a row of numbers."""
    words = tokens.words[candidate.first : candidate.last]
    return len(words) == len(("2018", "03", "25")) and all(word.isdecimal() for word in words)


def _beside_a_number(candidate: Candidate, tokens: Line) -> bool:
    beside = (
        tokens.word(candidate.first - 1) if candidate.first else "",
        tokens.word(candidate.last),
    )
    return any(word[:1].isdecimal() or word in _STROKES or word == "+" for word in beside if word)


def _is_dotted(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is "2019.3.1", which may number a version."""
    word = tokens.words[candidate.first]
    return candidate.size == 1 and "." in word and word.replace(".", "").isdecimal()


def _is_numbered(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "2019-44" of "agreement no. 2019-44"."""
    before = tokens.lows[max(0, candidate.first - 2) : candidate.first]
    if not tokens.words[candidate.first][0].isdecimal() or not before:
        return False
    word = before[0] if before[-1] == "." else before[-1]
    return word in lexicon.not_year_before and word not in lexicon.year_after


def drop_loose_digits(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop "20100312" that no preposition of time leads to, and no clock time follows."""
    return [c for c in found if c.size > 1 or not _is_any_number(c, tokens, lexicon)]


def _is_any_number(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    if not is_loose(tokens.words[candidate.first]):
        return False
    before = tokens.lows[candidate.first - 1] if candidate.first else ""
    return before not in lexicon.prepositions and ":" not in tokens.word(candidate.last)[1:]


def _is_bare_year(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if candidate.size > 1 or not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return False
    return meaning.fields == Fields(year=meaning.fields.year)


def _is_year(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    before = tokens.lows[candidate.first - 1] if candidate.first else ""
    after = tokens.lows[candidate.last] if candidate.last < len(tokens) else ""
    year = int(tokens.words[candidate.first])
    if after in lexicon.not_year_after or _in_a_longer_number(candidate, tokens):
        return False
    first, hedge = hedged(candidate.first, tokens, lexicon)
    if hedge and _leads_to_a_year(first, tokens, lexicon):  # "since at least 2009", "(c. 1843"
        return True
    if before in lexicon.not_year_before:
        return _is_about_a_year(year, hedge, candidate, tokens, lexicon)
    return year in COMMON_YEARS or before in lexicon.year_after


def _is_about_a_year(
    year: int, hedge: str, candidate: Candidate, tokens: Line, lexicon: Lexicon
) -> bool:
    """Return whether it is "around 1945", "about 1889 and", and not "about 2000 fled".

    A count that is rounded is seldom told as exactly as that, and never just before or after a
    year: "left about 1420 and died around 1450".
    """
    if tokens.lows[candidate.first - 1] in lexicon.year_after and year % ROUND != 0:
        return True
    after = tokens.word(candidate.last)
    links = lexicon.joins["lists"] | lexicon.prepositions.keys()
    ends = not after[:1].isalnum() or after in links
    if not hedge or not ends:
        return False
    others = (int(word) for word in tokens.words if len(word) == len("1450") and word.isdecimal())
    return year % ROUND != 0 or any(0 < abs(one - year) <= A_LIFE for one in others if one % ROUND)


def _leads_to_a_year(hedge: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a hedge can only be of a date: behind a preposition of time, or "c."."""
    before = tokens.lows[hedge - 1] if hedge else ""
    led = before in lexicon.year_after and before not in lexicon.joins["lists"]
    return led or tokens.lows[hedge] in lexicon.beside.get("CIRCA", ())


def _in_a_longer_number(candidate: Candidate, tokens: Line) -> bool:
    first, last = candidate.first, candidate.last
    after = tokens.word(last)
    tied = after[:1].isalnum() or after in _STROKES
    apart = tokens.gap(first) and not (tied and not tokens.gap(last))
    led = first > 1 and tokens.words[first - 1][0].isdigit()
    if apart and not led and not after.isupper():  # most years
        return False
    return _in_a_number(candidate, tokens) or _in_a_code(candidate, tokens)


def _in_a_number(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is a group of digits of a phone number: 555-0199-2004, 0199 555 2004."""
    first, last = candidate.first, candidate.last - 1
    if _in_a_file_number(candidate, tokens):
        return True
    before, after = tokens[max(0, first - 2) : first], tokens[last + 1 : last + 3]
    groups = [side for side in (before, after) if len(side) == _PAIR]
    if any(all(token.text.isdigit() for token in side) for side in groups):
        return True
    return _tied([*before, tokens[first]]) or _tied([*after[::-1], tokens[last]])


def _in_a_file_number(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is one of two numbers at a stroke: "2019/118", not "2019/20"."""
    year, last = tokens[candidate.first], candidate.last
    after, before = tokens[last : last + 2], tokens[max(0, candidate.first - 2) : candidate.first]
    if len(after) == _PAIR and after[0].text == "/" and after[0].start == year.end:
        return after[1].text.isdecimal() and len(after[1].text) == len("118")
    if len(before) == _PAIR and before[1].text == "/" and before[1].end == year.start:
        number = before[0].text
        return number.isdecimal() and len(number) < len("2019") and int(number) > _MONTHS
    return False


def _tied(three: list[Token]) -> bool:
    if len(three) < 3:  # noqa: PLR2004 - other digits, dash, year
        return False
    far, dash, near = three
    gaps = (
        dash.start - far.end,
        near.start - dash.end,
        far.start - dash.end,
        dash.start - near.end,
    )
    adjacent = sum(gap == 0 for gap in gaps) == 2  # noqa: PLR2004 - on both sides of the dash
    return adjacent and dash.text in _DASHES and far.text.isdigit() and not _is_yearlike(far.text)


def _is_yearlike(digits: str) -> bool:
    return len(digits) == len("2004") and digits[0] != "0"


def _in_a_code(candidate: Candidate, tokens: Line) -> bool:
    """Return whether letters make a name of it: "K-2017", "2018S", "2007 QH240"."""
    year = tokens[candidate.first]
    before = tokens[max(0, candidate.first - 2) : candidate.first]
    after = tokens[candidate.last : candidate.last + 2]
    if len(before) == 2 and before[1].text == "-" and before[0].end + 1 == year.start:  # noqa: PLR2004
        return before[0].text.isupper()
    if after and after[0].start == year.end and after[0].text.isalpha():
        return True
    if before and before[-1].end == year.start and before[-1].text.isalpha():  # "R2022"
        return True
    coded = len(after) == 2 and after[0].text.isupper() and after[0].end == after[1].start  # noqa: PLR2004
    return coded and after[1].text.isdigit()
