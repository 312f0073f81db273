"""The store: analyses, events and what people edited, in SQLite or PostgreSQL."""

from timeline.store.address import split_address
from timeline.store.changes import (
    Change,
    CurrentEdit,
    CurrentEdits,
    Edit,
    NewChange,
    NewEdit,
    Sight,
)
from timeline.store.collections import CollectionInfo
from timeline.store.edits import Redated
from timeline.store.following import Snapshot
from timeline.store.presence import is_new
from timeline.store.queue import Claim, Queue
from timeline.store.runs import Run, Runs
from timeline.store.search import Hit
from timeline.store.store import Store
from timeline.store.upload_blocks import NewFile, QueuedFile

__all__ = [
    "Change",
    "Claim",
    "CollectionInfo",
    "CurrentEdit",
    "CurrentEdits",
    "Edit",
    "Hit",
    "NewChange",
    "NewEdit",
    "NewFile",
    "Queue",
    "QueuedFile",
    "Redated",
    "Run",
    "Runs",
    "Sight",
    "Snapshot",
    "Store",
    "is_new",
    "split_address",
]
