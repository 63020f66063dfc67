"""Which addresses may be fetched: http and https, no passwords, and after name resolution no host of a private network.

Enters: an address or the numbers that a name resolved to. Leaves: nothing, or the reason why not. The same check holds for every
redirect.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from urllib.parse import urlsplit

from whence.errors import AddressRefused, FetchFailed, FetchTimeout
from whence.reports.inputs import hide_password

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_LONGEST = 8_000
_PORTS = {"http": 80, "https": 443}
# Clouds answer machines about themselves here, on numbers that are public by registration.
_METADATA = frozenset(
    {ipaddress.ip_address("192.0.0.192"), ipaddress.ip_address("168.63.129.16"), ipaddress.ip_address("100.100.100.200")}
)
# IPv6 networks that carry an IPv4 address within: translation (RFC 6052, 8215), automatic tunnels (RFC 3056, 4380, 5214), old
# notations.
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("::/96"))


def check_address(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address that may be asked for.

    Raises:
        AddressRefused: for other schemes, user names and passwords, and what is no address.
    """
    shown = hide_password(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(shown, f"not a valid address ({error})") from error
    if parts.scheme not in _PORTS:
        raise AddressRefused(shown, f"{parts.scheme or 'relative'} addresses are not fetched, only http and https")
    if "@" in parts.netloc:
        raise AddressRefused(shown, "it carries a user name or password, which Whence never sends on")
    if not parts.hostname or len(url) > _LONGEST or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise AddressRefused(shown[:200], "not a valid address")
    return parts.scheme, parts.hostname, _PORTS[parts.scheme] if port is None else port


def why_private(address: Address) -> str | None:
    """Return why a number is not of the public network, or None if it is; IPv4 numbers within IPv6 ones are looked at as such."""
    inner = _within(address)
    if inner is not None:
        return why_private(inner)
    if address in _METADATA:
        return "a cloud's metadata service"
    for holds, what in (
        (address.is_loopback, "the machine itself"),
        (address.is_unspecified, "the machine itself"),
        (address.is_link_local, "a link-local network or a metadata service"),
        (address.is_multicast, "a multicast group"),
        (address.is_private, "a private network"),
        (address.is_reserved, "a reserved range"),
        (not address.is_global, "no part of the public network"),
    ):
        if holds:
            return what
    return None


def resolve(host: str, port: int, *, shown: str, allow_private: bool, timeout_s: float) -> str:
    """Return the number to connect to: the first that the name resolves to, once all of them have passed.

    Raises:
        AddressRefused: if any of them is of a private network.
        FetchFailed: if the name is not known.
        FetchTimeout: if the answer takes too long.
    """
    found = _look_up(host, port, shown, timeout_s)
    for number in found:
        reason = None if allow_private else why_private(ipaddress.ip_address(number.partition("%")[0]))
        if reason is not None:
            raise AddressRefused(shown, f"{host} is {number}, {reason}; the option that allows private addresses lets it through")
    return found[0]


def _look_up(host: str, port: int, shown: str, timeout_s: float) -> list[str]:
    """Return what a name resolves to, within the time; the system's call knows no time-out, so it is left behind in a thread."""
    answers: queue.SimpleQueue[list[str] | str] = queue.SimpleQueue()

    def ask() -> None:
        """Ask the system."""
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(info[4][0]) for info in infos)))
        except (OSError, UnicodeError) as error:
            answers.put(" ".join(str(error).split()))

    threading.Thread(target=ask, daemon=True, name="whence-resolve").start()
    try:
        answer = answers.get(timeout=max(timeout_s, 0.001))
    except queue.Empty:
        raise FetchTimeout(shown, f"looking up {host} took more than {timeout_s:.0f} s") from None
    if isinstance(answer, str) or not answer:
        raise FetchFailed(shown, f"no host {host} found ({answer or 'no address'})")
    return answer


def _within(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for or passes on to."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED) and int(address) > 1:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if int(address) >> 32 & 0xFFFFFFFF in {0x00005EFE, 0x02005EFE}:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
