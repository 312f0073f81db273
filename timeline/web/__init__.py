"""The page: its features, the JSON API and the server (`server.py`). Dash is used here only."""
