"""The panels of the page: each file a layout and the few callbacks that fill it."""
