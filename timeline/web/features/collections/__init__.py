"""The collections of a store."""
