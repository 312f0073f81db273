"""Merging over a collection: tellings of many articles become events, block by block."""
