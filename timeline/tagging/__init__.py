"""Time expressions in text: where they are and what they mean, before any date is known."""

from timeline.tagging.references import references
from timeline.tagging.tagger import tag, tag_text

__all__ = ["references", "tag", "tag_text"]
