"""Meanings and a context give dates, with the steps that lead there."""

from timeline.resolving.alternatives import Alternative, alternatives
from timeline.resolving.resolve import Context, resolve, resolve_all
from timeline.resolving.story import tells_a_story

__all__ = ["Alternative", "Context", "alternatives", "resolve", "resolve_all", "tells_a_story"]
