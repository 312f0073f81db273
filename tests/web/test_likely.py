"""What is offered as probably the same event, until somebody keeps it apart."""

from tests.merging.mentions import told
from timeline.editing.decided_names import pair_text
from timeline.merging import Merger
from timeline.model.timeline import Timeline
from timeline.web.data.collection import Collection


def twice() -> Timeline:
    """Return two events of one day that are told alike."""
    one = told("a.txt", "2021-05-03", "Fire destroyed the Karvel granary", "fire")
    two = told("b.txt", "2021-05-04", "Karvel granary destroyed in a fire", "destroyed")
    return Timeline((), Merger.of([one, two], {}).events)


def test_a_pair_that_somebody_keeps_apart_is_not_offered() -> None:
    timeline = twice()
    first, second = timeline.events
    assert [one.event for one in Collection(timeline, 1).probably_one(first)] == [second]
    apart = frozenset({pair_text(second.id, first.id)})
    kept = Collection(timeline, 1, apart=apart)
    assert kept.probably_one(first) == ()
    assert kept.probably_one(second) == ()
