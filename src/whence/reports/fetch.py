"""An address → the bytes behind it, within limits on time, size, redirects and where it may lead.

Every hop's name is resolved once, all its numbers are checked, and the connection goes to the number that was checked, so that a
name cannot resolve differently in between. The request carries no cookies, no credentials and no referrer, and takes no proxy from
the environment.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from urllib.parse import quote, urljoin

import httpcore

from whence.errors import AddressRefused, FetchFailed, FetchTimeout, InputError, TooLarge, TooManyRedirects
from whence.records import Known, Reason
from whence.reports.addresses import check_address, resolve
from whence.reports.inputs import hide_password
from whence.reports.options import LoadOptions
from whence.reports.raw import Raw
from whence.reports.times import now

_HEADERS = (
    ("User-Agent", "Mozilla/5.0 (compatible; Whence; reads single reports)"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,application/jsonl;q=0.9,*/*;q=0.5"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Accept-Language", "*"),
    ("Connection", "close"),
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Compressed answers are unpacked in steps of this size, and may consist of so many parts.
_STEP = 65_536
_MAX_MEMBERS = 100


class _Clock:
    """The time that one address may take in all."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, step: float | None = None) -> float:
        """Return the seconds left, at most those of one step.

        Raises:
            httpcore.ReadTimeout: if none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            message = f"more than {self.seconds:.0f} s in all"
            raise httpcore.ReadTimeout(message)
        return left if step is None else min(step, left)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step is held to the clock, so that a byte now and then keeps no one waiting."""

    def __init__(self, stream: httpcore.NetworkStream, clock: _Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._clock.left(timeout)), self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to nothing but numbers that have passed the check; TLS and the Host header keep the name."""

    def __init__(self, shown: str, options: LoadOptions, clock: _Clock) -> None:
        self._shown = shown
        self._options = options
        self._clock = clock
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        step = self._clock.left(timeout)
        number = resolve(host, port, shown=self._shown, allow_private=self._options.allow_private, timeout_s=step)
        stream = self._backend.connect_tcp(number, port, self._clock.left(timeout), local_address, socket_options)
        return _TimedStream(stream, self._clock)


def fetch(url: str, options: LoadOptions) -> tuple[Raw, str | None]:
    """Return the bytes behind an address, redirects followed, and the media type they were served with.

    Raises:
        InputError: if the address or one that it leads to is refused, fails, or is beyond a limit.
    """
    shown = hide_password(url)
    clock = _Clock(options.timeout_s)
    captured = Known(now(), (Reason("fetch", "fetched at this time"),))
    target = url
    try:
        for _hop in range(options.max_redirects + 1):
            answer = _ask(target, shown, options, clock)
            if isinstance(answer, str):
                target = answer
                continue
            data, media_type = answer
            charset = _parameter(media_type, "charset")
            return Raw(shown, data, url=target.partition("#")[0], charset=charset, captured_at=captured), media_type
    except httpcore.TimeoutException as error:
        raise FetchTimeout(shown, _one_line(error) or "took too long to answer") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError, zlib.error) as error:
        raise FetchFailed(shown, _one_line(error) or "the connection broke off") from error
    raise TooManyRedirects(shown, f"more than {options.max_redirects} redirects")


def _ask(target: str, shown: str, options: LoadOptions, clock: _Clock) -> str | tuple[bytes, str | None]:
    """Return the next address of a redirect, or the body and its media type."""
    scheme, host, port = check_address(target)
    times = {
        "connect": options.connect_timeout_s,
        "read": options.read_timeout_s,
        "write": options.read_timeout_s,
        "pool": options.connect_timeout_s,
    }
    backend = _PinnedBackend(shown if target == shown else f"{shown} → {target}", options, clock)
    address = httpcore.URL(scheme=scheme, host=_ascii_host(host, shown), port=port, target=_request_target(target))
    with httpcore.ConnectionPool(network_backend=backend, retries=0) as pool:
        headers: list[tuple[bytes | str, bytes | str]] = [("Host", _host_header(scheme, host, port, shown)), *_HEADERS]
        with pool.stream("GET", address, headers=headers, extensions={"timeout": times}) as response:
            given = {name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in response.headers}
            if response.status in _REDIRECTS and given.get("location"):
                return _next(target, given["location"], shown)
            if response.status != HTTPStatus.OK:
                raise FetchFailed(shown, f"the server answered {response.status}")
            return _body(response.iter_stream(), given, shown, options.max_bytes), given.get("content-type")


def _body(chunks: Iterable[bytes], given: dict[str, str], shown: str, limit: int) -> bytes:
    """Return the body, neither larger than the limit as sent nor unpacked.

    Raises:
        TooLarge: if it is.
    """
    length = given.get("content-length", "")
    too_large = TooLarge(shown, f"larger than {limit:,} bytes")
    if length.isdigit() and int(length) > limit:
        raise too_large
    parts: list[bytes] = []
    size = 0
    for part in _unpack(_bounded(chunks, limit, too_large), given.get("content-encoding", "identity").lower(), shown):
        size += len(part)
        if size > limit:
            raise too_large
        parts.append(part)
    return b"".join(parts)


def _bounded(chunks: Iterable[bytes], limit: int, too_large: InputError) -> Iterator[bytes]:
    """Yield what arrives, up to the limit."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large
        yield chunk


def _unpack(chunks: Iterable[bytes], encoding: str, shown: str) -> Iterator[bytes]:
    """Yield the content in steps of bounded size.

    Raises:
        FetchFailed: for encodings that were not asked for and for broken ones.
    """
    if encoding in {"", "identity"}:
        yield from chunks
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchFailed(shown, f"sent in {encoding[:40]}, which was not asked for")
    unpacker, members = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32), 0
    for chunk in chunks:
        data = chunk
        while data:
            if unpacker.eof:
                members += 1
                if members > _MAX_MEMBERS:
                    raise FetchFailed(shown, "compressed in too many parts")
                unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            yield unpacker.decompress(data, _STEP)
            data = unpacker.unconsumed_tail or unpacker.unused_data
    if not unpacker.eof:
        raise FetchFailed(shown, "the transfer broke off")


def _next(target: str, location: str, shown: str) -> str:
    """Return the address that a redirect leads to.

    Raises:
        AddressRefused: if it is none that may be asked for.
    """
    try:
        following = urljoin(target, location.encode("latin-1", errors="replace").decode("utf-8", errors="replace"))
    except ValueError as error:
        raise AddressRefused(shown, "it redirects to what is no valid address") from error
    check_address(following)
    return following


def _request_target(target: str) -> bytes:
    """Return path and query as they are sent, other characters than an address may hold quoted."""
    rest = target.split("://", 1)[1].partition("#")[0]
    start = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    path = rest[start:] or "/"
    return quote(path if path.startswith("/") else f"/{path}", safe="/?:@!$&'()*+,;=%-._~[]|").encode("ascii")


def _ascii_host(host: str, shown: str) -> bytes:
    """Return a host in the letters of the network (xn--…).

    Raises:
        FetchFailed: if it cannot be written so.
    """
    if host.isascii():
        return host.encode("ascii")
    try:
        return host.encode("idna")
    except UnicodeError as error:
        raise FetchFailed(shown, f"{host} is no name of a host") from error


def _host_header(scheme: str, host: str, port: int, shown: str) -> str:
    """Return the Host header: the name, never the number it resolved to."""
    name = f"[{host}]" if ":" in host else _ascii_host(host, shown).decode("ascii")
    return name if port == (443 if scheme == "https" else 80) else f"{name}:{port}"


def _parameter(media_type: str | None, name: str) -> str | None:
    """Return a parameter of a media type."""
    for part in (media_type or "").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.strip().strip("\"'") or None
    return None


def _one_line(error: Exception) -> str:
    """Return what the network said, on one line."""
    return " ".join(str(error).split())[:200]
