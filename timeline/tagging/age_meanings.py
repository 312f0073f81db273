"""Meanings of decades and centuries, and of parts of them."""

from timeline.model.meaning import Absolute, Between, Fields, Meaning, Part, Portion
from timeline.tagging.calendar_meanings import limited
from timeline.tagging.captured import Captured, count

_HUNDRED, _THOUSAND = 100, 1000
_OUR_CENTURY = 2000  # of which one speaks as of its first decade: \"the early 2000s\"
_PRESENT = 1950  # of radiocarbon years
_SHORTEST_YEAR = 10  # "ruled 5 - 9" counts votes
_HALVES = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF}


def decade(captured: Captured) -> Meaning | None:
    """Read "the 1990s", "the late '90s", "the 470s BC"."""
    number = captured.integer("decade")
    if number is None or number % 10:  # "the 85s" is none
        return None
    if "era" in captured:
        sign = -1 if captured.value("era") == -1 else 1
        return limited(Absolute(Fields(decade=sign * number // 10)), captured) if number else None
    if number < _HUNDRED:  # '90s
        number += 2000 if number < 30 else 1900  # noqa: PLR2004
    if number < _THOUSAND:  # "the 320s" may be aeroplanes
        return None
    if number % _HUNDRED == 0 and number < _OUR_CENTURY:  # "the 1900s": century or first decade
        return limited(Absolute(Fields(century=number // _HUNDRED)), captured)
    return limited(Absolute(Fields(decade=number // 10)), captured)


def early_decade(captured: Captured) -> Meaning | None:
    """Read "in the 160s": behind a preposition of time they are no aeroplanes."""
    number = captured.integer("early")
    if number is None or number % 10 or not _HUNDRED <= number < _THOUSAND:
        return None
    return limited(Absolute(Fields(decade=number // 10)), captured)


def decade_of_a_century(captured: Captured) -> Meaning | None:
    """Read "the first decade of the 20th century", "the last decade of the 19th century"."""
    number, whole = captured.integer("nth"), captured.integer("century")
    if number is None or whole is None or not (number == -1 or 1 <= number <= 10):  # noqa: PLR2004
        return None
    first = 10 * (whole - 1)
    return Absolute(Fields(decade=first + (9 if number == -1 else number - 1)))


def century(captured: Captured) -> Meaning | None:
    """Read "the 20th century", "early nineteenth century", "1st century BC"."""
    return limited(_century(captured, "ordinal"), captured)


def _century(captured: Captured, name: str) -> Meaning | None:
    number = captured.integer(name)
    if number is None:
        return None
    return Absolute(Fields(century=-number if captured.value("era") == -1 else number - 1))


def centuries(captured: Captured) -> Meaning | None:
    """Read "the 18th and 19th centuries", "the 5th to 4th centuries BC"."""
    first, last = captured.integer("ordinal"), captured.integer("last")
    if first is None or last is None:
        return None
    before = captured.value("era") == -1
    if (first <= last) if before else (first >= last):
        return None
    ends = (Absolute(Fields(century=-n if before else n - 1)) for n in (first, last))
    return Between(*ends)


def before_present(captured: Captured) -> Meaning | None:
    """Read "3500 BP", which counts from 1950: a year that was measured, and about right."""
    number, mark = _amount(captured), captured.get("mark")
    if number is None or mark is None or not mark.tokens[0].text.isupper():
        return None
    return Portion(Absolute(Fields(year=_PRESENT - int(number))), Part.ABOUT)


def long_ago(captured: Captured) -> Meaning | None:
    """Read "66 million years ago", "2.5 mya"."""
    number, many = _amount(captured), captured.integer("many")
    if number is None or many is None:
        return None
    return Portion(Absolute(Fields(year=-int(number * many))), Part.ABOUT)


def reign(captured: Captured) -> Meaning | None:
    """Read "177 - 192" behind "reigned"."""
    first, last = captured.year(), captured.integer("last")
    if first is None or last is None or not _SHORTEST_YEAR <= first < last <= first + _HUNDRED:
        return None
    return Between(Absolute(Fields(year=first)), Absolute(Fields(year=last)))


def _amount(captured: Captured) -> float | None:
    found = captured.get("count")
    return None if found is None else count(found.tokens, captured.lexicon)


def half_of_an_age(captured: Captured) -> Meaning | None:
    """Read "the first half of the 19th century", "the second half of the 1980s"."""
    whole = decade(captured) if "decade" in captured else _century(captured, "century")
    part = _HALVES.get(captured.integer("which") or 2)  # "the latter half"
    return None if whole is None or part is None else Portion(whole, part)


def quarter_of_a_century(captured: Captured) -> Meaning | None:
    """Read "the third quarter of the 19th century": 1850 to 1874."""
    whole, which = _century(captured, "century"), captured.integer("which")
    if not isinstance(whole, Absolute) or which is None:
        return None
    index, which = whole.fields.century, 4 if which == -1 else which
    if index is None or index < 0 or which not in range(1, 5):
        return None
    first = _HUNDRED * index + 25 * (which - 1)
    return Between(Absolute(Fields(year=first)), Absolute(Fields(year=first + 24)))
