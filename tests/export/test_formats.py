"""What holds for every format, and the choice of what is exported."""

import pytest

from tests.export.samples import two_sources
from timeline.export import FORMATS, exported, selected
from timeline.model.timeline import Timeline
from timeline.query.selection import Selection


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_timeline_gives_the_same_bytes(name: str) -> None:
    assert exported(two_sources(), name) == exported(two_sources(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_timeline_is_written(name: str) -> None:
    assert isinstance(exported(Timeline((), ()), name), bytes)


def test_endings_and_media_types_tell_the_formats() -> None:
    for name, form in FORMATS.items():
        assert name == form.name
        assert form.suffix.startswith(".")
        assert "/" in form.media_type
        assert form.summary


def test_a_selection_keeps_its_events_and_their_articles() -> None:
    whole = two_sources()
    rain = selected(whole, Selection(words="rained"))
    assert [event.title for event in rain.events] == ["It rained"]
    assert [d.article.document for d in rain.documents] == ["port.txt"]
    assert selected(whole, Selection()) == whole
    nothing = selected(whole, Selection(words="no such word"))
    assert nothing == Timeline((), ())
    assert b"Harbour opens" not in exported(whole, "csv", Selection(words="rained"))
