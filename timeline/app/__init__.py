"""Use cases: the stages in order, over files, folders and a store."""
