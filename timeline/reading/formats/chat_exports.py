"""Exports of chats as JSON: a message is an article with its stamp, the chat its source.

Telegram (one chat or all), Slack (a day of a channel), Discord (DiscordChatExporter), Messenger and
Instagram. What a message holds besides its text stays in the record, so that nothing is lost; one
without text (a picture, "joined the group") is no article, and is counted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from timeline.reading.record import Record
from timeline.reading.rich_text import text_of

TEXTS = ("text", "content", "blocks", "attachments")  # of a message, the first that says something
DEEPEST = 4
_SLACK = re.compile(r"<(?P<what>[@#!]?)(?P<key>[^<>|]+)(?:\|(?P<label>[^<>]*))?>")
NO_TEXT = "message without text"


@dataclass(slots=True)
class Chats:
    """The messages of an export as records, and what those are that hold no text."""

    records: list[Record] = field(default_factory=list)
    without_text: list[tuple[str, str]] = field(default_factory=list)


def chats_in(value: Any) -> Chats | None:  # noqa: ANN401 - any JSON value
    """Return the messages of an export; None where a value is none."""
    found = Chats()
    for name, messages in _lists(value, "", 0):
        names = _users(messages)
        for message in messages:
            text = _text(message, names)
            if text:
                found.records.append(_record(message, text, name))
            else:
                kind = text_of(message.get("action") or message.get("subtype") or "")
                number = message.get("id") or message.get("ts") or len(found.without_text) + 1
                found.without_text.append((NO_TEXT, f"{kind or 'message'} {number}"))
    return found if found.records or found.without_text else None


def _lists(value: Any, name: str, depth: int) -> Iterator[tuple[str, list[Record]]]:  # noqa: ANN401 - any JSON value
    """Yield the lists of messages in an export, with the name of the chat that each is of."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        messages = [item for item in value if isinstance(item, dict)]
        if messages and len(messages) == len(value) and all(map(_is_message, messages)):
            yield name, messages
            return
        for item in messages:
            yield from _lists(item, name, depth + 1)
    elif isinstance(value, dict) and not _is_message(value):
        own = _name_of(value) or name
        for inner in ("messages", "chats", "left_chats", "list"):
            if isinstance(value.get(inner), list | dict):
                yield from _lists(value[inner], own, depth + 1)


def _is_message(item: Mapping[str, Any]) -> bool:
    """Recognise a message by what only the program writes that exports it."""
    telegram = (
        item.get("type") in ("message", "service")
        and "date" in item
        and not {"from", "actor", "date_unixtime"}.isdisjoint(item)
    )
    slack = item.get("type") == "message" and "ts" in item
    discord = {"timestamp", "content", "author", "type"} <= item.keys() and isinstance(
        item["author"], dict
    )
    return telegram or slack or discord or _is_of_messenger(item)


def _is_of_messenger(item: Mapping[str, Any]) -> bool:
    return {"sender_name", "timestamp_ms"} <= item.keys()


def _name_of(value: Mapping[str, Any]) -> str:
    channel = value.get("channel")
    named = channel if isinstance(channel, dict) else value
    return text_of(named.get("name") or named.get("title") or "")


def _users(messages: list[Record]) -> dict[str, str]:
    """Return the names of Slack's users, as far as messages bring them."""
    names: dict[str, str] = {}
    for message in messages:
        profile, user = message.get("user_profile"), message.get("user")
        if isinstance(profile, dict) and isinstance(user, str):
            name = profile.get("real_name") or profile.get("display_name") or profile.get("name")
            if isinstance(name, str) and name:
                names[user] = name
    return names


def _text(message: Mapping[str, Any], names: Mapping[str, str]) -> str:
    text = next(filter(None, (text_of(message.get(key)) for key in TEXTS)), "")
    if "ts" in message:
        return unescape(_SLACK.sub(lambda found: _written(found, names), text))
    return _repaired(text) if _is_of_messenger(message) else text


def _written(found: re.Match[str], names: Mapping[str, str]) -> str:
    """Write a mention, a channel or an address of Slack as people see it."""
    sign = "@" if found["what"] == "!" else found["what"]
    return sign + (found["label"] or names.get(found["key"]) or found["key"])


def _repaired(text: str) -> str:
    """Return a text of Messenger, whose export writes each byte of UTF-8 as a character."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _record(message: Record, text: str, name: str) -> Record:
    rest = {key: value for key, value in message.items() if key not in ("content", "source")}
    return {**rest, "text": text, **({"source": name} if name else {})}
