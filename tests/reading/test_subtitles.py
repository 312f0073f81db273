"""Subtitles: what is said is the text, and no time of a cue is a date."""

from collections.abc import Iterator

import pytest

from tests.reading.alone import article_in, reason_in
from timeline.reading import ReadingProcess
from timeline.tagging import tag

SRT = """1
00:00:01,000 --> 00:00:03,000
The council voted

2
00:00:03,100 --> 00:00:05,000
<i>on 3 May</i> {\\an8}2024 &amp; left.

3
00:00:05,100 --> 00:00:06,000
Nobody came.

4
00:01:05,000 --> 00:01:07,000
- It closed in June.
- Who says so?
"""
VTT = """WEBVTT - The harbour

NOTE Made by a machine

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start
<v.loud Ann Lee>The council <c.x>voted</c>
<00:02.000>on 3 May 2024.

00:03.100 --> 00:04.000
And then it left.
"""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


@pytest.mark.parametrize("name", ["a.srt", "a.txt"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_cues_are_joined_to_sentences_and_parted_by_silence_and_speakers(
    name: str, ends: str, process: ReadingProcess
) -> None:
    article = article_in(name, SRT.replace("\n", ends).encode("utf-8-sig"), process)
    assert article.text.split("\n\n") == [
        "The council voted on 3 May 2024 & left. Nobody came.",
        "It closed in June.",
        "Who says so?",
    ]
    assert [e.text for e in tag(article)] == ["3 May 2024", "June"]
    assert [out.reason for out in article.left_out] == ["timing of subtitles"]
    assert article.claims == ()


def test_webvtt_names_who_speaks_and_leaves_out_its_notes(process: ReadingProcess) -> None:
    article = article_in("a.vtt", VTT.encode(), process)
    assert article.text == "Ann Lee: The council voted on 3 May 2024. And then it left."
    (note, timing) = article.left_out
    assert note.reason == "note of subtitles"
    assert "Made by a machine" in note.excerpt
    assert timing.reason == "timing of subtitles"


def test_subtitles_in_which_nothing_is_said_are_named(process: ReadingProcess) -> None:
    data = b"WEBVTT\n\n00:01.000 --> 00:03.000\n<c></c>\n"
    assert "nothing is said" in reason_in("a.vtt", data, process)
