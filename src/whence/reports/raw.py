"""Bytes on their way to become a report, with what came along with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from whence.records import Absent, Maybe, Reason

NOT_CAPTURED = Absent((Reason("file", "a file does not tell when its bytes were taken from the web"),))

# Twelve hexadecimal digits: two different reports among a million share an id once in some five hundred such sets.
ID_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Raw:
    """One input's bytes. `origin` names it for people, `url` is where the bytes came from, `charset` what the server declared."""

    origin: str
    data: bytes
    url: str | None = None
    charset: str | None = None
    captured_at: Maybe[str] = field(default=NOT_CAPTURED)

    @property
    def sha256(self) -> str:
        """Return the digest of the bytes as they came."""
        return hashlib.sha256(self.data).hexdigest()


def short_id(sha256: str) -> str:
    """Return the id of a report that was given none."""
    return sha256[:ID_DIGITS]
