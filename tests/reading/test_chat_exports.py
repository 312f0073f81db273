"""Chats and mailboxes as files: a message is an article with its stamp, and nothing is lost."""

import json
from collections.abc import Iterator

import pytest

from tests.reading.alone import in_memory, reason_in
from timeline.model.article import Article
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

TELEGRAM = {
    "name": "Harbour watch",
    "type": "private_group",
    "messages": [
        {
            "id": 1,
            "type": "service",
            "date": "2021-03-01T11:00:00",
            "actor": "Ana",
            "action": "create_group",
            "title": "Harbour watch",
            "text": "",
        },
        {
            "id": 2,
            "type": "message",
            "date": "2021-03-01T12:00:00",
            "date_unixtime": "1614600000",
            "from": "Ana",
            "text": ["The crane fell ", {"type": "bold", "text": "yesterday"}, "."],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2021-03-02T08:30:00",
            "from": "Bo",
            "text": "Two men were hurt.",
        },
    ],
}
SLACK = [
    {"type": "message", "user": "U1", "ts": "1588586300.000100", "text": "", "files": [{}]},
    {
        "type": "message",
        "user": "U1",
        "user_profile": {"real_name": "Ana Roe"},
        "ts": "1588586400.000200",
        "text": "The server failed, see <https://e.org/a|the log> &amp; ask <@U1>.",
    },
    {"type": "message", "user": "U2", "ts": "1588672800.000200", "text": "It was repaired."},
]
DISCORD = {
    "channel": {"id": "2", "name": "news"},
    "messages": [
        {
            "id": "10",
            "type": "Default",
            "timestamp": "2021-03-01T12:00:00.123+01:00",
            "content": "The crane fell.",
            "author": {"name": "ana"},
        }
    ],
}
MESSENGER = {
    "title": "Harbour",
    "messages": [
        {"sender_name": "Ana", "timestamp_ms": 1614600000000, "content": "Das GebÃ¤ude fiel ein."}
    ],
}
PAGE = """<html><body><div class="page_header"><div class="text bold">Harbour watch</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="01.03.2021 12:00:00 UTC+01:00">12:00</div>
<div class="from_name">Ana</div><div class="text">The crane fell <b>yesterday</b>.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="02.03.2021 12:00:00 UTC+01:00">12:00</div>
<div class="text">It will be repaired.</div></div></div></body></html>"""
MAILS = """From carol@example.org Mon Mar 14 09:00:00 2016
From: Carol <carol@example.org>
Subject: Site visit
Date: Mon, 14 Mar 2016 09:00:00 +0000

The inspector came yesterday.
>From the yard he went to the shed.

From dave@example.org Tue Mar 15 10:00:00 2016
From: Dave <dave@example.org>
Subject: Answer

He returns tomorrow.
"""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def told(name: str, data: bytes, process: ReadingProcess) -> list[tuple[str, str, str]]:
    """Return name, day and text of each article of a file; all of it must be read."""
    out = []
    for article in in_memory(name, data, process):
        assert isinstance(article, Article), article
        out.append((article.document, to_edtf(article.claims[0].when), article.text))
    return out


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("wrapped", [TELEGRAM, {"chats": {"list": [TELEGRAM]}}])
def test_messages_of_telegram(wrapped: object, process: ReadingProcess) -> None:
    assert told("a.json", as_json(wrapped), process) == [
        ("a.json/2", "2021-03-01", "The crane fell yesterday."),
        ("a.json/3", "2021-03-02", "Two men were hurt."),
    ]


def test_messages_of_slack(process: ReadingProcess) -> None:
    assert told("a.json", as_json(SLACK), process) == [
        ("a.json/1", "2020-05-04", "The server failed, see the log & ask @Ana Roe."),
        ("a.json/2", "2020-05-05", "It was repaired."),
    ]


def test_messages_of_discord_and_messenger(process: ReadingProcess) -> None:
    assert told("a.json", as_json(DISCORD), process) == [
        ("a.json/10", "2021-03-01", "The crane fell.")
    ]
    assert told("a.json", as_json(MESSENGER), process) == [
        ("a.json/1", "2021-03-01", "Das Gebäude fiel ein.")
    ]


def test_the_chat_is_the_source_and_what_has_no_text_is_counted(process: ReadingProcess) -> None:
    first, *_ = in_memory("a.json", as_json(TELEGRAM), process)
    assert isinstance(first, Article)
    assert first.source == "Harbour watch"
    assert [(out.reason, out.excerpt) for out in first.left_out] == [
        ("message without text", "create_group 1")
    ]


def test_a_chat_without_any_text_is_refused(process: ReadingProcess) -> None:
    only = {**TELEGRAM, "messages": TELEGRAM["messages"][:1]}
    assert reason_in("a.json", as_json(only), process) == (
        "is a chat in which no message has a text"
    )


def test_messages_of_telegram_as_a_page(process: ReadingProcess) -> None:
    assert told("messages.html", PAGE.encode(), process) == [
        ("messages.html/2", "2021-03-01", "The crane fell yesterday."),
        ("messages.html/3", "2021-03-02", "It will be repaired."),
    ]


@pytest.mark.parametrize("name", ["a.mbox", "Inbox.txt"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_mails_of_a_mailbox(name: str, newline: str, process: ReadingProcess) -> None:
    found = told(name, MAILS.replace("\n", newline).encode(), process)
    assert [(place, day) for place, day, _ in found] == [
        (f"{name}/1", "2016-03-14"),
        (f"{name}/2", "2016-03-15"),
    ]
    assert "\nFrom the yard he went" in found[0][2].replace("\r\n", "\n")


def test_a_mailbox_of_one_mail_is_one_article(process: ReadingProcess) -> None:
    one = MAILS[: MAILS.index("From dave")].encode()
    assert [place for place, _, _ in told("a.mbox", one, process)] == ["a.mbox"]
