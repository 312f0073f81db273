"""A whole article with its dates and events marked."""
