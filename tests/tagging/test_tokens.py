"""Tokens: cut fast and named only where need be, they are what the full pattern gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging import any_text
from timeline.languages import own_languages
from timeline.tagging.token_classes import integer_classes, ordinal_classes
from timeline.tagging.tokens import Alphabet, Line, alphabet

LANGUAGES = own_languages()
SIGNS = {",": "COMMA", ".": "DOT", "/": "SLASH", "(": "LPAREN", ")": "RPAREN"}
SIGNS |= dict.fromkeys("-–—", "HYPHEN")


def letter(kind: str, text: str, letters: Alphabet) -> str:
    """Return a token's letter by its kind alone."""
    if kind == "WORD":
        low = text.lower() if text.isalpha() else " ".join(text.lower().replace("’", "'").split())
        return letters.letter_of_word(low, capital=text[0].isupper())
    match kind:
        case "INT":
            classes = integer_classes(text) or ("SIGN",)
        case "ORDINALNUM":
            classes = ordinal_classes(text)
        case "SHORT":
            classes = ("SHORTYEAR", "CUTYEAR")
        case _:
            plain = {"AMOUNT": "NUMBER", "CLITIC": "SIGN"}
            classes = (SIGNS.get(text, "SIGN") if kind == "OTHER" else plain.get(kind, kind),)
    return letters.letter_of_classes(*classes)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_tokens_are_those_of_the_full_pattern(language: str, data: st.DataObject) -> None:
    text = data.draw(any_text.texts(language))
    letters = alphabet(language)
    line = Line(text, 0, len(text), letters)
    full = list(letters.cutter.tell.finditer(text))
    assert [(t.text, t.start, t.end) for t in line] == [
        (m.group(), m.start(), m.end()) for m in full
    ]
    kinds = [(m.lastgroup or "").partition("_")[0] for m in full]
    assert line.letters == "".join(
        letter(kind, m.group(), letters) for kind, m in zip(kinds, full, strict=True)
    )


BESIDE_EACH_OTHER = [
    *("a.", "m.", "a. m.", "9.30", "a.m", "12:00", "80", "h", "Uhr", "12", "90er", "Jahre", "l'"),
    *("New", "Year’s", "Eve", "o’clock", "’90s", "eaſter", "Sunday", "_", "\u00a0", "Q3,", "x2²"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.lists(st.sampled_from(BESIDE_EACH_OTHER)).map(" ".join))
def test_a_line_cut_chunk_by_chunk_is_as_one_that_is_cut_whole(language: str, text: str) -> None:
    letters = alphabet(language)
    line = Line(text, 0, len(text), letters)
    whole = Line(text, 0, len(text), letters, whole=True)
    assert list(line) == list(whole)
    places = range(len(line) + 1)
    assert list(map(line.gap, places)) == list(map(whole.gap, places))


def test_a_word_over_and_over_is_looked_behind_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chunks, looks = alphabet("en").chunks, []

    class Look:
        def search(self, stretch: str) -> None:
            looks.append(stretch)

    monkeypatch.setattr(chunks, "_ties", {mark: Look() for mark in chunks._ties})
    text = "new year 9.30 " * 500
    Line(text, 0, len(text), alphabet("en"))
    assert looks == [text, text]


@given(st.text(max_size=9), any_text.texts("en"), st.text(max_size=9))
def test_a_line_is_cut_as_if_nothing_stood_around_it(before: str, text: str, after: str) -> None:
    start, end = len(before), len(before) + len(text)
    inside = Line(before + text + after, start, end, alphabet("en"))
    alone = Line(text, 0, len(text), alphabet("en"))
    assert [(t.text, t.low, t.start - start, t.letter) for t in inside] == [
        (t.text, t.low, t.start, t.letter) for t in alone
    ]
    assert all((before + text + after)[t.start : t.end] == t.text for t in inside)


def test_what_a_number_is_may_depend_on_what_follows() -> None:
    letters = alphabet("en")
    clock = Line("at 9.30 a.m.", 0, 12, letters).letters[1]
    amount = Line("at 9.30 each", 0, 12, letters).letters[1]
    assert clock in letters.letters_of("CLOCK")
    assert amount in letters.letters_of("NUMBER")
