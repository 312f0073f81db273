"""The page's style sheet as rules: selectors with their declarations."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.web.page import bundle
from timeline.web.server import ASSETS

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')+)")


@lru_cache
def sheet() -> str:
    """Return the style sheet as the page gets it, without its comments."""
    return _COMMENT.sub("", bundle.styles(ASSETS).text)


@lru_cache
def rules() -> tuple[tuple[str, str], ...]:
    """Return each selector with the text of its declarations, in the order of the sheet."""
    return tuple(rules_of(sheet()))


def rules_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield each selector of a sheet with the text of its declarations."""
    for found in _RULE.finditer(_COMMENT.sub("", text)):
        for selector in re.split(r",(?![^(]*\))", found[1]):
            yield " ".join(selector.split()), found[2]


def declarations(selector: str, *, needed: bool = True) -> dict[str, str]:
    """Return what the sheet declares for a selector, which is `needed`; the last one counts."""
    found: dict[str, str] = {}
    for name, body in rules():
        if name == selector:
            found |= {d[1]: d[2].strip() for d in _DECLARATION.finditer(body)}
    assert found or not needed, f"no rule for {selector}"
    return found


def variables(theme: str) -> dict[str, str]:
    """Return the colours of a look, as the page's root has them."""
    dark = declarations(':root[data-theme="dark"]') if theme == "dark" else {}
    return declarations(":root") | dark


def styled_classes() -> set[str]:
    """Return every class that a selector names."""
    return {
        name for selector, _ in rules() for name in re.findall(r"\.(-?[a-zA-Z][\w-]*)", selector)
    }
