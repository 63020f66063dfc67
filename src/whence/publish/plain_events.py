"""What a claim tells, as plain data: the event with its codes, who took part, how many, how sure, on what evidence.

A value that the report does not tell is null; one that it tells in a way we cannot settle is null too and its key is listed in the
`undetermined` list of the same object. `acled` holds ACLED's event and sub-event type, `plover` and `mode` PLOVER's; null where a
scheme has no word for the event. A quantity's `low` and `high` are null where the words set no bound, `value` where they are too
vague. `certainties` begins with the report; the `holder` of the others is the number of the step in the claim's chain, from 0.
"""

from __future__ import annotations

from whence.publish.plain import Json, pair, reason_to_dict, split_maybes
from whence.records import Actor, Certainty, Event, Evidence, Quantity

REPORT = "report"


def event_to_dict(event: Event | None) -> Json | None:
    """Return an event with what the coding schemes call it; null where the claim tells none."""
    if event is None:
        return None
    codes = event.crosswalk
    return {
        "type": str(event.type),
        "plover": codes.plover or None,
        "mode": codes.mode or None,
        "acled": {"event": codes.acled_event or None, "sub_event": codes.acled_sub_event or None},
        "trigger": pair(event.trigger),
        "because": [reason_to_dict(reason) for reason in event.because],
    }


def actor_to_dict(actor: Actor) -> Json:
    """Return one who takes part."""
    values, undetermined = split_maybes({"name": actor.name, "party": actor.party})
    return {
        "role": str(actor.role),
        "span": pair(actor.span),
        "text": actor.text,
        **values,
        "undetermined": undetermined,
        "because": [reason_to_dict(reason) for reason in actor.because],
    }


def quantity_to_dict(quantity: Quantity) -> Json:
    """Return how many or how much, with the bounds that the words set."""
    return {
        "span": pair(quantity.span),
        "text": quantity.text,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit or None,
        "measure": quantity.measure or None,
        "because": [reason_to_dict(reason) for reason in quantity.because],
    }


def certainties_to_list(certainties: tuple[Certainty, ...]) -> list[Json]:
    """Return how each of those behind a claim tells it, the report first."""
    return [
        {
            "holder": step - 1 if step else REPORT,
            "degree": str(certainty.degree),
            "denied": certainty.denied,
            "because": [reason_to_dict(reason) for reason in certainty.because],
        }
        for step, certainty in enumerate(certainties)
    ]


def evidence_to_dict(evidence: Evidence) -> Json:
    """Return what a claim is said to rest on, and whether a reader could look it up."""
    values, undetermined = split_maybes({"holder": evidence.holder})
    return {
        "kind": str(evidence.kind),
        "span": pair(evidence.span),
        "text": evidence.text,
        **values,
        "checkable": evidence.checkable,
        "undetermined": undetermined,
        "because": [reason_to_dict(reason) for reason in evidence.because],
    }
