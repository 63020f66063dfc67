"""The saved pages and what must come out of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages"


def gold() -> dict[str, Any]:
    """Return what must come out of the saved pages, by file name."""
    found: dict[str, Any] = json.loads((PAGES / "gold.json").read_text(encoding="utf-8"))
    return found
