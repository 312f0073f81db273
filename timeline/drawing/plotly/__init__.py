"""The scene as Plotly figures."""
