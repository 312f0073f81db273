"""Publication dates of articles."""
