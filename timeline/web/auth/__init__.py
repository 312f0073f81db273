"""Sign-in: passwords, sessions and limits."""
