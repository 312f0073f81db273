"""How a timeline is offered: to whom, and whether it may be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from timeline.errors import ServingError
from timeline.passwords import Password, of_environment

READ_ONLY_VARIABLE, PROXIES_VARIABLE = "TIMELINE_READ_ONLY", "TIMELINE_PROXIES"
_YES, _NO = ("1", "yes", "true", "on"), ("", "0", "no", "false", "off")
MOST_PROXIES = 5


@dataclass(frozen=True, slots=True)
class Service:
    """Who may look at a timeline, and what may be done there.

    Without a password it answers this machine only. `proxies` is how many servers of your own
    stand before it, whose word on the caller's address counts.
    """

    password: Password | None = None
    read_only: bool = False
    proxies: int = 0


ALONE = Service()


def service_of(environment: Mapping[str, str]) -> Service:
    """Read the service from TIMELINE_PASSWORD and its like; raise TimelineError."""
    return Service(
        of_environment(environment),
        _flag(environment, READ_ONLY_VARIABLE),
        _count(environment, PROXIES_VARIABLE),
    )


def is_this_machine(address: str) -> bool:
    """Whether an address or name can only be this machine."""
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
