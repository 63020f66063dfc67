"""Places and times as plain data: the entries of the interchange's "places" and "times".

A name that no gazetteer entry fits has null for `geonameid`, `key`, `name`, `country`, `lat` and `lon`; so has one that several
entries fit alike, and its `undetermined` is `["place"]`. An expression without an interval has null for `from`, `to` and
`precision`; one whose interval the report does not settle has `["interval"]`. `from` and `to` are ISO 8601; the interval runs from
`from` up to, not including, `to`, so a day ends at the midnight after it. Without an offset they are the report's own clock.
"""

from __future__ import annotations

from whence.publish.plain import Json, pair, reason_to_dict
from whence.records import Candidate, Place, TimeExpression, Toponym, Undetermined, value_or_none


def place_to_dict(toponym: Toponym) -> Json:
    """Return one place name with its best reading and the runners-up."""
    return {
        "span": pair(toponym.span),
        "text": toponym.text,
        **entry_to_dict(value_or_none(toponym.place)),
        "score": toponym.score,
        "flags": [str(flag) for flag in toponym.flags],
        "candidates": [candidate_to_dict(candidate) for candidate in toponym.candidates],
        "area": pair(toponym.area),
        "undetermined": ["place"] if isinstance(toponym.place, Undetermined) else [],
        "because": [reason_to_dict(reason) for reason in (*toponym.place.because, *toponym.because)],
    }


def candidate_to_dict(candidate: Candidate) -> Json:
    """Return one place that a name may stand for."""
    return {
        **entry_to_dict(candidate.place),
        "score": candidate.score,
        "because": [reason_to_dict(reason) for reason in candidate.because],
    }


def entry_to_dict(place: Place | None) -> Json:
    """Return a gazetteer entry; without one, the same keys with null."""
    if place is None:
        return dict.fromkeys(("geonameid", "key", "name", "country", "lat", "lon"))
    return {
        "geonameid": place.geonameid,
        "key": place.key,
        "name": place.name,
        "country": place.country or None,
        "lat": place.latitude,
        "lon": place.longitude,
    }


def time_to_dict(expression: TimeExpression) -> Json:
    """Return one time expression with its interval."""
    interval = value_or_none(expression.interval)
    return {
        "span": pair(expression.span),
        "text": expression.text,
        "kind": str(expression.kind),
        "from": None if interval is None else interval.start.isoformat(),
        "to": None if interval is None else interval.end.isoformat(),
        "precision": None if interval is None else str(interval.precision),
        "undetermined": ["interval"] if isinstance(expression.interval, Undetermined) else [],
        "because": [reason_to_dict(reason) for reason in (*expression.interval.because, *expression.because)],
    }
