"""Reports that are compared need ids of their own: what is the same is taken once, what only shares an id is told apart.

Enters: reports. Leaves: the same reports without those that were given twice, each with an id that no other has. Which of several
keeps the plain id does not depend on the order in which they come.
"""

from __future__ import annotations

from collections.abc import Iterable

from whence.records import Known, Maybe, Report


def tell_apart(reports: Iterable[Report]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Return the id of each report, None for one that is there already, and a remark on each that is not called as it was.

    One that has the bytes, the outlet and the address of another is that other, unless neither outlet nor address is known: files
    of the same words may be copies from two places. Of others with one id the first by time, outlet, address and bytes keeps it,
    the next are `id-2`, `id-3`.
    """
    given = list(reports)
    by_id: dict[str, list[int]] = {}
    for index, report in enumerate(given):
        by_id.setdefault(report.id, []).append(index)
    ids: list[str | None] = [report.id for report in given]
    taken = set(by_id)
    remarks: list[str] = []
    for id, places in by_id.items():
        kept: list[Report] = []
        for _, place in sorted((sort_key(given[place]), place) for place in places):
            report = given[place]
            if any(is_same(report, other) for other in kept):
                ids[place] = None
                remarks.append(f"{call(report)}: a report that is there already, taken once")
                continue
            if kept:
                ids[place] = number_id(id, taken)
                remarks.append(f"{call(report)}: the id {id} is that of {call(kept[0])} too; here it is called {ids[place]}")
            kept.append(report)
    return tuple(ids), tuple(remarks)


def number_id(id: str, taken: set[str]) -> str:
    """Return the first of `id-2`, `id-3` … that no report has, and take it."""
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    taken.add(f"{id}-{number}")
    return f"{id}-{number}"


def is_same(report: Report, other: Report) -> bool:
    """Tell whether two are one publication, as far as they tell: the same bytes, and the same outlet or address."""
    told = report.url is not None or isinstance(report.outlet, Known)
    return told and report.sha256 == other.sha256 and report.url == other.url and report.outlet == other.outlet


def call(report: Report) -> str:
    """Return where a report comes from, as its reader named it."""
    return report.origin or report.url or report.id


def sort_key(report: Report) -> tuple[str, str, str, str, str]:
    """Order reports by what they tell of themselves, last by where they lie."""
    return tell(report.published_at), tell(report.outlet), report.url or "", report.sha256, report.origin


def tell(maybe: Maybe[str]) -> str:
    """Return a known value, else nothing."""
    return maybe.value if isinstance(maybe, Known) else ""
