"""A page for a name or place."""
