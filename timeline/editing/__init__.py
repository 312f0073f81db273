"""Curation: what people decide, laid over what the machine finds, whatever it finds next."""

from timeline.editing.edited_timeline import CuratedSource
from timeline.editing.overlay import curate, without_rejected

__all__ = ["CuratedSource", "curate", "without_rejected"]
