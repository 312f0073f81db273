"""What the panels show: pure functions from a collection and a state to components."""
