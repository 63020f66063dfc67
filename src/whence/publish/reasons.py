"""Reasons as a page shows them: kind, detail and the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from whence.publish.visible import shorten, visible
from whence.publish.wording import cut_words
from whence.records import Reason

# Words of a reason's own passages shown beside it, in characters.
REASON_SHOWN = 80


def show_reasons(because: Iterable[Reason], text: str) -> list[dict[str, str]]:
    """Return reasons with the words they rest on."""
    return [
        {
            "kind": visible(reason.kind),
            "detail": visible(reason.detail),
            "words": shorten(cut_words(reason.spans, text), REASON_SHOWN),
        }
        for reason in because
    ]
