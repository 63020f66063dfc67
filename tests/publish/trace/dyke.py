"""Two versions of one article, invented: the second corrects a number, adds a denial and drops a sentence."""

from __future__ import annotations

from tests.factory import report, span
from tests.publish.hostile import HOSTILE
from whence.publish.trace.comparing import Comparison, compare
from whence.records import Parallel, Report

BEFORE = """\
The dyke at Orlin broke on Monday. The mayor, Ana Bel, said that 12 houses stood under water.
Nobody had warned them, she said. The army sent 40 pumps."""
AFTER = """\
The dyke at Orlin broke on Monday. The mayor, Ana Bel, said that 21 houses stood under water.
The water board denied that no warning had been given. The army sent 40 pumps."""


def versions() -> tuple[Report, Report]:
    """Return the two versions."""
    told = {"outlet": "Orlin Courier", "headline": "Dyke breaks", "language": "en"}
    return (
        report(BEFORE, id="v1", published_at="2032-03-01T08:00:00+00:00", **told),
        report(AFTER, id="v2", published_at="2032-03-01T11:30:00+00:00", url="https://courier.example/dyke", **told),
    )


def both(words: str, other: str = "") -> Parallel:
    """Return two passages that correspond."""
    return Parallel(span(BEFORE, words), span(AFTER, other or words))


def dyke() -> Comparison:
    """Return the two versions side by side."""
    house = "The mayor, Ana Bel, said that 12 houses stood under water."
    parallels = (
        both("The dyke at Orlin broke on Monday."),
        both(house, house.replace("12", "21")),
        Parallel(None, span(AFTER, "The water board denied that no warning had been given.")),
        both("The army sent 40 pumps."),
        Parallel(span(BEFORE, "Nobody had warned them, she said."), None),
    )
    return compare(*versions(), parallels)


def hostile_comparison() -> Comparison:
    """Return two reports of nothing but attacks."""
    one, other = (
        report(text, id=HOSTILE, outlet=HOSTILE, headline=HOSTILE, language=HOSTILE, url=f"javascript:{HOSTILE}")
        for text in (f"old {HOSTILE} end", f"new {HOSTILE} end")
    )
    whole = span(one.text, one.text)
    return compare(one, other, (Parallel(whole, whole), Parallel(None, whole), Parallel(whole, None)))
