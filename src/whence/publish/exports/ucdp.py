"""One event as a row of columns like those of the UCDP Georeferenced Event Dataset; `ucdp.toml` says what each means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whence.publish.exports.actors import Participant
from whence.publish.exports.columns import Row, columns_of
from whence.publish.exports.killed import Killed
from whence.publish.exports.options import Scheme
from whence.publish.exports.rows import CodedEvent, join, own_row, publisher_of, sources_of
from whence.publish.exports.where import country_of, doubts_of, is_area, region_of, towns_of, written_places
from whence.publish.visible import visible
from whence.records import Known, Report, TimeKind, value_or_none

TOLD, SUMMED_UP = 1, 2
# An event of more days than a month has is one that sums up.
MONTH = 31
DAY_LENGTH = len("2031-05-04")


def ucdp_row(event: CodedEvent) -> Row:
    """Return an event with the columns of `ucdp.toml`, then Whence's own; what is not known is None or empty."""
    row: Row = dict.fromkeys(columns_of(Scheme.UCDP).names, "")
    side_a, side_b = sides_of(event)
    row |= {
        "id": event.id,
        "code_status": join(checks_of(event)),
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else "",
        "side_a": side_a,
        "side_b": side_b,
        "number_of_sources": 1,
        "source_original": join(sources_of(event.claims)),
        "event_clarity": clarity_of(event),
    }
    return row | source_cells(event.report) | date_cells(event) | place_cells(event) | death_cells(event) | own_row(event)


def sides_of(event: CodedEvent) -> tuple[str, str]:
    """Return both sides, the one that acts first, each empty where it is not told."""
    acting, facing = event.participants.acting, event.participants.facing
    side_a = side_name(acting)
    return side_a, side_name(one for one in facing if one.whole != side_a)


def side_name(participants: Iterable[Participant]) -> str:
    """Return the name of a side: of the first that are no civilians, by the whole that they are part of."""
    return next((one.whole for one in participants if not one.civilian), "")


def source_cells(report: Report) -> Row:
    """Return the columns of the report that the row rests on."""
    office = publisher_of(report)
    published = visible(value_or_none(report.published_at) or "")[:DAY_LENGTH]
    headline = visible(value_or_none(report.headline) or "")
    return {
        "source_article": ", ".join(part for part in (office, published, f"“{headline}”" if headline else "") if part),
        "source_office": office,
        "source_date": published,
        "source_headline": headline,
    }


def date_cells(event: CodedEvent) -> Row:
    """Return the columns of the days."""
    days = event.days
    code = columns_of(Scheme.UCDP).days_code(days.count) if days else None
    return {
        "year": days.year if days else None,
        "date_prec": code,
        "date_start": days.first.isoformat() if days and code else "",
        "date_end": days.last.isoformat() if days and code else "",
    }


def place_cells(event: CodedEvent) -> Row:
    """Return the columns of the place."""
    told = join(written_places(event.toponyms, event.report.text))
    doubts = join(f"“{visible(toponym.text)}” is {doubt}" for toponym in event.toponyms if (doubt := doubts_of(toponym)))
    row: Row = {"where_description": f"{told} ({doubts})" if doubts else told}
    toponym, place = event.toponym, event.place
    code = columns_of(Scheme.UCDP).where_code(place.feature, area=is_area(toponym)) if toponym and place else None
    if place is None:
        return row | {"where_prec": None, "latitude": None, "longitude": None}
    return row | {
        "where_prec": code,
        "where_coordinates": visible(place.name) if code else "",
        "adm_1": region_of(place, event.reading, event.region_name),
        "latitude": place.latitude if code else None,
        "longitude": place.longitude if code else None,
        "country": visible(country_of(place)),
    }


def death_cells(event: CodedEvent) -> Row:
    """Return the columns of the killed; they add up to `best` where that is told."""
    killed = event.killed
    total = killed.total
    side_a = deaths_of(event.participants.acting, killed)
    side_b = deaths_of(event.participants.facing, killed)
    known = sum(part for part in (side_a, side_b, killed.civilians) if part is not None)
    rest = None if total.best is None or total.best <= known else total.best - known
    return {
        "deaths_a": side_a,
        "deaths_b": side_b,
        "deaths_civilians": killed.civilians,
        "deaths_unknown": rest,
        "best": total.best,
        "high": total.high,
        "low": total.low,
    }


def deaths_of(side: Iterable[Participant], killed: Killed) -> int | None:
    """Return how many killed fighters were of a side's parties, None where none are counted."""
    parties = {one.party for one in side if one.party}
    counts = [number for party, number in killed.fighters if party in parties]
    return sum(counts) if counts else None


def clarity_of(event: CodedEvent) -> int:
    """Return whether the event is told by itself or summed up with others."""
    time = event.group.time
    recurring = isinstance(time, Known) and time.value.kind is TimeKind.SET
    long = event.days is not None and event.days.count > MONTH
    return SUMMED_UP if recurring or long or towns_of(event.toponyms) > 1 else TOLD


def checks_of(event: CodedEvent) -> Iterator[str]:
    """Yield what a coder has still to settle."""
    if event.killed.total.best is None or not event.killed.agreed:
        yield "Check deaths"
    if not all(sides_of(event)):
        yield "Check dyad"
    if not date_cells(event)["date_prec"]:
        yield "Check date"
    if event.place is None or any(doubts_of(toponym) for toponym in event.toponyms):
        yield "Check location"
    yield "Check type of violence"
