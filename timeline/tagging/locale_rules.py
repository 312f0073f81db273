"""Time expressions of a language without word files, by the words of dateparser's locale.

Dates with a month's name, numeric dates, East Asian dates, weekdays, and what counts from the day
of publication ("yesterday", "last week", "3 days ago"). A word has to be whole; beside a number,
and in phrases of several words, it may have another ending, for many languages decline it. A bare
number is a year only beside a word that says so, and a short month stands never alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.languages.dates import read_date
from timeline.languages.locale_file import day_endings
from timeline.languages.locale_words import LocaleWords, locale_words
from timeline.languages.phrase_file import phrases_of
from timeline.model.calendar import civil, day_number
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Amount,
    AtTime,
    Current,
    Fields,
    Meaning,
    Occurrence,
    Shift,
    Side,
)
from timeline.model.span import Span
from timeline.model.units import Unit
from timeline.tagging.calendar_meanings import placed
from timeline.tagging.joined_dates import (
    BLANKS,
    COMPACT_STAMP,
    STAMP,
    JoinedDate,
    joined_months,
    named_month_patterns,
    read_named,
    read_year_first,
)
from timeline.tagging.locale_phrases import read_phrases, with_what_stands_around
from timeline.tagging.relative_meanings import day_from_publication, shifted_unit
from timeline.tagging.short_years import full_year

_LETTER = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0dff"  # with marks that are no \w
_SHORT, _LONG = 5, 6  # letters: shorter words keep their ending, longer ones may lose two
_ALONE = 4  # letters of a month that may stand alone, in alphabets
_WEEKDAY = "weekday of a locale"
_SHORTEST_UNIT = 3  # letters of a unit that may have another ending
_TWO_DIGITS = 100  # years: below it, one of two digits
_ROUND = 50  # years: a number that it divides is rather a count
_ALPHABETS = 0x2E80  # the East Asian scripts lie above
_LETTERS_BEYOND = 0x0530  # Latin, Greek and Cyrillic lie below
_WORD = rf"[{_LETTER}’']{{1,5}}\.?"
_LINK = rf"(?:\s*,)?\s+(?:[{_LETTER}’']{{1,5}}\.?\s+)?"
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}([/.-]) ?\d{1,2}\1 ?\d{4}|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\d/-])"
)
_EAST_ASIAN = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일号號])?"
    r"(?!\s?\d|[間间中])"
)
Reader = Callable[[re.Match[str]], Meaning | None]


@dataclass(frozen=True, slots=True)
class LocaleRule:
    """A rule of a locale: its name, its pattern, and what it makes of a match."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def read_by_locale(text: str, span: Span, language: str) -> list[TimeExpression]:
    """Return the time expressions of a stretch of text; of overlapping ones the longest stands."""
    found = list(read_phrases(text, span, language))
    for rule in _tried(text, span, language):
        for match in rule.pattern.finditer(text, span.start, span.end):
            meaning = _meaning(rule, match)
            if meaning is not None:
                place = Span(*match.span())
                found.append(TimeExpression(place, place, match.group(), meaning, rule.name))
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda e: (-len(e.span), e.span.start)):
        if not any(expression.span.overlaps(other.span) for other in kept):
            kept.append(expression)
    kept.sort(key=lambda e: e.span)
    return _with_weekdays(text, with_what_stands_around(text, span, language, kept))


def _tried(text: str, span: Span, language: str) -> tuple[LocaleRule, ...]:
    """Return the rules that may match; beside phrases all of them are of dates with a numeral."""
    if phrases_of(language).patterns and not _DIGIT.search(text, span.start, span.end):
        return ()
    return locale_rules(language)


def _with_weekdays(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Take the weekday before a date into it: "maanantaina 14. kesäkuuta 2022"."""
    out: list[TimeExpression] = []
    for expression in found:
        before = out[-1] if out and _is_weekday(out[-1].meaning) else None
        if before is not None and _is_day(expression.meaning) and _beside(text, before, expression):
            place = Span(before.span.start, expression.span.end)
            out[-1] = replace(expression, span=place, phrase=place, text=place.of(text))
        else:
            out.append(expression)
    return out


def _beside(text: str, one: TimeExpression, two: TimeExpression) -> bool:
    return text[one.span.end : two.span.start].strip(" ,(") == ""


def _is_weekday(meaning: Meaning) -> bool:
    if not isinstance(meaning, Occurrence) or meaning.fields.weekday is None:
        return False
    return meaning.fields == Fields(weekday=meaning.fields.weekday)


def _is_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Absolute | Occurrence) and meaning.fields.day is not None


def _meaning(rule: LocaleRule, match: re.Match[str]) -> Meaning | None:
    try:
        return rule.read(match)
    except ValueError:  # no calendar has such a day
        return None


@lru_cache(maxsize=32)
def locale_rules(language: str) -> tuple[LocaleRule, ...]:
    """Compile the rules of a language; none where dateparser does not know it."""
    words = locale_words(language)
    if words is None:
        return ()
    rules = [
        LocaleRule("numeric date of a locale", _NUMERIC, lambda m: _numeric(m.group(), language)),
        LocaleRule("East Asian date", _EAST_ASIAN, _east_asian),
        *_joined(words),
        *_of_months(words, language),
        *_of_years(words),
    ]
    phrases = phrases_of(language)
    if "weekday" not in phrases.classes:
        rules += _of_weekdays(words)
    if not phrases.patterns:  # which name what is counted, and months alone, as well
        rules += [*_of_months_alone(words), *_counting_from_publication(words)]
    return tuple(rules)


def _joined(words: LocaleWords) -> list[LocaleRule]:
    """Read "12-dec-2014" and "20100312T165718Z", as in every language."""
    months = joined_months(words.months)

    def named(match: re.Match[str]) -> Meaning | None:
        return _of_joined(read_named(match.group(), months))

    def stamped(match: re.Match[str]) -> Meaning | None:
        return _of_joined(read_year_first(match.group()))

    stamps = f"{STAMP}|{COMPACT_STAMP}|{BLANKS}"
    return [
        LocaleRule(
            "date with its month's name, joined",
            re.compile("|".join(named_month_patterns(months))),
            named,
        ),
        LocaleRule("ISO date", re.compile(rf"(?<![\w/.-])(?:{stamps})"), stamped),
    ]


def _of_joined(read: JoinedDate | None) -> Meaning | None:
    if read is None or read.year is None:
        return None
    year = full_year(read.year) if read.year < _TWO_DIGITS else read.year
    date = _date(year, read.month, read.day)
    return AtTime(date, read.clock) if read.clock else date


def _of_months(words: LocaleWords, language: str) -> list[LocaleRule]:
    months = {word: n for word, n in words.months.items() if not word[0].isdigit()}
    if not months:
        return []
    forms = months if "month" in phrases_of(language).classes else _endings(months)
    month = rf"(?P<month>{_any(forms)})\.?"
    year = r"(?P<year>\d{4})"
    endings = "|".join(map(re.escape, (*day_endings(), ".")))
    numeral = rf"(?P<day>\d{{1,2}})(?:{endings})?"

    def fields(match: re.Match[str]) -> Meaning | None:
        groups = match.groupdict()
        number = _value(match["month"], forms)
        day, named = groups.get("day"), groups.get("year")
        if named is not None and not 1000 <= int(named) <= 2199:  # noqa: PLR2004 - as elsewhere
            return None
        return _date(int(named) if named else None, number, int(day) if day else None)

    patterns = {
        "day, month and year of a locale": rf"{numeral}\s+(?:{_WORD}\s+)?{month}{_LINK}{year}",
        "month, day and year of a locale": rf"{month}\s+{numeral}{_LINK}{year}",
        "year, month and day of a locale": rf"{year}\.?\s+(?:{_WORD}\.?\s+)?{month}\s+{numeral}",
        "day and month of a locale": rf"{numeral}\s+(?:{_WORD}\s+)?{month}",
        "month and year of a locale": rf"{month}{_LINK}{year}",
    }
    return [LocaleRule(name, _whole(p, words), fields) for name, p in patterns.items()]


def _of_months_alone(words: LocaleWords) -> list[LocaleRule]:
    months = {word: n for word, n in words.months.items() if not word[0].isdigit()}
    alone = [word for word in months if len(word) >= _ALONE or ord(word[0]) >= _LETTERS_BEYOND]
    if not alone:
        return []
    single = _whole(rf"(?-i:(?P<month>{_any(alone)}))", words, r"(?<!\d\s)(?<!\d)")
    return [
        LocaleRule(
            "month of a locale", single, lambda m: placed(Fields(month=_value(m["month"], months)))
        )
    ]


def _of_years(words: LocaleWords) -> list[LocaleRule]:
    before, after, led = words.year
    year = r"(?P<year>1\d{3}|20\d\d)(?!\d)"
    patterns = [rf"(?:{_any(list(before))})\s?{year}"] if before else []
    patterns += [rf"(?<!\d){year}\s?(?:{_any(list(after))})"] if after else []
    rules = [LocaleRule("year of a locale", _whole(p, words), _year) for p in patterns]
    for word in led:
        behind = rf"(?<=\b{re.escape(word)}\s){year}(?!\s?[%.,:/-]\d)"
        rules.append(LocaleRule("year of a locale", _whole(behind, words), _year_unless_round))
    return rules


def _year(match: re.Match[str]) -> Meaning:
    return Absolute(Fields(year=int(match["year"])))


def _year_unless_round(match: re.Match[str]) -> Meaning | None:
    """Read "in 1998", but not "in 2000 houses"."""
    return None if int(match["year"]) % _ROUND == 0 else _year(match)


def _of_weekdays(words: LocaleWords) -> list[LocaleRule]:
    forms = {w: n for w, n in words.weekdays.items() if len(w) > 1}
    if not forms:
        return []
    pattern = _whole(rf"(?P<weekday>{_any(forms)})", words, r"(?<!\d\s)(?<!\d)")
    return [
        LocaleRule(
            _WEEKDAY,
            pattern,
            lambda m: placed(Fields(weekday=_value(m["weekday"], forms))),
        )
    ]


def _counting_from_publication(words: LocaleWords) -> list[LocaleRule]:
    rules = []
    for phrase, (unit, number) in words.relative.items():
        meaning = _relative(unit, number)
        pattern = _whole(_declined(phrase), words)

        def relative(_: re.Match[str], meaning: Meaning = meaning) -> Meaning:
            return meaning

        rules.append(LocaleRule("counting from publication", pattern, relative))
    for before, behind, unit, side in words.counted:
        pattern = _whole(rf"{_spaced(before)}(?P<count>\d{{1,4}}){_counted_unit(behind)}", words)

        def counted(match: re.Match[str], unit: Unit = unit, side: Side = side) -> Meaning:
            return Shift(PUBLICATION, Amount.exactly(int(match["count"])), unit, side)

        rules.append(LocaleRule("units before or after publication", pattern, counted))
    return rules


def _relative(unit: Unit, number: int) -> Meaning:
    if unit is Unit.DAY:
        return day_from_publication(number) or PUBLICATION
    return shifted_unit(Current(unit, PUBLICATION), unit, number)


def _numeric(text: str, language: str) -> Meaning | None:
    when = read_date(text, (language,))
    if when is None or when.first is None or when.first != when.last:
        return None
    year, month, day = civil(when.first)
    return Absolute(Fields(year=year, month=month, day=day))


def _east_asian(match: re.Match[str]) -> Meaning | None:
    year, month, day = (
        int(match[name]) if match[name] else None for name in ("year", "month", "day")
    )
    return _date(year, month, day)


def _date(year: int | None, month: int | None, day: int | None) -> Meaning:
    if month is not None and day is not None:
        day_number(2000 if year is None else year, month, day)
    return placed(Fields(year=year, month=month, day=day))


def _endings(words: dict[str, int]) -> dict[str, int]:
    """Add the stems of long words, from which other endings lead: "march" of "marcha"."""
    stems: dict[str, int] = {}
    shared: set[str] = set()
    for word, number in words.items():
        if len(word) < _SHORT or ord(word[0]) >= _ALPHABETS:
            continue
        stem = word[: -2 if len(word) >= _LONG else -1]
        if stems.setdefault(stem, number) != number:
            shared.add(stem)
    return words | {f"{s}*": n for s, n in stems.items() if s not in shared}


def _any(forms: dict[str, int] | list[str]) -> str:
    """Make an alternation, whole words before stems and the longest first."""
    ordered = sorted(forms, key=lambda form: (form.endswith("*"), -len(form), form))
    return "|".join(map(_written, ordered))


def _written(form: str) -> str:
    if form.endswith("*"):
        return rf"{re.escape(form[:-1])}[{_LETTER}]{{0,3}}"
    return _spaced(form)


def _spaced(text: str) -> str:
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(text))


def _value(word: str, forms: dict[str, int]) -> int | None:
    low = " ".join(word.casefold().split())
    if low in forms:
        return forms[low]
    stems = [form for form in forms if form.endswith("*") and low.startswith(form[:-1])]
    return forms[max(stems, key=len)] if stems else None


def _declined(phrase: str) -> str:
    """Let the words of a phrase of several end otherwise than they are listed."""
    words = phrase.split()
    if len(words) == 1:
        return _spaced(phrase)
    return r"\s+".join(_written(f"{w[:-2]}*" if len(w) >= _LONG else w) for w in words)


def _counted_unit(behind: str) -> str:
    """Let the unit of "3 dni temu" end otherwise than it is listed: a word after it shows it."""
    unit, _, rest = behind.strip().partition(" ")
    if not rest or len(unit) < _SHORTEST_UNIT:
        return _spaced(behind)
    return rf"\s+{re.escape(unit[:-1])}[{_LETTER}]{{0,2}}\s+{_spaced(rest)}"


def _whole(pattern: str, words: LocaleWords, before: str = "") -> re.Pattern[str]:
    start = rf"(?<![{_LETTER}])" if words.starts else r"(?<!\d)"
    end = rf"(?![{_LETTER}])" if words.ends else ""
    return re.compile(rf"{start}{before}(?:{pattern}){end}", re.IGNORECASE)
