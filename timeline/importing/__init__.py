"""Event lists of a person's own, beside the events that are found: TimelineJS JSON and CSV."""

from timeline.importing.imported import Imported
from timeline.importing.read import read_list

__all__ = ["Imported", "read_list"]
