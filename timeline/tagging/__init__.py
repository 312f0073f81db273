"""Time expressions in text: where they are and what they mean, before any date is known."""

from timeline.tagging.tagger import tag, tag_text

__all__ = ["tag", "tag_text"]
