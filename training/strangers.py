"""Reports of one event that were not written from one another: what is alike without descent.

ECB+ gathers news on one incident from many outlets. Nobody says who copied whom, so reports that share runs of words with
another of the group are left out, and the rest weigh less than those whose descent is known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from bench.ecbplus import load
from whence.reader import Reader
from whence.records import Known, Reading

COPIED = 0.05
"""Share of a report's runs of four words that stand in another, from which it may be a copy."""

COUNTS = 0.2
"""How much one of them counts beside a report of known descent. Swept 0 to 0.5."""


def load_strangers(path: Path, reader: Reader) -> tuple[tuple[Reading, ...], ...]:
    """Return the readings of ECB+'s reports, incident by incident, stamped an hour apart since no times are told."""
    groups: defaultdict[str, list[Reading]] = defaultdict(list)
    for article in load(path):
        topic, name = article.id.split("_")
        groups[f"{topic} {name.lstrip('0123456789')}"].append(reader.read(article.report))
    return tuple(tuple(_stamped(reading, hour) for hour, reading in enumerate(groups[name])) for name in sorted(groups))


def _stamped(reading: Reading, hour: int) -> Reading:
    told = Known(f"2031-01-{1 + hour // 24:02}T{hour % 24:02}:00:00+00:00")
    return replace(reading, report=replace(reading.report, published_at=told))
