"""`/healthz`: whether the server answers and its store does, for who watches over it."""

from collections.abc import Callable

from flask import Flask, Response, jsonify

from timeline.errors import StoreError

HEALTH = "/healthz"


def serve_health(server: Flask, look: Callable[[], object]) -> None:
    """Answer 200 where `look` does not raise, and 503 where the store is away."""

    def health() -> Response:
        try:
            look()
        except StoreError:
            answer = jsonify(status="store away")
            answer.status_code = 503
        else:
            answer = jsonify(status="ok")
        answer.headers["Cache-Control"] = "no-store"
        return answer

    server.add_url_rule(HEALTH, "health", health)
