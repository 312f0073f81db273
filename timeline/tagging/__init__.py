"""Time expressions in text: where they are and what they mean, before any date is known."""

from timeline.tagging.references import references
from timeline.tagging.tagger import tag, tag_text
from timeline.tagging.trace import Rejected, Trace, trace

__all__ = ["Rejected", "Trace", "references", "tag", "tag_text", "trace"]
