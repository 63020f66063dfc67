"""Hold what was found of a claim against what a passage expects of it, key by key.

Enters: a key of `passages.toml` with its value, a claim and the reading that it is of. Leaves: whether the claim is so, and what it
is in words. Words match where those expected stand in those found, in small letters; numbers, kinds and days match exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from whence.records import Claim, Known, Maybe, Reading, Source, TimeExpression, value_or_none
from whence.records.event import Actor, ActorRole, Evidence, Quantity

Expected: TypeAlias = Mapping[str, Any]
"""What is expected of one claim: the keys of its table."""

MEASURES = "killed|wounded|missing|displaced|detained"
KILOMETRES = frozenset({"km", "kilometre", "kilometres", "kilometer", "kilometers"})


def words_of(text: str) -> list[str]:
    """Return the words of `text` in small letters, without punctuation and possessive endings."""
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.casefold()))


def holds(text: str, words: str) -> bool:
    """Tell whether `words` stand in `text` one behind another."""
    wanted, given = words_of(words), words_of(text)
    return bool(wanted) and any(given[at : at + len(wanted)] == wanted for at in range(len(given) - len(wanted) + 1))


def _paired(expected: Sequence[Any], found: Sequence[Any], fits: Callable[[Any, Any], bool]) -> bool:
    """Tell whether there are as many found as expected, each expected fits one found and each found one expected."""
    each = all(any(fits(one, other) for other in found) for one in expected)
    return each and len(expected) == len(found) and all(any(fits(one, other) for one in expected) for other in found)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _named(words: str, mention: Actor | Source) -> bool:
    return holds(mention.text, words) or holds(_known(mention.name), words)


def _known(value: Maybe[str]) -> str:
    return value_or_none(value) or ""


def _with_role(claim: Claim, role: str) -> list[Actor]:
    return [actor for actor in claim.actors if actor.role is ActorRole(role)]


def same_party(wanted: str, claim: Claim, role: str) -> bool:
    """Tell whether those who have that role belong to this party."""
    found = _with_role(claim, role)
    return bool(found) and all(isinstance(actor.party, Known) and actor.party.value == wanted for actor in found)


def same_place(wanted: list[str], claim: Claim, reading: Reading) -> bool:
    """Tell whether the event is at these places and no others."""
    return _paired(wanted, [reading.places[index].text for index in claim.places], _either)


def _either(one: str, other: str) -> bool:
    return holds(one, other) or holds(other, one)


def same_time(wanted: str | list[str], claim: Claim, _: Reading) -> bool:
    """Tell whether the event is at the time of these words, or within these days, or at none where the words are empty."""
    if not wanted or not isinstance(claim.time, Known):
        return not wanted and not isinstance(claim.time, Known)
    if isinstance(wanted, str):
        return _either(claim.time.value.text, wanted)
    interval = value_or_none(claim.time.value.interval)
    return interval is not None and [interval.start.date().isoformat(), interval.end.date().isoformat()] == wanted


def quantity_parts(written: str | Expected) -> Expected:
    """Return the parts of a quantity that is written in short: "12 killed soldiers"."""
    if not isinstance(written, str):
        return written
    match = re.fullmatch(rf"([\d.]+) (?:({MEASURES}) )?(.+)", written)
    if match is None:
        message = f"not a quantity: {written!r}"
        raise ValueError(message)
    return {"value": float(match[1]), "unit": match[3]} | ({"measure": match[2]} if match[2] else {})


def same_quantity(written: str | Expected, quantity: Quantity) -> bool:
    """Tell whether a quantity has the parts that are asked for."""
    parts = quantity_parts(written)
    numbers = all(
        (None if parts[name] == "none" else parts[name]) == getattr(quantity, name)
        for name in ("value", "low", "high")
        if name in parts
    )
    unit = "unit" not in parts or _unit(parts["unit"]) == _unit(quantity.unit)
    return numbers and unit and parts.get("measure", quantity.measure) == quantity.measure


def _unit(words: str) -> str:
    last = (words_of(words) or [""])[-1]
    return "km" if last in KILOMETRES else last


def same_quantities(wanted: list[Any], claim: Claim, _: Reading) -> bool:
    """Tell whether the claim counts these and no others."""
    return _paired(wanted, claim.quantities, same_quantity)


def same_chain(wanted: list[str], claim: Claim, _: Reading) -> bool:
    """Tell whether the claim stands on the word of these, in this order."""
    return len(wanted) == len(claim.chain) and all(_named(words, source) for words, source in zip(wanted, claim.chain, strict=True))


def same_evidence(wanted: list[Expected], claim: Claim, _: Reading) -> bool:
    """Tell whether all that is asked for is among what the claim rests on."""
    return all(any(_evidence(each, found) for found in claim.evidence) for each in wanted)


def _evidence(wanted: Expected, found: Evidence) -> bool:
    holder = "holder" not in wanted or holds(_known(found.holder), wanted["holder"])
    same = wanted["kind"] == found.kind and _either(found.text, wanted["words"])
    return same and holder and wanted.get("checkable", found.checkable) == found.checkable


def _plain(claim: Claim) -> dict[str, Any]:
    """Return the values that must be just what is expected."""
    told = claim.certainties[0] if claim.certainties else None
    return {
        "event": claim.event and claim.event.type,
        "plover": claim.event and claim.event.crosswalk.plover,
        "denied": claim.denied if told else None,
        "certainty": claim.certainty if told else None,
        "report_denied": told and told.denied,
        "report_certainty": told and told.degree,
        "kind": claim.kind,
    }


ROLES = tuple(str(role) for role in ActorRole)
PARTIES = tuple(f"{role}_party" for role in ROLES)
COMPARED: Mapping[str, Callable[[Any, Claim, Reading], bool]] = {
    "place": same_place,
    "time": same_time,
    "quantities": same_quantities,
    "chain": same_chain,
    "evidence": same_evidence,
}
PLAIN = ("event", "plover", "denied", "certainty", "report_denied", "report_certainty", "kind")
KEYS = frozenset({*PLAIN, *ROLES, *PARTIES, *COMPARED})
"""Every key of an expected claim but the one that names it."""


def fits(key: str, wanted: Any, claim: Claim, reading: Reading) -> bool:
    """Tell whether a claim is what a passage expects under `key`.

    Raises:
        KeyError: if a passage cannot have such a key.
    """
    if key in ROLES:
        return _paired(_listed(wanted), _with_role(claim, key), _named)
    if key in PARTIES:
        return same_party(wanted, claim, key.removesuffix("_party"))
    if key in COMPARED:
        return COMPARED[key](wanted, claim, reading)
    return bool(_plain(claim)[key] == wanted)


def shown(key: str, claim: Claim, reading: Reading) -> str:
    """Return in words what was found of a claim under `key`."""
    if key in ROLES:
        return "; ".join(_mention(actor) for actor in _with_role(claim, key)) or "nobody"
    if key in PARTIES:
        return "; ".join(_known(actor.party) or "no party" for actor in _with_role(claim, key.removesuffix("_party"))) or "nobody"
    if key in COMPARED:
        return _listing(key, claim, reading)
    return str(_plain(claim)[key])


def _mention(mention: Actor | Source) -> str:
    name = _known(mention.name)
    return f"{mention.text} ({name})" if name and name != mention.text else mention.text


def _listing(key: str, claim: Claim, reading: Reading) -> str:
    if key == "place":
        found = [reading.places[index].text for index in claim.places]
    elif key == "time":
        found = [_time(claim.time.value)] if isinstance(claim.time, Known) else []
    elif key == "quantities":
        found = [f"{each.text}: {each.value} [{each.low}, {each.high}] {each.measure} {each.unit}" for each in claim.quantities]
    elif key == "chain":
        found = [_mention(source) for source in claim.chain]
    else:
        found = [
            f"{each.kind} “{each.text}” of {_known(each.holder) or 'nobody'}, checkable: {each.checkable}"
            for each in claim.evidence
        ]
    return " | ".join(found) or "none"


def _time(expression: TimeExpression) -> str:
    interval = value_or_none(expression.interval)
    return expression.text if interval is None else f"{expression.text} [{interval.start.date()}, {interval.end.date()})"
