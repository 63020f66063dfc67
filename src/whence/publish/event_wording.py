"""An event and its claims in plain words, the same in every format: who did what where and when, how sure, on what evidence.

Enters: a group of claims of one event, or one claim. Leaves: words made safe to show. What the claims do not tell is said to be not
told; a place name that is written otherwise than its place is called keeps its form beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whence.language.tables import read_table
from whence.publish.chains import ARROW, THINGS, by_itself, count, label
from whence.publish.event_groups import ATTACKS, EventGroup, identify_place
from whence.publish.places import is_suspect, write_form
from whence.publish.times import tell_interval
from whence.publish.visible import shorten, visible
from whence.publish.wording import cut_words, join_told
from whence.records import (
    Actor,
    ActorRole,
    Claim,
    ClaimKind,
    Degree,
    EventType,
    Evidence,
    Known,
    PlaceFlag,
    Reading,
    Source,
    Undetermined,
)
from whence.referents.gazetteer.folding import fold

BETWEEN = " — "
# Names of one part that a headline spells out.
NAMES_SHOWN = 3
# Characters of one name in a headline, and of what a claim rests on.
NAME_LENGTH = 60
# Degrees that the one who passes something on does not need: not committing is what passing on means.
TOLD_OF_OTHERS = frozenset({Degree.PROBABLE, Degree.POSSIBLE})
# Events that befall ground.
OF_GROUND = frozenset({EventType.CAPTURE, EventType.WITHDRAWAL})
DEGREES = {Degree.PROBABLE: "probable", Degree.POSSIBLE: "possible", Degree.UNCOMMITTED: "not committed to"}
MEASURES_ORDER = ("killed", "wounded", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Headline:
    """One event in its parts: what, who, how many, where, when. `who` and `numbers` are empty where nobody tells them."""

    what: str
    who: str
    numbers: str
    where: str
    when: str

    def __str__(self) -> str:
        """Return the parts on one line."""
        return join_told(BETWEEN, self.what, self.who, self.numbers, self.where, self.when)


def tell_headline(group: EventGroup, reading: Reading) -> Headline:
    """Return an event in plain words: `Withdrawal — garrison — Nokia (written “Nokai”) — date not told`."""
    return Headline(
        str(group.event).capitalize(), tell_actors(group), tell_numbers(group.claims), tell_where(group, reading), tell_when(group)
    )


def tell_actors(group: EventGroup) -> str:
    """Return who takes part: `garrison`, `army against rebels`, `army, on a school`; nothing where no claim says.

    What is taken or left is told as the place, where there is one.
    """
    claims = [claim for claim in group.claims if claim.event is not None and claim.event.type is group.event]
    agents, patients, opponents = (
        list_actors(actor for claim in claims for actor in claim.actors if actor.role is role) for role in ActorRole
    )
    patients = "" if group.event in OF_GROUND and group.places else patients
    whom = "on " if group.event in ATTACKS and patients else ""
    if not agents and not opponents and not whom:
        return patients
    against = f"against {opponents}" if opponents else ""
    befallen = f"{whom or 'of '}{patients}" if patients else ""
    return join_told(", ", join_told(" ", agents, against), befallen)


def list_actors(actors: Iterable[Actor]) -> str:
    """Return each actor once by its longest name, those with a name of their own first; a mere pronoun names nobody."""
    known: dict[str, str] = {}
    described: dict[str, str] = {}
    for actor in actors:
        name = visible(actor.name.value if isinstance(actor.name, Known) else actor.text)
        key = f"party:{actor.party.value}" if isinstance(actor.party, Known) else fold(name)
        if fold(name) not in pronouns():
            names = known if isinstance(actor.name, Known) else described
            names[key] = max(names.get(key, ""), name, key=len)
    told = [*known.values(), *(name for key, name in described.items() if key not in known)]
    more = len(told) - NAMES_SHOWN
    shown = [shorten(name, NAME_LENGTH) for name in told[:NAMES_SHOWN]]
    return join_and([*shown, f"{more} more"] if more > 0 else shown)


@cache
def pronouns() -> frozenset[str]:
    """Return the words that stand for a name and tell nothing by themselves."""
    kinds = read_table("english", "referring.toml")["pronouns"].values()
    return frozenset(fold(word) for words in kinds for word in words)


def join_and(parts: list[str]) -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1] if parts else "") if part)


def tell_numbers(claims: Iterable[Claim]) -> str:
    """Return what befell how many, in the report's words: `killed: “at least 12 people”; wounded: “dozens”`."""
    told: dict[str, dict[str, None]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.measure:
                told.setdefault(visible(quantity.measure), {})[f"“{visible(quantity.text)}”"] = None
    ordered = [*(measure for measure in MEASURES_ORDER if measure in told), *(each for each in told if each not in MEASURES_ORDER)]
    return "; ".join(f"{measure}: {', '.join(told[measure])}" for measure in ordered)


def tell_where(group: EventGroup, reading: Reading) -> str:
    """Return the places of an event, each once, with the forms that are not its name; `place not told` where there is none."""
    forms: dict[str, list[int]] = {}
    for number in group.places:
        forms.setdefault(identify_place(reading.places[number]), []).append(number)
    return join_and([tell_place_of(numbers, reading) for numbers in forms.values()]) or "place not told"


def tell_place_of(numbers: list[int], reading: Reading) -> str:
    """Return one place by its name: `Nokia (written “Nokai”)`, `north-east of Hämeenlinna`, `Ulvenholm (place not known)`."""
    toponyms = [reading.places[number] for number in numbers]
    first = toponyms[0]
    if not isinstance(first.place, Known):
        state = "undetermined" if isinstance(first.place, Undetermined) else "not known"
        return f"{write_form(first, reading.report.text)} (place {state})"
    name = visible(first.place.value.name)
    plain = [toponym for toponym in toponyms if PlaceFlag.AREA not in toponym.flags]
    areas = [write_form(toponym, reading.report.text) for toponym in toponyms if PlaceFlag.AREA in toponym.flags]
    other = [visible(toponym.text) for toponym in toponyms if is_suspect(toponym) or not is_part_of(toponym.text, name)]
    written = ", ".join(f"“{form}”" for form in dict.fromkeys(other))
    shown = name if plain or not areas or other else areas[0]
    return f"{shown} (written {written})" if written else shown


def is_part_of(written: str, name: str) -> bool:
    """Tell whether a written form has no word that the name lacks: "Donetsk" of Donetsk Oblast."""
    return set(fold(written).split()) <= set(fold(name).split())


def tell_when(group: EventGroup) -> str:
    """Return the time of an event: an interval, the words that give none, `date not told` or `date undetermined`."""
    if isinstance(group.time, Undetermined):
        return "date undetermined"
    if not isinstance(group.time, Known):
        return "date not told"
    expression = group.time.value
    if isinstance(expression.interval, Known):
        return tell_interval(expression.interval.value)
    return f"“{visible(expression.text)}”" + (" (date undetermined)" if isinstance(expression.interval, Undetermined) else "")


def tell_chain(claim: Claim) -> str:
    """Return the chain behind a claim on one line: `report ← Orlin Gazette ← a confidential assessment (not identified)`."""
    if claim.own_voice:
        return "report, in its own voice"
    return f" {ARROW} ".join(["report", *(tell_step(source) for source in claim.chain)])


def tell_step(source: Source) -> str:
    """Return one step of a chain, those beside it with it, and for each that a reader cannot tell who it is."""
    return " and ".join(
        label(by_itself(one)) + ("" if one.named else " (not identified)" if one.kind in THINGS else " (not named)")
        for one in (source, *source.beside)
    )


def tell_holder(step: int, claim: Claim) -> str:
    """Return who tells a claim at one step: the report at 0, then the chain."""
    return label(claim.chain[step - 1]) if 0 < step <= len(claim.chain) else "the report"


def tell_certainty(claim: Claim, text: str) -> str:
    """Return how sure a claim is told where that is not plainly certain: `possible: “could”`, `denied by X: “denied”`."""
    told: list[str] = []
    last = len(claim.certainties) - 1
    for step, certainty in enumerate(claim.certainties):
        parts = []
        if certainty.denied:
            parts.append(f"denied by {tell_holder(step, claim)}")
        if certainty.degree in (DEGREES if step == last else TOLD_OF_OTHERS):
            degree = DEGREES[certainty.degree]
            parts.append(degree if step == last else f"{degree} to {tell_holder(step, claim)}")
        words = cut_words(dict.fromkeys(span for reason in certainty.because for span in reason.spans), text)
        if parts:
            told.append(", ".join(parts) + (f": “{shorten(words, NAME_LENGTH)}”" if words else ""))
    return "; ".join(told)


def tell_evidence(claim: Claim) -> list[str]:
    """Return what a claim is said to rest on, a line each, and whether a reader could look it up."""
    return [f"rests on {tell_one_evidence(evidence)}" for evidence in claim.evidence]


def tell_one_evidence(evidence: Evidence) -> str:
    """Return one piece of evidence: `“satellite images” (imagery, held by Skyward Lens; a reader could look it up)`."""
    holder = f", held by {visible(evidence.holder.value)}" if isinstance(evidence.holder, Known) else ""
    checkable = "a reader could look it up" if evidence.checkable else "a reader could not look it up"
    return f"“{shorten(visible(evidence.text), NAME_LENGTH)}” ({evidence.kind}{holder}; {checkable})"


def tell_telling(group: EventGroup) -> str:
    """Return how an event is told: `4 claims, background, denied by Turku government`; nothing for one plain claim."""
    number = count(len(group.claims), "claim") if len(group.claims) > 1 else ""
    background = "background" if all(claim.kind is ClaimKind.BACKGROUND for claim in group.claims) else ""
    deniers = dict.fromkeys(
        tell_holder(step, claim) for claim in group.claims for step, certainty in enumerate(claim.certainties) if certainty.denied
    )
    return join_told(", ", number, background, f"denied by {join_and(list(deniers))}" if deniers else "")
