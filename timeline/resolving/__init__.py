"""Meanings and a context give dates, with the steps that lead there."""

from timeline.resolving.resolve import Context, resolve, resolve_all

__all__ = ["Context", "resolve", "resolve_all"]
