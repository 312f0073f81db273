"""Everything behind one event."""
