"""News: what has changed in the collection, whoever changed it."""
