"""Curation: what people decide, laid over what the machine finds, whatever it finds next."""

from timeline.curation.apply import curate
from timeline.curation.source import CuratedSource

__all__ = ["CuratedSource", "curate"]
