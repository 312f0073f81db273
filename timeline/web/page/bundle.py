"""The page's own style and scripts, each sent as one file, which a process makes once.

They lie in `assets/` as small files, one concern each; asked for one by one, with every icon, they
would be ninety requests before the first picture.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response

from timeline.bundler import bundled
from timeline.web.page.look import style_sheet
from timeline.web.page.marks_css import mark_rules

# Styles from the most general to the most special, and in each folder by name: what a feature says
# of a shared part counts after that part. A test holds that features do not depend on their order.
STYLES = ("base", "page", "features")
GENERATORS = "vendor/regenerator-runtime.js"  # Dash's own scripts call it by its global name
PAGE = "scripts/adapter/dash-adapter.js"
HEAD = "scripts/adapter/head.js"  # before the first paint, by itself
A_YEAR = 31_536_000  # seconds; the address changes with the content
_ICON = re.compile(r'url\("(icons/[a-z-]+\.svg)"\)')


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file of the page's own, made of several: its address names its content."""

    name: str
    text: str
    kind: str

    @property
    def address(self) -> str:
        """Return the address below the page's own; another content has another one."""
        return f"assets/{self.name}?v={sha256(self.text.encode()).hexdigest()[:12]}"


def style_files(assets: Path) -> list[Path]:
    """Return the style sheets in the order in which they count."""
    return [path for layer in STYLES for path in sorted((assets / "styles" / layer).glob("*.css"))]


@lru_cache
def styles(assets: Path) -> Bundle:
    """Return the colours, all style sheets with their icons in them, and the marks.

    Addresses in a sheet count from `assets/`, where the bundle is served.
    """
    sheets = (path.read_text("utf-8") for path in style_files(assets))
    joined = "".join((style_sheet(), *sheets, mark_rules()))
    return Bundle(
        "page.css", _ICON.sub(lambda found: _inline(assets / found[1]), joined), "text/css"
    )


@lru_cache
def scripts(assets: Path) -> Bundle:
    """Return all scripts of the page but the one in its head."""
    joined = "\n".join(((assets / GENERATORS).read_text("utf-8"), bundled(assets / PAGE)))
    return Bundle("page.js", joined, "text/javascript")


@lru_cache
def head_script(assets: Path) -> Bundle:
    """Return the script in the head, of the page that asks for the password, too."""
    return Bundle("theme.js", bundled(assets / HEAD), "text/javascript")


def serve(server: Flask, *bundles: Bundle) -> None:
    """Serve bundles at their addresses; a browser may keep them for as long as it likes."""

    def give(bundle: Bundle) -> Response:
        response = Response(bundle.text, mimetype=bundle.kind)
        response.cache_control.public = True
        response.cache_control.max_age = A_YEAR
        response.cache_control.immutable = True
        response.add_etag()
        return response

    for bundle in bundles:
        server.add_url_rule(
            f"/assets/{bundle.name}", bundle.name, give, defaults={"bundle": bundle}
        )


def _inline(path: Path) -> str:
    return f'url("data:image/svg+xml;base64,{b64encode(path.read_bytes()).decode()}")'
