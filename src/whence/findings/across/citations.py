"""Who cites whom among the reports at hand: the outlets that claims are attributed to, held against the outlets of the reports.

An outlet is known by its name as the report writes it, by the host of an address, or by the context pack. One that publishes under
another name is missed, and so is one whose name a report has garbled. Of an outlet's reports those of the same story count: what it
has published on other things cannot have been meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from whence.claims.evidence.links import host_of, links_of
from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import outlet_key
from whence.findings.across.standing import stories
from whence.records import Claim, Context, Known, Reading, Report, Source, SourceKind
from whence.referents.gazetteer.folding import fold

DAY = 10
"""Characters of an ISO 8601 date without its time."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim that `report` attributes to another outlet; `cited` are that outlet's reports of the same story."""

    report: Report
    claim: Claim
    source: Source
    cited: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The story of each report, the reports of each story and outlet, the outlets, and an address of each host with its outlet."""

    story: dict[str, str]
    reports: dict[tuple[str, str], tuple[Report, ...]]
    outlets: frozenset[str]
    addresses: dict[str, str]


def citations(material: TraceMaterial) -> Iterator[Citation]:
    """Yield every claim that a report attributes by name to another outlet whose reports are at hand."""
    shelf = _shelve(material)
    known: dict[tuple[str, str], str] = {}
    for report in material.trace.reports:
        reading = material.readings.get(report.id)
        if reading is None:
            continue
        own = outlet_key(report)
        for claim in reading.claims:
            for source in claim.sources:
                name = _name(source)
                if source.kind is not SourceKind.MEDIA or not name:
                    continue
                context = _context(reading)
                key = (name, context.name if context is not None else "")
                if key not in known:
                    known[key] = _published_by(name, shelf, context)
                cited = shelf.reports.get((shelf.story[report.id], known[key]), ())
                if cited and known[key] != own:
                    yield Citation(report, claim, source, cited)


def may_have_read(report: Report, other: Report) -> bool:
    """Tell whether nothing in the times of publication keeps a report from citing another; days are compared where hours lack."""
    later, earlier = _time(report), _time(other)
    if later is None or earlier is None:
        return True
    if isinstance(later, str) or isinstance(earlier, str):
        return _day(later) >= _day(earlier)
    return later >= earlier


def _shelve(material: TraceMaterial) -> Shelf:
    """Return the reports at hand as citations look for them."""
    story = stories(material.trace)
    reports: dict[tuple[str, str], list[Report]] = {}
    addresses: dict[str, str] = {}
    for report in material.trace.reports:
        reports.setdefault((story[report.id], outlet_key(report)), []).append(report)
        host = host_of(report.url or "")
        if host:
            addresses.setdefault(f"https://{host}/", outlet_key(report))
    outlets = frozenset(outlet for _, outlet in reports)
    return Shelf(story, {key: tuple(each) for key, each in reports.items()}, outlets, addresses)


def _name(source: Source) -> str:
    """Return the fullest name of a source, empty where no reader could tell who it is."""
    if isinstance(source.name, Known):
        return source.name.value
    return source.text if source.named else ""


def _context(reading: Reading) -> Context | None:
    return reading.context.value if isinstance(reading.context, Known) else None


def _published_by(name: str, shelf: Shelf, context: Context | None) -> str:
    """Return what the outlet at hand that bears a name is known by, empty where none or several may be meant."""
    plain = fold(name).removeprefix("the ")
    if plain in shelf.outlets:
        return plain
    found = {shelf.addresses[address] for address in links_of(name, shelf.addresses)}
    if context is not None:
        found |= {key for address, key in shelf.addresses.items() if _is_of(plain, context, host_of(address))}
    return found.pop() if len(found) == 1 else ""


def _is_of(plain: str, context: Context, host: str) -> bool:
    """Tell whether the context pack knows a host for that of the outlet of a name."""
    outlet = context.outlet_of(host)
    return outlet is not None and fold(outlet.name).removeprefix("the ") == plain


def _time(report: Report) -> datetime | str | None:
    """Return the time of publication, its day alone as a string, None where less than a day is told."""
    if not isinstance(report.published_at, Known):
        return None
    told = report.published_at.value
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return None
    if len(told) <= DAY:
        return at.date().isoformat()
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _day(at: datetime | str) -> str:
    return at if isinstance(at, str) else at.astimezone(UTC).date().isoformat()
