"""The order of events in time, the same wherever they are listed."""

from timeline.model.event import Event


def by_date(event: Event) -> tuple[bool, int, int, str, str]:
    """Return what events are sorted by: first and last day, then the time of day, then the id.

    The undated come last; of one day, what tells no time comes first.
    """
    first, last = event.when.first, event.when.last
    start = first if first is not None else last
    end = last if last is not None else start
    return not event.dated, start or 0, end or 0, event.when.clock or "", event.id
