"""The store: analyses, events and what people corrected, in SQLite or PostgreSQL."""

from timeline.store.edits import Edit
from timeline.store.store import Store

__all__ = ["Edit", "Store"]
