"""Articles that come through the page: under which names, in which queue, by which process."""
