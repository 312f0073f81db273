"""Every example of a language: its span, exactly one expression, its TIMEX3 and its date."""

import pytest

from tests.tagging.examples import Example, examples, read, tagged, trace
from timeline.model.edtf import to_edtf

EXAMPLES = examples("en")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.sentence)
def test_an_example_is_read_as_a_careful_reader_would(example: Example) -> None:
    found = tagged(example.sentence)
    assert [e.span for e in found] == [example.marked], trace(example, found)
    reading = read(found[0], example)
    assert to_edtf(reading.when) == example.edtf, trace(example, found)
    assert reading.timex.type == example.type, trace(example, found)
    assert reading.timex.mod == example.mod, trace(example, found)
    if example.value is not None:
        assert reading.timex.value == example.value, trace(example, found)


def test_there_are_examples_enough_and_none_twice() -> None:
    keys = [(e.sentence, e.published, e.mentioned) for e in EXAMPLES]
    assert len(keys) >= 150
    assert len(set(keys)) == len(keys)
