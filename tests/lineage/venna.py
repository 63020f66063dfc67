"""A small invented tradition, made by hand: the Gazette was there, the Leaf rewrote it, the Herald was elsewhere."""

from __future__ import annotations

from typing import Any

from tests.factory import reading, report
from whence.collation.comparison import Comparison
from whence.lineage.ground import Ground
from whence.records import Claim, Reading

GAZETTE = """\
The Ostrel Guard left Venna in the night.
In all 12 carts crossed the ford with captain Turgunov.
Two sheds near Korrel burned down."""
LEAF = """\
The Ostrel Guard gave up Venna overnight.
Some 120 carts crossed the ford with captain Turgunov.
Satellite images show tanks at Ombrel."""
HERALD = "A clinic opened in Sorrin on Friday.\nMayor Quelba cut the ribbon."
HOURS = {"gazette": 8, "leaf": 12, "herald": 15}


def told(id: str, text: str, *claims: Claim, hour: int | None = None, **fields: Any) -> Reading:
    """Return a reading of a report of 4 May 2031, by name of its outlet."""
    given = {
        "language": "en", "outlet": f"The Venna {id.capitalize()}", "url": f"https://{id}.example/1",
        "published_at": None if hour is None else f"2031-05-04T{hour:02}:00:00+00:00",
    }  # fmt: skip
    return reading(report(text, id=id, **{**given, **fields}), *claims)


def gazette(**fields: Any) -> Reading:
    """Return the report that was there."""
    return told("gazette", GAZETTE, **{"hour": 8, **fields})


def leaf(**fields: Any) -> Reading:
    """Return the rewrite."""
    return told("leaf", LEAF, **{"hour": 12, **fields})


def herald(**fields: Any) -> Reading:
    """Return the report of something else."""
    return told("herald", HERALD, **{"hour": 15, **fields})


def ground(*readings: Reading) -> Ground:
    """Return the ground of some readings, in the order given."""
    return Ground(Comparison(readings))
