"""What a file of any format comes to: its text, and what the format says beside it."""

from dataclasses import dataclass

from timeline.reading.facts import NOTHING_KNOWN, Facts


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: the text, and the facts that its format states beside it.

    `whole` says that the format itself marks off the text: every line of it is to be read, the
    dateline too, but for one that repeats the file's creation time.
    """

    text: str
    facts: Facts = NOTHING_KNOWN
    whole: bool = False
