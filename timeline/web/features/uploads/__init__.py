"""Articles that come through the page."""
