"""What the server answers while its database is away: one sentence, on every route and callback."""

from flask import Flask, Response

from timeline.errors import StoreError, UnknownCollectionError
from timeline.web.http.body_rules import refusal

AWAY = 503
MISSING = 404


def answer_without_store(server: Flask) -> None:
    """Answer with the store's own words where a request needs it and it does not answer."""

    def away(error: StoreError) -> Response:
        answer = refusal(str(error), AWAY)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def missing(error: UnknownCollectionError) -> Response:
        return refusal(str(error), MISSING)

    server.register_error_handler(StoreError, away)
    server.register_error_handler(UnknownCollectionError, missing)
