"""One event as a row of ACLED-like columns; what each means and how it is filled is said in `acled.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from whence.publish.exports.actors import Participant
from whence.publish.exports.columns import Row, columns_of
from whence.publish.exports.options import Scheme
from whence.publish.exports.rows import CodedEvent, join, own_row, publisher_of
from whence.publish.exports.where import country_of, doubts_of, is_area, region_of, towns_of
from whence.publish.visible import visible
from whence.records import Degree

CIVILIANS = "Civilians"
TARGETED = "Civilian targeting"
# Event types in which somebody is a target.
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


def acled_row(event: CodedEvent) -> Row:
    """Return an event with the columns of `acled.toml`, then Whence's own; what is not known is None or empty."""
    rules = columns_of(Scheme.ACLED)
    row: Row = dict.fromkeys(rules.names, "")
    crosswalk = event.crosswalk
    disorder = rules.disorder
    row |= {
        "event_id_cnty": event.id,
        "disorder_type": disorder.get(crosswalk.acled_sub_event, disorder.get(crosswalk.acled_event, "")),
        "event_type": crosswalk.acled_event,
        "sub_event_type": crosswalk.acled_sub_event,
        "source": publisher_of(event.report),
        "notes": event.notes,
        "fatalities": event.killed.total.best,
        "tags": join(tags_of(event)),
    }
    return row | date_cells(event) | actor_cells(event) | place_cells(event) | own_row(event)


def date_cells(event: CodedEvent) -> Row:
    """Return the columns of the day."""
    days = event.days
    code = columns_of(Scheme.ACLED).days_code(days.count) if days else None
    return {
        "event_date": days.middle.isoformat() if days and code else "",
        "year": days.year if days else None,
        "time_precision": code,
    }


def actor_cells(event: CodedEvent) -> Row:
    """Return the columns of those who take part."""
    acting, facing = event.participants.acting, event.participants.facing
    targeted = event.crosswalk.acled_event in VIOLENT and facing and all(one.civilian for one in facing)
    first, *beside = names_of(acting, event) or [""]
    second, *opposite = names_of(facing, event) or [""]
    return {
        "actor1": first,
        "assoc_actor_1": join(beside),
        "inter1": CIVILIANS if acting and acting[0].civilian else "",
        "actor2": second,
        "assoc_actor_2": join(opposite),
        "inter2": CIVILIANS if facing and facing[0].civilian else "",
        "civilian_targeting": TARGETED if targeted and not event.participants.others else "",
    }


def names_of(participants: Iterable[Participant], event: CodedEvent) -> list[str]:
    """Return names, each once; civilians as ACLED calls them, by the country of the event."""
    country = visible(country_of(event.place)) if event.place else ""
    civilians = f"{CIVILIANS} ({country})" if country else CIVILIANS
    return list(dict.fromkeys(civilians if one.civilian else one.name for one in participants))


def place_cells(event: CodedEvent) -> Row:
    """Return the columns of the place; where only a country is known, only that."""
    toponym, place = event.toponym, event.place
    if toponym is None or place is None:
        return {"iso": None, "latitude": None, "longitude": None, "geo_precision": None}
    code = columns_of(Scheme.ACLED).where_code(place.feature, area=is_area(toponym))
    return {
        "iso": number_of(place.country),
        "country": visible(country_of(place)),
        "admin1": region_of(place, event.reading, event.region_name),
        "location": visible(place.name) if code else "",
        "latitude": place.latitude if code else None,
        "longitude": place.longitude if code else None,
        "geo_precision": code,
    }


@cache
def number_of(country: str) -> int | None:
    """Return the numeric code of a country (ISO 3166-1), None where there is none."""
    import pycountry  # noqa: PLC0415 - it reads all its tables when it is imported

    found = pycountry.countries.get(alpha_2=country) if country else None
    return int(found.numeric) if found else None


def tags_of(event: CodedEvent) -> Iterator[str]:
    """Yield the marks of an event; `whence.toml` says what each means."""
    if event.status in {"background", "speculation"}:
        yield f"kind={event.status}"
    if event.status == "denied":
        yield "denied=only"
    elif event.denials:
        yield f"denied={', '.join(event.deniers)}"
    if event.degree not in {None, Degree.CERTAIN}:
        yield f"certainty={event.degree}"
    for toponym in event.toponyms:
        if doubt := doubts_of(toponym):
            yield f"place={doubt}"
    if (towns := towns_of(event.toponyms)) > 1:
        yield f"places={towns}"
    if not event.killed.agreed:
        yield f"fatalities={', '.join(event.killed.words)}"
