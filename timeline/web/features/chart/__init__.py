"""The timeline with its toolbar, legend and overview."""
