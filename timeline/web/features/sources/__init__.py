"""Sources beside events."""
