"""Event lists of a person's own, beside the events that are found: TimelineJS and tables."""

from timeline.importing.column_map import column_map
from timeline.importing.imported import Imported
from timeline.importing.read import read_list, read_list_file

__all__ = ["Imported", "column_map", "read_list", "read_list_file"]
