"""How a timeline is offered: to whom, and whether it may be changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from timeline.errors import ServingError
from timeline.web.auth.passwords import Password, of_environment
from timeline.web.auth.shared_state import runtime_parents
from timeline.web.auth.tokens import TokenFile
from timeline.web.auth.tokens import of_environment as tokens_of_environment
from timeline.web.http.settings import base_path_of, framing_origins

READ_ONLY_VARIABLE, PROXIES_VARIABLE = "TIMELINE_READ_ONLY", "TIMELINE_PROXIES"
BASE_PATH_VARIABLE, PREFIX_VARIABLE = "TIMELINE_BASE_PATH", "TIMELINE_FORWARDED_PREFIX"
FRAMED_VARIABLE = "TIMELINE_FRAMED_BY"
_YES, _NO = ("1", "yes", "true", "on"), ("", "0", "no", "false", "off")
MOST_PROXIES = 5
STANDING_STILL: Callable[[], float] = float


@dataclass(frozen=True, slots=True)
class Service:
    """Who may look at a timeline, and what may be done there.

    Without a password it answers this machine only. `proxies` is how many servers of your own
    stand before it, whose word on the caller's address counts. `ticks` is a monotonic clock, in
    seconds; where it stands still, the clock of the page is taken. In one of the `runtime` folders
    the workers of a server share who failed to sign in. `base_path` is the path below which it is
    reached (`/timeline`), `forwarded_prefix` says that a proxy tells it by X-Forwarded-Prefix.
    `framed_by` are the origins of pages that may show it in a frame. `hosted` says that the
    application around it decides who gets in. `tokens` let scripts in.
    """

    password: Password | None = None
    read_only: bool = False
    proxies: int = 0
    ticks: Callable[[], float] = STANDING_STILL
    runtime: tuple[Path, ...] = ()
    base_path: str = ""
    forwarded_prefix: bool = False
    framed_by: tuple[str, ...] = ()
    hosted: bool = False
    tokens: TokenFile | None = None


ALONE = Service()


def service_of(
    environment: Mapping[str, str], ticks: Callable[[], float] = STANDING_STILL
) -> Service:
    """Read the service from TIMELINE_PASSWORD and its like; raise TimelineError."""
    password = of_environment(environment)
    return Service(
        password,
        _flag(environment, READ_ONLY_VARIABLE),
        _count(environment, PROXIES_VARIABLE),
        ticks,
        runtime_parents(environment) if password else (),
        base_path_of(environment.get(BASE_PATH_VARIABLE, "")),
        _flag(environment, PREFIX_VARIABLE),
        framing_origins(environment.get(FRAMED_VARIABLE, "")),
        tokens=tokens_of_environment(environment),
    )


def is_this_machine(address: str) -> bool:
    """Return whether an address or name can only be this machine."""
    name = address.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        found = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (inner or found).is_loopback


def _flag(environment: Mapping[str, str], name: str) -> bool:
    text = environment.get(name, "").strip().lower()
    if text not in (*_YES, *_NO):
        raise ServingError(f"{name}={text}: give yes or no")
    return text in _YES


def _count(environment: Mapping[str, str], name: str) -> int:
    text = environment.get(name, "").strip() or "0"
    if not text.isascii() or not text.isdecimal() or int(text) > MOST_PROXIES:
        raise ServingError(f"{name}={text}: give a number from 0 to {MOST_PROXIES}")
    return int(text)
