"""The path below which the whole server is reached: `/timeline` behind a proxy, empty at the top.

WSGI calls it SCRIPT_NAME. It comes from the setting (`--base-path`), from a proxy of one's own that
says it (X-Forwarded-Prefix), or from an application that hands requests on. What is asked of the
server is always looked at without it; what the server writes as an address begins with it.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from flask import Response, has_request_context, request

from timeline.web.http.settings import is_base_path

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
SCRIPT, PATH, PREFIX = "SCRIPT_NAME", "PATH_INFO", "HTTP_X_FORWARDED_PREFIX"
WHOLE_SERVER = "timeline.base_path"  # in the environment, where a page stands below another


def base_path() -> str:
    """Return the quoted base path of the request that is answered; empty outside of one."""
    if not has_request_context():
        return ""
    found = request.environ.get(WHOLE_SERVER, request.environ.get(SCRIPT, ""))
    return quote(str(found).encode("latin-1"), safe="/~").rstrip("/")


def below(application: Any, base: str, *, by_header: bool) -> Any:  # noqa: ANN401 - WSGI, or what judges like it
    """Make an application see paths without the base path, whether a proxy takes it off or not.

    `by_header` says that X-Forwarded-Prefix is set by a proxy of one's own; else it is ignored.
    """
    if not (base or by_header):
        return application

    def handed_on(environ: Environ, start: Any) -> Any:  # noqa: ANN401 - as WSGI has it
        return application(_shifted(environ, base, by_header=by_header), start)

    return handed_on


def _shifted(environ: Environ, base: str, *, by_header: bool) -> Environ:
    script, path = str(environ.get(SCRIPT, "")), str(environ.get(PATH, ""))
    if by_header:
        told = str(environ.get(PREFIX, "")).partition(",")[0].strip().rstrip("/")
        base = told if is_base_path(told) else base
    if path == base or path.startswith(f"{base}/"):
        path = path[len(base) :]
    return {**environ, SCRIPT: script + base, PATH: path}


def with_slash(environ: Environ) -> Response | None:
    """Return where to go on for who leaves out the slash behind the base path; None for others.

    The page's own addresses count from it, so they need the slash.
    """
    if environ.get(PATH) or not environ.get(SCRIPT):
        return None
    whole = quote(str(environ[SCRIPT]).encode("latin-1"), safe="/~")
    query = environ.get("QUERY_STRING", "")
    return Response(status=308, headers={"Location": f"{whole}/" + (f"?{query}" if query else "")})
