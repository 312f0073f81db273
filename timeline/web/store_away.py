"""What the server answers while its database is away: one sentence, on every route and callback."""

from flask import Flask, Response

from timeline.errors import StoreError
from timeline.web.guarding import refusal

AWAY = 503


def answer_without_store(server: Flask) -> None:
    """Answer with the store's own words where a request needs it and it does not answer."""

    def away(error: StoreError) -> Response:
        answer = refusal(str(error), AWAY)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    server.register_error_handler(StoreError, away)
