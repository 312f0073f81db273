"""Editing events."""
