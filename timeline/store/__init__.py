"""The store: analyses, events and what people corrected, in SQLite or PostgreSQL."""

from timeline.store.address import parted
from timeline.store.changes import Change, Decided, Decisions, Edit, NewChange, NewEdit
from timeline.store.collections import CollectionInfo
from timeline.store.presence import is_new
from timeline.store.runs import Run, Runs
from timeline.store.search import Hit
from timeline.store.store import Store

__all__ = [
    "Change",
    "CollectionInfo",
    "Decided",
    "Decisions",
    "Edit",
    "Hit",
    "NewChange",
    "NewEdit",
    "Run",
    "Runs",
    "Store",
    "is_new",
    "parted",
]
