"""Dates that programs write: counts since 1970, moments, mails in any language; zeros of clocks."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.reading.alone import article_in
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

SECONDS = 1588586400  # 4 May 2020, 10:00 in UTC
MOMENTS = [
    *(SECONDS * scale for scale in (1, 10**3, 10**6, 10**9)),
    *(str(SECONDS), f"{SECONDS}.000200", SECONDS + 0.5),
    *("20200504T100000Z", "20200504100000", "202005041000", "2020-05-04 10:00:00+02:00"),
    *({"$date": "2020-05-04T10:00:00Z"}, {"$date": {"$numberLong": str(SECONDS * 1000)}}),
    *({"seconds": SECONDS, "nanoseconds": 0}, {"date": "2020-05-04 10:00:00.000000"}),
]
ZEROS = [
    *("1970-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00", "1969-12-31T19:00:00-05:00", 0, "0"),
    *("Thu, 01 Jan 1970 00:00:00 +0000", "1601-01-01T00:00:00Z", "1899-12-30T00:00:00"),
    *("12:30", "soon", "version 2 of 3"),
]
TEXT = "The mill by the river burned down and nobody was hurt."


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def claimed(record: dict[str, Any], process: ReadingProcess) -> list[str]:
    article = article_in("a.json", json.dumps(record).encode(), process)
    return [to_edtf(claim.when) for claim in article.claims]


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_moments(moment: object, process: ReadingProcess) -> None:
    assert claimed({"text": TEXT, "date": moment}, process) == ["2020-05-04"]


@pytest.mark.parametrize("name", ["ts", "date_unixtime", "time", "datetime", "sent", "created_utc"])
def test_names_of_moments(name: str, process: ReadingProcess) -> None:
    assert claimed({"text": TEXT, name: str(SECONDS)}, process) == ["2020-05-04"]


@pytest.mark.parametrize("zero", ZEROS, ids=str)
def test_what_is_no_date(zero: object, process: ReadingProcess) -> None:
    assert claimed({"text": TEXT, "date": zero}, process) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Le serveur de la ville est tombé hier, et personne ne l'a réparé.", "4 mai 2020"),
        ("Der Server der Stadt ist gestern ausgefallen, und niemand war da.", "Mo, 4. Mai 2020"),
        ("El servidor de la ciudad falló ayer y nadie lo reparó.", "4 de mayo de 2020"),
    ],
)
def test_words_of_the_language_of_the_text(
    text: str, written: str, process: ReadingProcess
) -> None:
    assert claimed({"text": text, "date": written}, process) == ["2020-05-04"]


RELAY = "by relay.example.org; Fri, 12 Mar 2010 16:57:18 +0530"
MAILS = [
    (["Date: Fri, 12 Mar 2010 12:00:00 +0000"], "2010-03-12"),
    (["Date: Thu, 01 Jan 1970 00:00:00 +0000", f"Received: {RELAY}"], "2010-03-12"),
    (["Date: ", f"Received: {RELAY}"], "2010-03-12"),
    ([f"Received: by b; Sun, 14 Mar 2010 00:00:00 +0000\nReceived: {RELAY}"], "2010-03-12"),
    (["Received: by OS/400 (V5R4M0) Fri, 12 Mar 2010  16:57:18 +0530"], "2010-03-12"),
    (["Date: Mon, 1 Jan 2035 00:00:00 +0000", f"Received: {RELAY}"], "2010-03-12"),
    (["Date: Tue, 01 Jan 1980 00:00:00 +0000", f"Received: {RELAY}"], "2010-03-12"),
    (["Date: Wed, 10 Mar 2010 00:00:00 +0000", f"Received: {RELAY}"], "2010-03-10"),
    (["Date: ", "Resent-Date: Fri, 12 Mar 2010 12:00:00 +0000"], "2010-03-12"),
    (["Date: Fr, 12 Mrz 2010 08:12:00 +0200"], "2010-03-12"),
    (["Date: "], None),
    (["Date: Thu, 01 Jan 1970 00:00:00 +0000"], None),
]


@pytest.mark.parametrize(("headers", "day"), MAILS)
def test_when_a_mail_was_sent(headers: list[str], day: str | None, process: ReadingProcess) -> None:
    text = "Der Vertrag für den Hafen wurde unterschrieben, und die Übergabe ist bald."
    mail = "\n".join(["From: a@example.org", "Message-ID: <1@e>", *headers, "", text]).encode()
    found = [to_edtf(claim.when) for claim in article_in("a.eml", mail, process).claims]
    assert found == ([] if day is None else [day])
