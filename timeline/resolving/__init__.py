"""Meanings and a context give dates, with the steps that lead there."""

from timeline.resolving.resolve import Context, resolve, resolve_all
from timeline.resolving.story import tells_a_story

__all__ = ["Context", "resolve", "resolve_all", "tells_a_story"]
