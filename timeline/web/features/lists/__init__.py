"""The lists below the chart, and the one of the events in view."""
