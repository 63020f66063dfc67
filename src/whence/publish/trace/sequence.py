"""In which order the texts of a stemma stand, as far as their times are known.

Enters: moments of the reports, lost ancestors without, and who was written from whom. Leaves: ids in order. Days and hours are
never gone against; a report of which only the day is known stands, within that day, behind what it was written from; a lost
ancestor right before the first text written from it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from whence.publish.trace.moments import Moment

Pair = tuple[str, str]


def order_known(moments: Mapping[str, tuple[Moment | None, bool]], pairs: Sequence[Pair]) -> list[str]:
    """Return the reports with a known time in order, and the lost ancestors that have one of them below.

    `moments` holds for each text its moment and whether it is a lost ancestor.
    """
    days: dict[date, list[tuple[str, Moment]]] = {}
    for id in sorted(moments):
        moment = moments[id][0]
        if moment is not None:
            days.setdefault(moment.day, []).append((id, moment))
    order = [id for day in sorted(days) for id in order_day(days[day], pairs)]
    return insert_lost(order, [id for id in sorted(moments) if moments[id][1]], pairs)


def order_day(told: Sequence[tuple[str, Moment]], pairs: Sequence[Pair]) -> list[str]:
    """Return the reports of one day: those with an hour by it, the others behind what they were written from where they can be."""
    timed = [id for _, id in sorted((moment.time, id) for id, moment in told if moment.time)]
    vague = {id for id, moment in told if moment.time is None}
    rank = {id: number for number, id in enumerate([*sorted(vague), *timed])}
    bound = [*pairwise(timed), *(pair for pair in pairs if set(pair) <= set(rank) and vague & set(pair))]
    return sort_by_ties(rank, bound)


def order_unknown(ids: Iterable[str], pairs: Sequence[Pair]) -> list[str]:
    """Return texts whose time is not known, each behind what it was written from."""
    rank = {id: number for number, id in enumerate(sorted(ids))}
    return sort_by_ties(rank, [pair for pair in pairs if set(pair) <= set(rank)])


def sort_by_ties(rank: Mapping[str, int], ties: Iterable[Pair]) -> list[str]:
    """Return ids so that the first of each tie comes before the second, else by rank; a circle is cut at its first (Kahn 1962)."""
    ahead: dict[str, set[str]] = {id: set() for id in rank}
    behind: dict[str, set[str]] = {id: set() for id in rank}
    for first, second in ties:
        if first != second:
            ahead[second].add(first)
            behind[first].add(second)
    left = set(rank)
    ready = [(rank[id], id) for id in rank if not ahead[id]]
    heapq.heapify(ready)
    order: list[str] = []
    while left:
        if not ready:
            ready = [min((rank[id], id) for id in left)]
        _, id = heapq.heappop(ready)
        if id not in left:
            continue
        left.discard(id)
        order.append(id)
        for other in sorted(behind[id] & left):
            ahead[other].discard(id)
            if not ahead[other]:
                heapq.heappush(ready, (rank[other], other))
    return order


def insert_lost(order: list[str], lost: Sequence[str], pairs: Sequence[Pair]) -> list[str]:
    """Return the order with each lost ancestor right before the first text written from it; those without one are left out."""
    found = list(order)
    waiting = list(lost)
    while waiting:
        below = {id: [child for parent, child in pairs if parent == id] for id in waiting}
        able = [id for id in waiting if any(child in found for child in below[id])]
        settled = [id for id in able if not set(below[id]) & set(waiting) - {id}] or able
        if not settled:
            break
        id = settled[0]
        found.insert(min(found.index(child) for child in below[id] if child in found), id)
        waiting.remove(id)
    return found
