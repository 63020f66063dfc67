"""A site on the loopback address whose answers a test fills in."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

Answer = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server's answers by path, and the requests that it got."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.url = ""
