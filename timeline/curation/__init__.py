"""Curation: what people decide, laid over what the machine finds, whatever it finds next."""

from timeline.curation.apply import curate, without_rejected
from timeline.curation.source import CuratedSource

__all__ = ["CuratedSource", "curate", "without_rejected"]
