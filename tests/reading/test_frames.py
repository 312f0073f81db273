"""Frames within a text: their days and authors, what is left of them, and what is none."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages.folders import FRAMES, languages_with
from timeline.languages.frame_words import GROUPS, frame_words
from timeline.model.article import POSITION, Article, frame_at
from timeline.model.calendar import iso_date
from timeline.reading import read_text

DATA = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))
NAMES = st.sampled_from(["Ana", "Bo Meyer", "Łukasz", "Аня", "+49 171 234567", "o'hara"])
WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=5).map(
    " ".join
)
DAYS = st.dates(date(1995, 1, 1), date(2089, 12, 31))


def read(text: str) -> Article:
    return read_text("a.txt", text.strip("\n"))


def told(article: Article) -> list[list[str]]:
    """Return kind, day, author and the text that is left of each frame."""
    return [
        [
            frame.kind.value,
            iso_date(frame.day),
            frame.author or "",
            " ".join(_left(article, frame.span.start, frame.span.end)),
        ]
        for frame in article.frames
    ]


def _left(article: Article, start: int, end: int) -> list[str]:
    inside = (s for s in article.sentences if start <= s.start < end)
    return [" ".join(s.of(article.text).split()) for s in inside]


@pytest.mark.parametrize(
    "example", [*DATA["example"], *DATA["held"]], ids=lambda example: example["name"]
)
def test_a_text_is_divided_into_its_frames(example: dict[str, Any]) -> None:
    article = read(example["text"])
    expected = example.get("frames", [])
    found = told(article)
    for one, wanted in zip(found, expected, strict=False):
        one[2] = one[2] if wanted[2] else ""
    assert found == expected
    positions = [mark for mark in article.marks if mark.reason == POSITION]
    assert len(positions) == example.get("positions", 0)
    outside = [s for s in article.sentences if frame_at(article.frames, s.start) is None]
    if "outside" in example:
        assert [s.of(article.text) for s in outside] == example["outside"]


def chat(messages: list[tuple[Any, str, str]], form: str) -> str:
    return "\n".join(f"{day.strftime(form)} {name}: {text}" for day, name, text in messages)


@given(st.lists(st.tuples(DAYS, NAMES, WORDS), min_size=2, max_size=6))
@settings(max_examples=40)
def test_every_message_keeps_its_text_and_its_day(messages: list[tuple[Any, str, str]]) -> None:
    messages.sort(key=lambda message: message[0])
    article = read(chat(messages, "%d.%m.%Y, 09:05 -"))
    assert [iso_date(frame.day) for frame in article.frames] == [
        day.isoformat() for day, _, _ in messages
    ]
    kept = "".join("".join(s.of(article.text)) for s in article.sentences)
    wanted = "".join(text for _, _, text in messages)
    assert "".join(filter(str.isalpha, kept)) == "".join(filter(str.isalpha, wanted))


@given(st.lists(st.tuples(DAYS, NAMES, WORDS), min_size=3, max_size=6), st.data())
@settings(max_examples=40)
def test_a_message_less_changes_no_other(
    messages: list[tuple[Any, str, str]], data: st.DataObject
) -> None:
    messages.sort(key=lambda message: message[0])
    gone = data.draw(st.integers(0, len(messages) - 1))
    form = "[%Y-%m-%d 09:05]"
    whole = [frame.day for frame in read(chat(messages, form)).frames]
    rest = [frame.day for frame in read(chat(messages[:gone] + messages[gone + 1 :], form)).frames]
    assert rest == whole[:gone] + whole[gone + 1 :]


@given(st.text(max_size=300))
def test_frames_of_any_text_are_in_order_and_apart(text: str) -> None:
    if not text.strip():
        return
    frames = read_text("a.txt", f"{text}\n01.02.2003, 04:05 - Ana: hi\n{text}").frames
    ends = [frame.span.end for frame in frames]
    assert all(end <= after.span.start for end, after in zip(ends, frames[1:], strict=False))


@pytest.mark.parametrize("language", languages_with(FRAMES))
def test_each_language_names_who_wrote_and_when(language: str) -> None:
    assert frame_words("wrote")
    text = Path(read_text.__code__.co_filename).parents[1] / "languages" / language / FRAMES
    held = tomllib.loads(text.read_text("utf-8"))
    assert {"wrote", "sender", "sent", "subject", "original"} <= held.keys() <= set(GROUPS)
