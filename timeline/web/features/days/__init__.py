"""The days that matter, one line each."""
