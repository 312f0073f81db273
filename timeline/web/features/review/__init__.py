"""Events to review, and the history of edits."""
