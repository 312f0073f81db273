"""Where the events in view took place."""
