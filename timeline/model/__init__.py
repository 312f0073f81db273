"""Frozen, checked types that every stage shares; they import nothing of the stages."""
