"""Headers that let the page load nothing but its own, and run no script that it does not name.

Inline styles stay allowed: plotly sets positions through style attributes. Script is strict, so
text of an article could not run even if it became markup.
"""

from collections.abc import Sequence

from flask import Flask, Response

_FIXED = {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def content_policy(script_hashes: Sequence[str], framed_by: Sequence[str] = ()) -> str:
    """Write the Content-Security-Policy; `script_hashes` are those of Dash's inline scripts.

    `framed_by` are the origins of pages that may show this one in a frame.
    """
    scripts = " ".join(("'self'", *script_hashes))
    frames = {"frame-ancestors": " ".join(("'self'", *framed_by))} if framed_by else {}
    policy = {**_FIXED, **frames, "script-src": scripts}
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def secure(server: Flask, script_hashes: Sequence[str], framed_by: Sequence[str] = ()) -> None:
    """Set the headers on every answer of a server."""
    headers = {**_HEADERS, "Content-Security-Policy": content_policy(script_hashes, framed_by)}
    if framed_by:
        del headers["X-Frame-Options"]  # it cannot name origins, and the policy does

    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        return response

    server.after_request(add_headers)
