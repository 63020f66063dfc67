"""JSON documents for other programs: whole, indented, with nothing raw in them that a screen would obey."""

from __future__ import annotations

import json

from whence.publish.interchange import RAW_HAZARD, escape_character
from whence.publish.plain import Json


def to_page(document: Json) -> str:
    """Return a JSON document with a newline at its end."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return RAW_HAZARD.sub(escape_character, text) + "\n"
