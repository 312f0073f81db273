"""Requests that change something, and their answers."""
