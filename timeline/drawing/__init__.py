"""From events to figures: what is visible and where (`scene`, no plotly), then how it is drawn.

`compose` gives a `Scene`, `timeline_figure` and `overview_figure` draw, `words` says dates in
English, `legend` explains each style. Nothing here knows Dash.
"""
