"""Fetching, against a real server on the loopback address."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from tests.reports.server import Site
from whence.errors import AddressRefused, FetchFailed, FetchTimeout, TooLarge, TooManyRedirects
from whence.records import Known
from whence.reports import LoadOptions, addresses
from whence.reports.fetch import fetch

HERE = LoadOptions(allow_private=True, timeout_s=10)
PAGE = b"<html><body><p>The bridge is shut.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=windows-1251"}


def test_bytes_type_charset_and_time_of_capture(site: Site) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    raw, media_type = fetch(f"{site.url}/a?b=c%20d#part", HERE)
    assert (raw.data, raw.url, raw.charset, media_type) == (PAGE, f"{site.url}/a?b=c%20d", "windows-1251", HTML["Content-Type"])
    assert isinstance(raw.captured_at, Known)
    age = datetime.now(UTC) - datetime.fromisoformat(raw.captured_at.value)
    assert -1 < age.total_seconds() < 60


def test_nothing_of_the_user_is_sent_on(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.answers["/a"] = (302, {"Location": "/b", "Set-Cookie": "who=me"}, b"")
    site.answers["/b"] = (200, HTML, PAGE)
    fetch(f"{site.url}/a", HERE)
    assert [path for path, _ in site.requests] == ["/a", "/b"]
    for _, headers in site.requests:
        assert {"cookie", "authorization", "referer", "proxy-authorization"} & set(headers) == set()
        assert headers["host"] == site.url.removeprefix("http://")


def test_the_name_stays_in_the_host_header_while_the_number_is_connected_to(site: Site) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    named = site.url.replace("127.0.0.1", "localhost")
    assert fetch(f"{named}/a", HERE)[0].data == PAGE
    assert site.requests[0][1]["host"] == named.removeprefix("http://")


def test_a_name_is_resolved_once_and_the_checked_number_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    asked = []
    real = socket.getaddrinfo

    def changing(host: str, *args: Any, **more: Any) -> Any:
        """Answer as a rebinding name server does: the site first, another number ever after."""
        if host != "rebinding.example":
            return real(host, *args, **more)
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "203.0.113.1", *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    port = site.url.rpartition(":")[2]
    assert fetch(f"http://rebinding.example:{port}/a", HERE)[0].data == PAGE
    assert len(asked) == 1


def test_redirects_up_to_five(site: Site) -> None:
    for n in range(5):
        site.answers[f"/{n}"] = (301, {"Location": f"{n + 1}?x=ü"}, b"")
    site.answers["/5"] = (200, HTML, PAGE)
    raw, _ = fetch(f"{site.url}/0", HERE)
    assert raw.url is not None
    assert raw.url.startswith(f"{site.url}/5")
    site.answers["/5"] = (307, {"Location": "/6"}, b"")
    with pytest.raises(TooManyRedirects, match=r"more than 5 redirects.*\[W123\]"):
        fetch(f"{site.url}/0", HERE)


def test_a_redirect_in_a_circle(site: Site) -> None:
    site.answers["/a"] = (302, {"Location": "/a"}, b"")
    with pytest.raises(TooManyRedirects):
        fetch(f"{site.url}/a", HERE)
    assert len(site.requests) == 6


def test_the_loopback_is_refused_by_default_without_a_connection(site: Site) -> None:
    with pytest.raises(AddressRefused, match="the machine itself"):
        fetch(f"{site.url}/a", LoadOptions())
    assert site.requests == []


def test_a_redirect_into_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/a"] = (302, {"Location": f"{site.url}/secret"}, b"")
    site.answers["/secret"] = (200, HTML, PAGE)
    # Only the first number is taken for a public one: what comes next is checked as everything is.
    real, seen = addresses.why_private, []

    def first_is_public(address: addresses.Address) -> str | None:
        seen.append(address)
        return None if len(seen) == 1 else real(address)

    monkeypatch.setattr(addresses, "why_private", first_is_public)
    with pytest.raises(AddressRefused, match="the machine itself"):
        fetch(f"{site.url}/a", LoadOptions(timeout_s=10))
    assert [path for path, _ in site.requests] == ["/a"]


@pytest.mark.parametrize(
    "location", ["file:///etc/hosts", "ftp://there.example/", "https://me:secret@there.example/", "http://[::1"]
)
def test_a_redirect_to_what_is_no_page(site: Site, location: str) -> None:
    site.answers["/a"] = (302, {"Location": location}, b"")
    with pytest.raises((AddressRefused, FetchFailed)) as caught:
        fetch(f"{site.url}/a", HERE)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("status", [204, 304, 401, 404, 500, 503])
def test_error_answers(site: Site, status: int) -> None:
    site.answers["/a"] = (status, HTML, b"")
    with pytest.raises(FetchFailed, match=f"the server answered {status}"):
        fetch(f"{site.url}/a", HERE)


def test_a_redirect_to_nowhere(site: Site) -> None:
    site.answers["/a"] = (302, {}, b"")
    with pytest.raises(FetchFailed, match="answered 302"):
        fetch(f"{site.url}/a", HERE)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_packed_answers(site: Site, pack: object) -> None:
    encoding = "gzip" if pack is gzip.compress else "deflate"
    packed = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": encoding}, packed)
    assert fetch(f"{site.url}/a", HERE)[0].data == PAGE
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": encoding}, packed[:-6])
    with pytest.raises(FetchFailed, match="broke off"):
        fetch(f"{site.url}/a", HERE)


def test_a_gzip_bomb(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 60_000_000, 9)
    assert len(bomb) < 100_000
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, bomb)
    started = time.monotonic()
    with pytest.raises(TooLarge, match=r"10,000,000 bytes.*\[W105\]"):
        fetch(f"{site.url}/a", HERE)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip"])
def test_encodings_that_were_not_asked_for(site: Site, encoding: str) -> None:
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": encoding}, PAGE)
    with pytest.raises(FetchFailed, match="not asked for"):
        fetch(f"{site.url}/a", HERE)


def test_too_large_as_declared_and_as_sent(site: Site) -> None:
    small = LoadOptions(allow_private=True, max_bytes=1000)
    site.answers["/a"] = (200, HTML, b"x" * 1001)
    with pytest.raises(TooLarge):
        fetch(f"{site.url}/a", small)
    site.answers["/a"] = (200, HTML, b"x" * 1000)
    assert len(fetch(f"{site.url}/a", small)[0].data) == 1000

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 10_000)
        except OSError:
            return

    site.answers["/endless"] = endless
    with pytest.raises(TooLarge):
        fetch(f"{site.url}/endless", small)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, each well within the time-out of a step."""
    try:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    """Never come to the end of the headers."""
    try:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        for n in range(100):
            handler.wfile.write(b"X-%d: y\r\n" % n)
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return


@pytest.mark.parametrize("answer", [drip, drip_headers], ids=["body", "headers"])
def test_a_slow_server_is_held_to_the_time_in_all(site: Site, answer: object) -> None:
    site.answers["/a"] = answer  # type: ignore[assignment]
    started = time.monotonic()
    with pytest.raises(FetchTimeout, match=r"\[W122\]"):
        fetch(f"{site.url}/a", LoadOptions(allow_private=True, timeout_s=1.0, read_timeout_s=0.8))
    assert time.monotonic() - started < 4


def test_a_server_that_says_nothing(site: Site) -> None:
    def silent(_: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    site.answers["/a"] = silent
    started = time.monotonic()
    with pytest.raises(FetchTimeout):
        fetch(f"{site.url}/a", LoadOptions(allow_private=True, timeout_s=10, read_timeout_s=0.5))
    assert time.monotonic() - started < 2.5


def test_no_connection_and_no_http() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with pytest.raises(FetchFailed, match=r"\[W121\]"):
        fetch(f"http://127.0.0.1:{port}/", HERE)


def test_a_server_without_tls_is_no_https(site: Site) -> None:
    with pytest.raises((FetchFailed, FetchTimeout)):
        fetch(site.url.replace("http:", "https:") + "/a", LoadOptions(allow_private=True, timeout_s=3))


def test_the_name_stays_in_the_tls_greeting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard: list[bytes] = []

        def listen() -> None:
            connection, _ = listener.accept()
            with connection:
                heard.append(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        with pytest.raises(FetchFailed):
            fetch(f"https://localhost:{listener.getsockname()[1]}/", HERE)
        thread.join()
    assert b"localhost" in heard[0]


def test_a_body_that_breaks_off(site: Site) -> None:
    site.answers["/a"] = (200, {**HTML, "Content-Length": "500"}, PAGE)
    with pytest.raises(FetchFailed):
        fetch(f"{site.url}/a", HERE)
