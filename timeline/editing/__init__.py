"""Edits: what people edit, laid over what the machine finds, whatever it finds next."""

from timeline.editing.edited_timeline import CuratedSource
from timeline.editing.overlay import apply_edits, without_rejected

__all__ = ["CuratedSource", "apply_edits", "without_rejected"]
