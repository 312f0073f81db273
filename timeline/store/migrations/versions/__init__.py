"""The steps; each is frozen once released, and names the tables as they were then."""
