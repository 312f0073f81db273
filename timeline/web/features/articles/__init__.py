"""The articles of the collection."""
