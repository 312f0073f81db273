"""`timeline.create_app`: the page as a part of a Flask or Dash application, or alone."""

from collections.abc import Callable, Iterable
from os import PathLike
from time import monotonic
from typing import Any

from dash import Dash
from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from timeline.cli.clock import now
from timeline.errors import InputError
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.http.settings import base_path_of, framing_origins
from timeline.web.server import create_app as create_page

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def create_app(  # noqa: PLR0913 - who may look, and from where
    store: Store | str | PathLike[str],
    *,
    server: Flask | Dash | None = None,
    url_base_pathname: str = "/",
    clock: Callable[[], str] = now,
    password: Password | str | None = None,
    read_only: bool = False,
    hosted: bool = False,
    framed_by: Iterable[str] = (),
) -> Dash:
    """Make the page over a store, and return it; its WSGI application is `.server`.

    `server` is an application of Flask or Dash that gets the page below `url_base_pathname`; what
    else it serves stays as it is, and neither sees the other's sessions, callbacks or headers.
    Without it the page stands alone, at that path.

    The page answers this machine only unless there is a `password`, or `hosted` says that the
    application around it decides who gets in. `read_only` shows without changing, `clock` returns
    the moment of an edit, `framed_by` are origins of pages that may show it in a frame.

    Raises UnknownStoreError where a name is no store, ServingError where the path is none, and
    InputError where a `server` is to be covered whole.
    """
    base = base_path_of(url_base_pathname)
    if server is not None and not base:
        raise InputError("give a url_base_pathname like /timeline/: at / the page would cover all")
    service = Service(
        Password.of(password) if isinstance(password, str) else password,
        read_only,
        ticks=monotonic,
        base_path="" if server is not None else base,
        framed_by=framing_origins(" ".join(framed_by)),
        hosted=hosted,
    )
    held = store if isinstance(store, Store) else _opened(store, read_only=read_only)
    page = create_page(held, clock, service)
    if server is not None:
        outer = server.server if isinstance(server, Dash) else server
        _mount(outer, base, page.server)
    return page


def _opened(name: str | PathLike[str], *, read_only: bool) -> Store:
    return Store.open(
        name if isinstance(name, str) else str(name), read_only=read_only, must_exist=True
    )


def _mount(outer: Flask, base: str, inner: Flask) -> None:
    """Hand what is asked below a path on to another application, before the outer one sees it."""

    def within(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        return inner(environ, start)

    mounted: Any = DispatcherMiddleware(outer.wsgi_app, {base: within})
    outer.wsgi_app = mounted  # type: ignore[method-assign]
