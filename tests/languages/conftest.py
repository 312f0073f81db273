"""A place for languages of a test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.languages import dates, folders
from timeline.languages.lexicon import load
from timeline.languages.locale_file import clock_words, day_endings, locale_facts
from timeline.languages.page_words import _page, page_words
from timeline.languages.phrase_file import phrases_of
from timeline.tagging.phrase_patterns import _by_words, around_patterns, phrase_patterns


def forget() -> None:
    """Forget what was read of languages."""
    folders.languages_with.cache_clear()
    load.cache_clear()
    _page.cache_clear()
    page_words.cache_clear()
    locale_facts.cache_clear()
    phrases_of.cache_clear()
    phrase_patterns.cache_clear()
    _by_words.cache_clear()
    around_patterns.cache_clear()
    clock_words.cache_clear()
    day_endings.cache_clear()
    dates._zone.cache_clear()
    dates._worded.cache_clear()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in which languages are looked for, instead of the package's own."""
    monkeypatch.setattr(folders, "ROOT", tmp_path)
    forget()
    yield tmp_path
    monkeypatch.undo()
    forget()
