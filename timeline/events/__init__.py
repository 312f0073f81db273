"""Events: what each date of an article dates, who did it, where, how surely, and who says so."""

from timeline.events.find import find_events

__all__ = ["find_events"]
