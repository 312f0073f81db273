"""Edits: what people edit, laid over what the program finds, whatever it finds next."""

from timeline.editing.edited_timeline import EditedTimeline
from timeline.editing.overlay import apply_edits, without_rejected

__all__ = ["EditedTimeline", "apply_edits", "without_rejected"]
