"""A collection as the page reads it."""
