"""What frames of a text say of its publication, and what counts from their days."""

import pytest

from timeline.app.pipeline import analyse, assemble
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Timeline
from timeline.reading import read_text

CHAT = """03.08.21, 12:30 - Ana: Das Haus steht leer.
03.08.21, 12:31 - Bo: Ich komme morgen.
13.08.21, 09:05 - Ana: Gestern war die Polizei da."""
QUOTING = """We should answer tomorrow.

-----Original Message-----
From: Eve Example
Sent: Thursday, March 3, 2016 4:11 PM
Subject: Site visit

The inspector came yesterday and closed the north shed."""
COMMENTED = """The pier was closed on 2 March 2021 after a storm.

Posted by gull77 on March 4, 2021 at 10:12
It was repaired yesterday.

Posted by oarsman on March 9, 2021 at 10:12
It will be opened tomorrow."""


def dated(text: str, published: str | None = None) -> Timeline:
    given = {} if published is None else {"a.txt": from_edtf(published)}
    return assemble([analyse(read_text("a.txt", text))], given)


def days(timeline: Timeline) -> set[str]:
    return {to_edtf(event.when) for event in timeline.events if event.when.resolved}


def explained(timeline: Timeline) -> str:
    return " ".join(
        line for e in timeline.events for m in e.mentions for line in m.reading.explanation
    )


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (CHAT, "2021-08-13"),
        (QUOTING, "2016-03-03/.."),
        (COMMENTED, "2021-03-02/2021-03-04"),
    ],
)
def test_the_days_of_frames_bound_the_publication(text: str, published: str) -> None:
    first, _, last = published.partition("/")
    when = dated(text).documents[0].published.when
    assert when.first == from_edtf(first).first
    assert when.last == (None if last == ".." else from_edtf(last or first).last)


@pytest.mark.parametrize("published", [None, "2021-10-01", "2030"])
def test_what_stands_in_a_frame_counts_from_its_day(published: str | None) -> None:
    assert days(dated(CHAT, published)) == {"2021-08-04", "2021-08-12"}


def test_what_stands_outside_counts_from_publication() -> None:
    assert days(dated(QUOTING, "2016-03-14")) == {"2016-03-02", "2016-03-15"}


def test_what_a_comment_expects_is_planned_on_its_day() -> None:
    events = {to_edtf(e.when): e.status.value for e in dated(COMMENTED, "2021-03-03").events}
    assert events == {"2021-03-02": "happened", "2021-03-03": "happened", "2021-03-10": "planned"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CHAT, "Counted from the day of the message, Tuesday 3 August 2021."),
        (QUOTING, "Counted from the day of the mail that it quotes, Thursday 3 March 2016."),
        (COMMENTED, "Counted from the day of the comment, Thursday 4 March 2021."),
    ],
)
def test_an_explanation_says_from_what_a_date_counts(text: str, words: str) -> None:
    assert words in explained(dated(text, "2022"))
