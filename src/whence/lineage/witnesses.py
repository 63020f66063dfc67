"""On whom each passage rests in the end: the voices at the roots of its way, joined where they are one person or office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from whence.lineage.ground import Ground
from whence.lineage.routes import Route, Way
from whence.lineage.voices import Voice, voice_of
from whence.records import Known, Passage, Reason, Witness


@dataclass(frozen=True, slots=True)
class Standing:
    """The witnesses; on whom each unit rests in the end; who stands behind each assertion, by its number among the clusters."""

    witnesses: tuple[Witness, ...]
    behind: Mapping[int, tuple[str, ...]]
    heard: Mapping[int, tuple[str, ...]]


def find_standings(ground: Ground, clusters: Sequence[Sequence[int]], routes: Mapping[int, Route]) -> Standing:
    """Return the witnesses, those nearest the event at the roots of each assertion."""
    voices: dict[int, Voice] = {}
    for members in clusters:
        voices.update(_voices(ground, [unit for unit in members if routes[unit].way is Way.FIRST_HAND]))
    speaking: dict[str, list[int]] = {}
    for unit, key in sorted(_join(voices).items()):
        speaking.setdefault(key, []).append(unit)
    ids = {key: f"w{number}" for number, key in enumerate(speaking, 1)}
    roots = {unit: (ids[key],) for key, units in speaking.items() for unit in units}
    behind = {unit: _follow(unit, routes, roots) for members in clusters for unit in members}
    heard = {number: _heard(members, _Heard(routes, voices, roots, behind)) for number, members in enumerate(clusters)}
    witnesses = tuple(_witness(ground, {unit: voices[unit] for unit in units}, ids[key], key) for key, units in speaking.items())
    return Standing(witnesses, behind, heard)


def _voices(ground: Ground, roots: Sequence[int]) -> dict[int, Voice]:
    """Return who stands behind the first mentions of one assertion: one voice a report, a source before the outlet itself."""
    material = ground.comparison.material
    by_report: dict[int, dict[int, Voice]] = {}
    for unit in roots:
        report = material.units[unit].report
        by_report.setdefault(report, {})[unit] = voice_of(ground, unit)
    found: dict[int, Voice] = {}
    for each in by_report.values():
        found.update(dict.fromkeys(each, min(each.items(), key=_surest)[1]))
    return found


def _surest(item: tuple[int, Voice]) -> tuple[bool, bool, int]:
    unit, voice = item
    return not voice.sure, voice.key.startswith("outlet:"), unit


def _join(voices: Mapping[int, Voice]) -> dict[int, str]:
    """Return for each unit the key of the one who speaks, a body and those who speak for it as one.

    Two are one if they have one key, or if the names in the one are all among those of the other: "the General Command" and "the
    General Command of the Federal Forces, by its spokesman".
    """
    told = {voice.key: voice for _, voice in sorted(voices.items(), key=_unit_first)}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(told)
    holders: dict[str, list[str]] = {}
    for key in sorted(told):
        for name in told[key].bodies:
            holders.setdefault(name, []).append(key)
    for bodies in sorted({tuple(sorted(voice.bodies)) for voice in told.values() if voice.bodies}):
        common = sorted(set.intersection(*(set(holders[name]) for name in bodies)))
        graph.add_edges_from((common[0], other) for other in common[1:])
    first = {member: min(part) for part in nx.connected_components(graph) for member in part}
    return {unit: first[voice.key] for unit, voice in voices.items()}


def _unit_first(item: tuple[int, Voice]) -> int:
    return item[0]


@dataclass(frozen=True, slots=True)
class _Heard:
    """By unit: its way, the voice behind it if it stands at a root, the witness that this is, and on whom it rests in the end."""

    routes: Mapping[int, Route]
    voices: Mapping[int, Voice]
    roots: Mapping[int, tuple[str, ...]]
    behind: Mapping[int, tuple[str, ...]]


def _heard(members: Sequence[int], told: _Heard) -> tuple[str, ...]:
    """Return the witnesses of an assertion: the sure ones at its roots, else one that is not sure, else those it was taken from.

    Whom a reader could not tell from another is not counted beside one who is known: "residents" may be the spokesman's neighbours.
    """
    first = [unit for unit in members if unit in told.voices]
    sure = {witness for unit in first if told.voices[unit].sure for witness in told.roots[unit]}
    if sure:
        return tuple(sorted(sure, key=_number))
    if first:
        return told.roots[first[0]]
    taken = {witness for unit in members if told.routes[unit].way is Way.TAKEN for witness in told.behind[unit]}
    return tuple(sorted(taken, key=_number))[:1]


def _number(witness: str) -> int:
    return int(witness[1:])


def _follow(unit: int, routes: Mapping[int, Route], roots: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Return on whom a unit rests: those at the root of its way."""
    seen = set()
    while routes[unit].origin is not None and unit not in seen:
        seen.add(unit)
        unit = routes[unit].origin or 0
    return roots.get(unit, ())


def _witness(ground: Ground, voices: Mapping[int, Voice], name: str, key: str) -> Witness:
    """Return one witness with the passages in which it speaks at first hand; `voices` are its own, by unit in order."""
    units = ground.comparison.material.units
    told = max(voices.values(), key=_fullest)
    side = next((voice.side for voice in voices.values() if isinstance(voice.side, Known)), told.side)
    passages = [
        Passage(ground.readings[units[unit].report].report.id, voice.span or units[unit].span) for unit, voice in voices.items()
    ]
    detail = "it speaks in the report's own voice" if key.startswith("outlet:") else "it is named nearest the event"
    reports = dict.fromkeys(passage.report for passage in passages)
    return Witness(name, told.name, told.kind, side, tuple(reports), tuple(dict.fromkeys(passages)), (Reason("root", detail),))


def _fullest(voice: Voice) -> int:
    return len(voice.name)
