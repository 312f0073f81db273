"""What has no place on the timeline."""
