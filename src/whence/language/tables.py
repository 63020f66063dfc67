"""Word lists as they lie on disk: a TOML file of a language's folder → its tables. What they mean is said where they are used."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from whence.errors import LexiconError


def read_table(folder: str, name: str) -> dict[str, Any]:
    """Return what `whence/language/<folder>/<name>` holds.

    Raises:
        LexiconError: if it is missing or no TOML.
    """
    try:
        return tomllib.loads(files("whence.language").joinpath(folder, name).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        where, reason = f"language/{folder}/{name}", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause
