"""docs/categories.md defines every category, with an example that gets it."""

import re
from pathlib import Path

import pytest

from tests.events.builder import marked
from timeline.events import find_events
from timeline.model.event import Category

PAGE = Path("docs/categories.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (\w+) \|.*\| (.+) \|$", PAGE, flags=re.MULTILINE))
EXAMPLES = {name: example for name, example in ROWS.items() if name in set(Category)}


def test_every_category_is_defined() -> None:
    assert set(EXAMPLES) == set(Category)


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_example_gets_it(name: str) -> None:
    (mention,) = find_events(*marked(f"{EXAMPLES[name]} [on Monday]."))
    assert mention.category == name
