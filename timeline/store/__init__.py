"""The store: analyses, events and what people corrected, in SQLite or PostgreSQL."""

from timeline.store.changes import Change, Decided, Decisions, Edit, NewChange, NewEdit
from timeline.store.runs import Run, Runs
from timeline.store.store import Store

__all__ = ["Change", "Decided", "Decisions", "Edit", "NewChange", "NewEdit", "Run", "Runs", "Store"]
