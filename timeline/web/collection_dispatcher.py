"""All collections of a store under one server: the one it was opened on at `/`, each at `/c/NAME/`.

Each has a page of its own, made when it is first asked for, so that a copied link names the
collection as well as the view.
"""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from dash import Dash
from flask import Flask, Response

from timeline.errors import StoreAwayError, StoreError
from timeline.store import Store
from timeline.web.data.mount import PREFIX, path_of
from timeline.web.http.base_path import WHOLE_SERVER, Environ, with_slash
from timeline.web.http.body_rules import refusal
from timeline.web.http.problems import is_of_api, problem
from timeline.wording.strings import text

StartResponse = Callable[..., Any]


class CollectionDispatcher:
    """A WSGI application in front of a page: hands what is asked of `/c/NAME/` to that page."""

    def __init__(
        self,
        store: Store,
        make: Callable[[Store, str], Dash],
        is_let_in: Callable[[Environ], bool],
    ) -> None:
        """`make` returns the page over a store under a path.

        Who is not let in is answered by the first page alone, whatever is asked: so nobody learns
        which collections there are, and no page is made.
        """
        self._store = store
        self._make = make
        self._is_let_in = is_let_in
        self._pages: dict[tuple[int, str], Flask] = {}
        self._lock = Lock()

    def wrap(self, page: Dash) -> None:
        """Stand in front of a page."""
        inner = page.server.wsgi_app

        def application(environ: Environ, start: StartResponse) -> Iterable[bytes]:
            path = _path(environ)
            if (elsewhere := with_slash(environ)) is not None:
                return elsewhere(environ, start)
            if not path.startswith(PREFIX) or not self._is_let_in(environ):
                asked: Iterable[bytes] = inner(environ, start)
                return asked
            segment, slash, rest = path.removeprefix(PREFIX).partition("/")
            try:
                server = self._server(segment) if slash else None
            except StoreAwayError as error:
                return _refusal(path, str(error), 503)(environ, start)
            if server is None:
                return _elsewhere(environ, path, segment, slash)(environ, start)
            outside = str(environ.get("SCRIPT_NAME", ""))
            script = f"{outside}{PREFIX}{segment}"
            inside = {
                WHOLE_SERVER: outside,
                "SCRIPT_NAME": script,
                "PATH_INFO": f"/{rest}".encode().decode("latin-1"),
            }
            answered: Iterable[bytes] = server.wsgi_app({**environ, **inside}, start)
            return answered

        page.server.wsgi_app = application

    def _server(self, name: str) -> Flask | None:
        try:
            store = self._store.collection(name)
        except StoreAwayError:
            raise
        except StoreError:
            return None
        # A collection may get another name, and its old name another collection.
        key = (store.collection_id, name)
        with self._lock:
            if key not in self._pages:
                self._pages[key] = self._make(store, path_of(name)).server
            return self._pages[key]


def _path(environ: Environ) -> str:
    return str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace")


def _refusal(path: str, words: str, status: int) -> Response:
    """Return an answer of one sentence, as a problem document below the path of an API."""
    return problem(status, words) if is_of_api(path) else refusal(words, status)


def _elsewhere(environ: Environ, path: str, name: str, slash: str) -> Response:
    """Redirect to the address with a slash at its end; refuse one that has it as unknown."""
    if slash:
        return _refusal(path, text("collections.missing"), 404)
    return Response(
        status=308, headers={"Location": f"{environ.get('SCRIPT_NAME', '')}{path_of(name)}"}
    )
