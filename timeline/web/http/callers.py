"""Who tries a password, and what counts as one address."""

from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address

_NETWORK, _SITE = 64, 48  # bits of an IPv6 address: all below 64 is a home, below 48 a customer


@dataclass(frozen=True, slots=True)
class Caller:
    """Who tries a password: an address, or a browser that has signed in before."""

    name: str
    known: bool = False
    site: str = ""  # what it is one of many of, if anything
    is_site: bool = False


def caller_at(address: str | None) -> Caller:
    """Return the caller at an address."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return Caller("unknown")
    if isinstance(found, IPv4Address):
        return Caller(str(found))
    if found.ipv4_mapped:
        return Caller(str(found.ipv4_mapped))
    site = f"{int(found) >> (128 - _SITE):x}/{_SITE}"
    return Caller(f"{int(found) >> (128 - _NETWORK):x}/{_NETWORK}", site=site)


def network_of(address: str | None) -> str:
    """Return what counts as one address: an IPv4 address, or a /64 network of IPv6."""
    return caller_at(address).name
