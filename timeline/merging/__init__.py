"""Merging: the same event, told twice in one article or in several, becomes one."""

from timeline.merging.details import with_details
from timeline.merging.importance import Publication
from timeline.merging.merge import merge

__all__ = ["Publication", "merge", "with_details"]
