"""The frame of the page, which puts the features together."""
