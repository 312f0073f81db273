"""Work on many items: processes, checkpoints and memory."""
