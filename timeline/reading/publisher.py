"""Who published an article: as somebody states it, else the host of its address."""

from urllib.parse import urlsplit

from timeline.model.article import SourceBasis
from timeline.reading.facts import Facts

_SERVICE = ("www.", "m.", "amp.", "mobile.")  # what a host puts before the name of its site


def publisher_of(facts: Facts) -> tuple[str | None, SourceBasis | None]:
    """Return the publisher and where it is named; none where nothing names one."""
    if facts.source:
        return facts.source, facts.source_basis
    host = _host(facts.url)
    return host, SourceBasis.ADDRESS if host else None


def _host(url: str | None) -> str | None:
    """Return the host of an address without what stands before the name of its site."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host:
        return None
    for prefix in _SERVICE:
        if host.startswith(prefix) and "." in host.removeprefix(prefix):
            return host.removeprefix(prefix)
    return host
