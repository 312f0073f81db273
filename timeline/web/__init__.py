"""The page: panels, their views, and the state they share. Dash is used here only."""

from timeline.web.server import create_app

__all__ = ["create_app"]
