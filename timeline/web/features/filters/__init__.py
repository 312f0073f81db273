"""Facets and the filters that are on."""
