"""The text that tagging is timed on: that of TimeBank where it is, else the project's passages."""

from collections.abc import Iterator
from pathlib import Path

from tests.quality import timex
from tests.quality.timeml_gold import GoldDocument, read_folder
from timeline.model.span import Span
from timeline.reading import read_text


def folder() -> Path:
    """Return the set that is timed, and on which values are compared."""
    sets = timex.folders()
    return sets.get("timebank", sets["own-en"])


def documents() -> tuple[GoldDocument, ...]:
    """Return the documents of the set, those without text left out."""
    return tuple(document for document in read_folder(folder()) if document.text.strip())


class Grown:
    """The documents over and over, as one text of about so many characters."""

    def __init__(self, texts: list[str], size: int) -> None:
        """Put the texts one after another as often as it takes."""
        once = "\n\n".join(texts) + "\n\n"
        self._sentences = read_text("bench.txt", once, whole=True).sentences
        self._length = len(once)
        self._times = max(1, round(size / len(once)))
        self.text = once * self._times

    @property
    def sentences(self) -> Iterator[Span]:
        """The sentences as reading finds them, of every repetition."""
        for offset in range(0, self._times * self._length, self._length):
            for span in self._sentences:
                yield Span(span.start + offset, span.end + offset)
