"""What a caller may change about loading: limits, time-outs and permissions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOptions:
    """Limits that keep a hostile or mistaken input from taking the machine; the defaults fit news reports.

    `max_bytes` holds for a file, a page (before and after decompression) and each line of a JSON Lines input. `timeout_s` bounds an
    address from the look-up of its name to its last byte, redirects included; the other two bound one step of it. `allow_private`
    lets addresses of private, loopback and link-local networks through. `encoding` is used before any that the input declares.
    `max_pages` and `max_characters` cut off PDFs; `max_elements` is the most markup elements a page may have.
    """

    max_bytes: int = 10_000_000
    allow_private: bool = False
    timeout_s: float = 30.0
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 15.0
    max_redirects: int = 5
    encoding: str | None = None
    max_pages: int = 300
    max_characters: int = 1_000_000
    # Extraction took about a tenth of a millisecond an element on synthetic pages of 20,000 to 60,000 (2026-11, two cores).
    max_elements: int = 40_000
