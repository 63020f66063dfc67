"""Readings of made-up traditions, built without reading: so that tracing alone is timed, and thousands are made in seconds.

Enters: a `Tradition`. Leaves: a `Reading` for each text handed over, with sentences, claims (event, actor, town, quantity,
speaker), places and the vectors of its claims. Vectors are random, but those of one fact are near one another however it is worded
(cosine about 0.85), and those of facts of the same kind in the same town nearer (about 0.4) than others, as those of sentences are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bench.traditions import TEMPLATES, Telling, Text, Tradition, slots
from whence.records import (
    Absent,
    Actor,
    ActorRole,
    Certainty,
    Claim,
    Credit,
    CueGrade,
    Degree,
    Event,
    Known,
    Maybe,
    Place,
    Quantity,
    Quotation,
    Reading,
    Report,
    Run,
    Source,
    SourceKind,
    Span,
    Toponym,
)

DIMENSIONS = 384
KIND, TOWN, OWN, WORDING = 0.5, 0.4, 0.66, 0.4
"""What the kind of a fact, its town, the fact itself and its wording have in the vector of a claim; squares sum to about one."""

RUN = Run("0", "made up")


@dataclass(frozen=True, slots=True)
class Passage:
    """A telling in words, and where its parts stand in the report's text."""

    text: str
    whole: Span
    trigger: Span
    town: Span
    agent: Span | None
    number: Span | None
    cue: Span | None
    speaker: Span | None


def readings_of(tradition: Tradition) -> tuple[Reading, ...]:
    """Return the readings of the texts that are handed over, ordered by id."""
    towns = {name: number for number, name in enumerate(tradition.towns)}
    made = [read_text(text, towns) for text in tradition.handed_over]
    return tuple(sorted(made, key=_by_id))


def _by_id(reading: Reading) -> str:
    return reading.report.id


def read_text(text: Text, towns: dict[str, int]) -> Reading:
    """Return the reading of one text; `towns` tells the gazetteer's number of each town."""
    passages = list(_write(text.tellings))
    written = " ".join(passage.text for passage in passages)
    vectors = [vector_of(telling, written) for telling, written in zip(text.tellings, passages, strict=True)]
    return Reading(
        report=_report(text, written),
        sentences=tuple(passage.whole for passage in passages),
        attributions=(),
        claims=tuple(_claims(text.tellings, passages)),
        findings=(),
        run=RUN,
        places=tuple(
            Toponym(passage.town, telling.town, _place(towns.get(telling.town), telling.town))
            for telling, passage in zip(text.tellings, passages, strict=True)
        ),
        claim_vectors=np.array(vectors, dtype=np.float16).reshape(len(vectors), DIMENSIONS),
    )


def _write(tellings: tuple[Telling, ...]) -> Iterator[Passage]:
    """Yield the tellings as sentences, one after another."""
    start = 0
    for telling in tellings:
        passage = _sentence(telling, start)
        yield passage
        start = passage.whole.end + 1


def _sentence(telling: Telling, start: int) -> Passage:
    """Return a telling as the sentence that begins at `start`."""
    template = TEMPLATES[telling.fact.template]
    filled = {"agent": telling.fact.agent, "town": telling.town, "n": str(telling.number)}
    text, at, trigger = "", {}, None
    pieces = template.words.split("{")
    text = pieces[0]
    for piece, words, choice in zip(pieces[1:], slots(template.words), telling.choices, strict=True):
        slot = words[0]
        word = filled.get(slot, words[choice])
        span = Span(start + len(text), start + len(text) + len(word))
        if slot in filled:
            at[slot] = span
        elif trigger is None:
            trigger = span
        text += word + piece.partition("}")[2]
    cue = speaker = None
    if telling.speaker:
        cue = Span(start + len(text) + 2, start + len(text) + 6)
        speaker = Span(cue.end + 1, cue.end + 1 + len(telling.speaker))
        text += f", said {telling.speaker}"
    whole = Span(start, start + len(text) + 1)
    return Passage(f"{text}.", whole, trigger or whole, at["town"], at.get("agent"), at.get("n"), cue, speaker)


def _claims(tellings: tuple[Telling, ...], passages: list[Passage]) -> Iterator[Claim]:
    """Yield the claim of each passage."""
    for number, (telling, passage) in enumerate(zip(tellings, passages, strict=True)):
        template = TEMPLATES[telling.fact.template]
        actors: tuple[Actor, ...] = ()
        if passage.agent is not None:
            actors = (Actor(ActorRole.AGENT, passage.agent, telling.fact.agent, Known(telling.fact.agent)),)
        quantities: tuple[Quantity, ...] = ()
        if passage.number is not None:
            value = float(telling.number)
            quantities = (Quantity(passage.number, str(telling.number), value, value, value, template.unit),)
        chain: tuple[Source, ...] = ()
        if passage.speaker is not None:
            chain = (Source(SourceKind.PERSON, passage.speaker, telling.speaker, Known(telling.speaker), named=True),)
        yield Claim(
            id=f"c{number}",
            passages=(Span(passage.whole.start, passage.cue.start - 2) if passage.cue else passage.whole,),
            chain=chain,
            cue=(passage.cue,) if passage.cue else (),
            grade=CueGrade.SAID if chain else None,
            quotation=Quotation.INDIRECT if chain else None,
            statement=number,
            event=Event(template.event, passage.trigger),
            actors=actors,
            places=(number,),
            quantities=quantities,
            certainties=(Certainty(Degree.CERTAIN),),
        )


def _place(number: int | None, name: str) -> Maybe[Place]:
    """Return the town of the gazetteer that a name stands for; a mangled name stands for none."""
    if number is None:
        return Absent()
    return Known(Place(f"made:{number}", name, 40 + number % 20, 20 + number // 20, "P.PPL", "XX", geonameid=10_000_000 + number))


def _report(text: Text, written: str) -> Report:
    """Return the report of a text."""
    told = text.written.isoformat(timespec="minutes") if text.hour_told else text.written.date().isoformat()
    return Report(
        id=text.id,
        text=written,
        sha256=hashlib.sha256(written.encode()).hexdigest(),
        language=Known("en"),
        url=f"https://{text.outlet.casefold().replace(' ', '-')}.example/{text.id}",
        headline=Known(written.partition(".")[0]),
        outlet=Known(text.outlet),
        published_at=Known(told) if text.time_told else Absent(),
        credits=(Credit("feed", text.credit, text.credit, None),) if text.credit else (),
    )


def vector_of(telling: Telling, passage: Passage) -> NDArray[np.float32]:
    """Return the vector of a claim, of length one."""
    fact = telling.fact
    whole = (
        KIND * direction(f"kind {fact.template}")
        + TOWN * direction(f"town {fact.town}")
        + OWN * direction(f"fact {fact.id}")
        + WORDING * direction(f"words {passage.text}")
    )
    unit: NDArray[np.float32] = (whole / np.linalg.norm(whole)).astype(np.float32)
    return unit


@lru_cache(maxsize=20_000)
def direction(of: str) -> NDArray[np.float32]:
    """Return a random direction, always the same for the same words."""
    seed = int.from_bytes(hashlib.sha256(of.encode()).digest()[:8])
    drawn = np.random.default_rng(seed).standard_normal(DIMENSIONS)
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)
