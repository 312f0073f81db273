"""Chosen events as a sequence."""
