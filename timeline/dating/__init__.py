"""Publication dates of articles: stated, given, inferred with reasons, or unknown."""

from timeline.dating.known import KnownTable, load
from timeline.dating.outlook import seen_from
from timeline.dating.publication import published

__all__ = ["KnownTable", "load", "published", "seen_from"]
