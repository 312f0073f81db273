"""Filters over events: what a selection means, and the same for all events at once."""
