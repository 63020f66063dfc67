"""Many readings in, all that comparing them yields out: the sequence that every way of tracing shares.

Enters: readings, in any order. Leaves: a `Trace`. Pure and deterministic: the same readings give the same trace.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from whence.collation.assertions import cluster
from whence.collation.comparison import Comparison
from whence.findings.across import TraceMaterial, check_trace
from whence.lineage.copies import part_copies, with_copies
from whence.lineage.evidence import edge_of
from whence.lineage.ground import Ground
from whence.lineage.routes import Route, find_routes
from whence.lineage.statuses import status_of
from whence.lineage.stemma import Stemma, draw
from whence.lineage.variations import find_variations
from whence.lineage.weights import Weights, shipped
from whence.lineage.witnesses import Standing, find_standings
from whence.records import (
    Absent,
    Assertion,
    Claim,
    Edge,
    EventType,
    Known,
    LostAncestor,
    Maybe,
    Mention,
    Reading,
    Reason,
    Run,
    Toponym,
    Trace,
    Variation,
)

RULES = ("lineage", "1")
LONGEST_GLOSS = 200


def trace(readings: Sequence[Reading], *, weights: Weights | None = None) -> Trace:
    """Return who wrote from whom, what all say in common, and who stands behind it.

    Args:
        readings: readings of reports with different ids, in any order.
        weights: weights in place of the shipped ones, for measuring.

    Raises:
        ValueError: if two readings have one id.

    """
    if len({reading.report.id for reading in readings}) < len(readings):
        msg = "two readings have the same id"
        raise ValueError(msg)
    settled = weights or shipped()
    ordered = sorted(readings, key=_by_time)
    originals, copies = part_copies(ordered)
    comparison = Comparison(originals, settled.likeness)
    ground = Ground(comparison)
    stemma = draw(ground, settled.dependence)
    clusters = tuple(sorted(cluster(comparison, {(each.parent, each.child) for each in stemma.descents})))
    routes = find_routes(ground, stemma, clusters, settled.dependence)
    standings = find_standings(ground, clusters, routes)
    names = _names(ground, stemma, copies)
    variations = find_variations(ground, stemma, clusters, routes, names)
    sheet = _Sheet(ground, routes, standings, _by_report(variations), names)
    assertions = tuple(_assertion(number, members, sheet) for number, members in enumerate(clusters))
    lost = tuple(
        LostAncestor(names[stemma.size + number], tuple(names[child] for child in children), _why_lost(children, names))
        for number, children in enumerate(stemma.siblings)
    )
    edges = tuple(edge_of(ground, settled.dependence, each, names) for each in stemma.descents)
    alternatives = tuple(Edge(names[each.parent], names[each.child], each.probability) for each in stemma.alternatives)
    traced = Trace(
        tuple(reading.report for reading in ground.readings), edges, lost, assertions, variations, standings.witnesses,
        Run(_own_version(), _engines(ground.readings), (RULES, ("weights", settled.version))), alternatives,
    )  # fmt: skip
    traced = with_copies(traced, ordered, copies)
    return replace(traced, findings=check_trace(TraceMaterial(traced, {reading.report.id: reading for reading in readings})))


def _by_time(reading: Reading) -> tuple[str, str]:
    from whence.lineage.times import published  # noqa: PLC0415

    stretch = published(reading.report)
    return (f"{stretch.low:020.6f}" if stretch else "~"), reading.report.id


def _names(ground: Ground, stemma: Stemma, copies: Mapping[str, Reading]) -> tuple[str, ...]:
    """Return the ids of reports and, behind them, of lost ancestors, none of which is a report's."""
    taken = {*(reading.report.id for reading in ground.readings), *copies}
    free = (name for number in range(1, len(taken) + len(stemma.siblings) + 2) if (name := f"lost{number}") not in taken)
    return (*(reading.report.id for reading in ground.readings), *(next(free) for _ in stemma.siblings))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All from which assertions are written: ways of the units, who stands behind them, the variations of each report, the ids."""

    ground: Ground
    routes: Mapping[int, Route]
    standings: Standing
    variations: Mapping[str, Sequence[Variation]]
    names: Sequence[str]


def _repeats(ground: Ground, unit: int, route: Route) -> bool:
    """Tell whether the words of a unit stand as they are in the report that it was taken from."""
    if route.origin is None:
        return False
    units = ground.comparison.material.units
    here, there = (ground.readings[units[each].report].report.text for each in (unit, route.origin))
    return units[unit].span.cut(here) in there


def _by_report(variations: Sequence[Variation]) -> dict[str, list[Variation]]:
    """Return the variations of each report in which some first stand."""
    found: dict[str, list[Variation]] = {}
    for variation in variations:
        found.setdefault(variation.report, []).append(variation)
    return found


def _assertion(number: int, members: Sequence[int], sheet: _Sheet) -> Assertion:
    """Return one assertion with its mentions in the order of publication."""
    ground, names = sheet.ground, sheet.names
    units = ground.comparison.material.units
    mentions: list[Mention] = []
    claims: list[tuple[Reading, Claim]] = []
    for unit in members:
        reading = ground.readings[units[unit].report]
        route = sheet.routes[unit]
        behind = sheet.standings.behind[unit]
        status = status_of(units, route, sheet.variations.get(reading.report.id, ()), repeats=_repeats(ground, unit, route))
        came_from = None if route.report is None else names[route.report]
        ids: tuple[str | None, ...] = units[unit].claims or (None,)
        mentions.extend(Mention(reading.report.id, each, units[unit].span, status, came_from, behind) for each in ids)
        claims.extend((reading, ground.claims(units[unit].report)[id]) for id in units[unit].claims)
    return Assertion(
        f"a{number + 1}", _gloss(ground, members), _event(claims), _place(claims), _time(claims),
        sheet.standings.heard[number], tuple(mentions),
        (Reason("collation", f"{len(members)} passages say the same, or contradict one another about the same"),),
    )  # fmt: skip


def _gloss(ground: Ground, members: Sequence[int]) -> str:
    """Return the words of the first mention in English, or of the first."""
    units = ground.comparison.material.units
    first = next((unit for unit in members if units[unit].claims), members[0])
    words = " ".join(units[first].span.cut(ground.readings[units[first].report].report.text).split())
    return words if len(words) <= LONGEST_GLOSS else words[: LONGEST_GLOSS - 1].rstrip() + "…"


def _event(claims: Sequence[tuple[Reading, Claim]]) -> EventType:
    """Return the event that most mentions tell; "other" if none tells one."""
    told = Counter(claim.event.type for _, claim in claims if claim.event and claim.event.type is not EventType.OTHER)
    return told.most_common(1)[0][0] if told else EventType.OTHER


def _place(claims: Sequence[tuple[Reading, Claim]]) -> Maybe[Toponym]:
    """Return the place that most mentions tell."""
    told: dict[str, list[Toponym]] = {}
    for reading, claim in claims:
        for index in claim.places:
            toponym = reading.places[index]
            if isinstance(toponym.place, Known):
                told.setdefault(toponym.place.value.key, []).append(toponym)
    if not told:
        return Absent()
    most = max(told.values(), key=len)
    return Known(most[0], (Reason("place", f"{len(most)} mentions place it there"),))


def _time(claims: Sequence[tuple[Reading, Claim]]) -> Maybe[str]:
    """Return the day that most mentions tell, as ISO 8601."""
    told = Counter(
        claim.time.value.interval.value.start.isoformat()[:10]
        for _, claim in claims if isinstance(claim.time, Known) and isinstance(claim.time.value.interval, Known)
    )  # fmt: skip
    if not told:
        return Absent()
    day, count = min(told.items(), key=_commonest)
    return Known(day, (Reason("time", f"{count} mentions date it so"),))


def _commonest(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _why_lost(children: Sequence[int], names: Sequence[str]) -> tuple[Reason, ...]:
    told = ", ".join(names[child] for child in children)
    return (Reason("lost", f"{told} share what no earlier report at hand has, and each has things that the others dropped"),)


def _engines(readings: Sequence[Reading]) -> str:
    """Return the engines by which the reports were read."""
    return ", ".join(sorted({reading.run.engine for reading in readings if reading.run.engine != "none"})) or "none"


@cache
def _own_version() -> str:
    return version("whence")


__all__ = ["trace"]
