"""The commands that stand on a store, one file a subject; `timeline/__main__.py` gathers them."""
