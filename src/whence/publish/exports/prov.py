"""A reading as W3C PROV-JSON: what was made from what, by whom, and on whose word.

The report is an entity, published by its outlet. The reading is an activity of a software agent, Whence, that used the report. Each
claim is an entity that the reading made and that was derived from the report: quoted, in PROV's sense. Behind it stands an entity
for each step of its chain, derived one from the next: what the newspaper wrote, the report that it cites. A step is attributed to
its source as an agent; a thing (a document, an image) is itself the entity. An agent acts on behalf of another only where the
context pack says so: a holder of an office on behalf of the office's party. No times are given that the report does not tell, and
none of the run, so that the same report gives the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from whence.publish.chains import THINGS, by_itself, identify, label
from whence.publish.exports.claimreview import is_organisation, name_claim, name_report, text_of
from whence.publish.exports.plain_json import to_page
from whence.publish.exports.rows import publisher_of
from whence.publish.plain import Json
from whence.publish.visible import visible
from whence.records import Claim, Known, Quotation, Reading, Source, SourceKind, value_or_none

NAMESPACE = "urn:whence:"
PREFIX = "whence:"
PERSONS = frozenset({SourceKind.PERSON, SourceKind.RESIDENT, SourceKind.EXPERT})
UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
QUOTATION = "prov:Quotation"


@dataclass(slots=True)
class Bundle:
    """The records of one report while they are gathered: by PROV's kind of record, then by id.

    Relations are numbered under the report's name, so that the records of several reports can stand in one document.
    """

    reading: Reading
    records: dict[str, dict[str, Json]] = field(default_factory=dict)
    agents: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """Return the id of the report's entity."""
        return PREFIX + name_report(self.reading.report).removeprefix(NAMESPACE)

    def add(self, kind: str, id: str, **told: Any) -> str:  # noqa: ANN401 - PROV's attributes
        """Add an entity, an agent or an activity; empty attributes are left out."""
        attributes = {name.replace("_", ":", 1): value for name, value in told.items() if value not in (None, "", [])}
        self.records.setdefault(kind, {})[id] = attributes
        return id

    def relate(self, kind: str, of: tuple[str, str], to: tuple[str, str], *, sort: str = "") -> None:
        """Add a relation from one record to another, each given by its part in it and its id."""
        relations = self.records.setdefault(kind, {})
        attributes: Json = {f"prov:{part}": id for part, id in (of, to)}
        if sort:
            attributes["prov:type"] = qualified(sort)
        if attributes not in relations.values():
            relations[f"_:{self.report.removeprefix(PREFIX)}-{kind}-{len(relations) + 1}"] = attributes


def provenance_of(reading: Reading) -> Json:
    """Return the records of a reading, by kind and id."""
    bundle = Bundle(reading)
    report, run = reading.report, reading.run
    bundle.add(
        "entity",
        bundle.report,
        prov_type=qualified("whence:Report"),
        prov_label=visible(value_or_none(report.headline) or report.id),
        prov_location=visible(report.url or ""),
        whence_id=visible(report.id),
        whence_sha256=visible(report.sha256),
        whence_published=visible(value_or_none(report.published_at) or ""),
    )
    if publisher := publisher_of(report):
        outlet = bundle.add("agent", f"{bundle.report}-outlet", prov_type=qualified("prov:Organization"), prov_label=publisher)
        bundle.relate("wasAttributedTo", ("entity", bundle.report), ("agent", outlet))
    software = PREFIX + "software-" + UNSAFE.sub("-", run.whence)
    bundle.add("agent", software, prov_type=qualified("prov:SoftwareAgent"), prov_label=f"Whence {run.whence}")
    reading_id = bundle.add(
        "activity",
        f"{bundle.report}-reading",
        prov_type=qualified("whence:Reading"),
        prov_label=f"reading by Whence {run.whence}",
        whence_engine=visible(run.engine),
        whence_rules=[f"{name} {version}" for name, version in run.rules],
    )
    bundle.relate("used", ("activity", reading_id), ("entity", bundle.report))
    bundle.relate("wasAssociatedWith", ("activity", reading_id), ("agent", software))
    for claim in reading.claims:
        add_claim(bundle, claim, reading_id)
    return bundle.records


def add_claim(bundle: Bundle, claim: Claim, reading_id: str) -> None:
    """Add a claim with the steps of its chain."""
    report = bundle.reading.report
    id = PREFIX + UNSAFE.sub("-", name_claim(claim, report).removeprefix(NAMESPACE))
    bundle.add(
        "entity",
        id,
        prov_type=qualified("whence:Claim"),
        prov_label=visible(claim.id),
        prov_value=text_of(claim, bundle.reading),
        whence_kind=str(claim.kind),
        whence_event=str(claim.event.type) if claim.event else "",
        whence_certainty=str(claim.certainty) if claim.certainties else "",
        whence_denied=claim.denied,
        whence_spans=[f"{span.start}-{span.end}" for span in claim.passages],
    )
    bundle.relate("wasGeneratedBy", ("entity", id), ("activity", reading_id))
    bundle.relate("wasDerivedFrom", ("generatedEntity", id), ("usedEntity", bundle.report), sort=QUOTATION)
    before = id
    for number, source in enumerate(claim.chain, start=1):
        step = f"{id}-step-{number}"
        bundle.add("entity", step, prov_type=qualified("whence:Statement"), prov_label=label(source), whence_kind=str(source.kind))
        quoted = number == 1 and claim.quotation is Quotation.DIRECT
        bundle.relate("wasDerivedFrom", ("generatedEntity", before), ("usedEntity", step), sort=QUOTATION if quoted else "")
        for each in (source, *source.beside):
            if each.kind not in THINGS:
                bundle.relate("wasAttributedTo", ("entity", step), ("agent", agent_of(bundle, each)))
        before = step
    for each in claim.sources[-1 - len(claim.chain[-1].beside) :] if claim.chain else ():
        if each.kind not in THINGS:
            bundle.relate("wasAttributedTo", ("entity", id), ("agent", agent_of(bundle, each)))


def agent_of(bundle: Bundle, source: Source) -> str:
    """Return the agent that a source is, added with its first mention; it acts on behalf of whom the context pack says."""
    key = identify(by_itself(source))
    if key in bundle.agents:
        return bundle.agents[key]
    kind = "prov:Organization" if is_organisation(source) else "prov:Person" if source.kind in PERSONS else ""
    id = bundle.add(
        "agent",
        f"{bundle.report}-source-{len(bundle.agents) + 1}",
        prov_type=qualified(kind) if kind else None,
        prov_label=label(by_itself(source)),
        whence_kind=str(source.kind),
        whence_role=visible(value_or_none(source.role) or ""),
        whence_named=source.named,
    )
    bundle.agents[key] = id
    if party := party_behind(bundle.reading, source):
        behalf = bundle.add("agent", f"{PREFIX}party-{UNSAFE.sub('-', party)}", prov_type=qualified("prov:Organization"))
        context = value_or_none(bundle.reading.context)
        named = context.party(party) if context else None
        bundle.records["agent"][behalf]["prov:label"] = visible(named.name) if named else party
        bundle.relate("actedOnBehalfOf", ("delegate", id), ("responsible", behalf))
    return id


def party_behind(reading: Reading, source: Source) -> str:
    """Return the party whose office a source holds, by name and by the day of publication where that is told; else nothing."""
    if not isinstance(reading.context, Known) or not isinstance(source.name, Known):
        return ""
    name = source.name.value.casefold()
    day = day_of(reading)
    for office in reading.context.value.offices:
        for holder in office.holders:
            called = {holder.name.casefold(), *(alias.text.casefold() for alias in holder.aliases)}
            if name in called and (day is None or holder.holds_on(day)):
                return office.party
    return ""


def day_of(reading: Reading) -> date | None:
    """Return the day of publication, None where the report tells none."""
    try:
        return date.fromisoformat((value_or_none(reading.report.published_at) or "")[:10])
    except ValueError:
        return None


def qualified(name: str) -> Json:
    """Return a name as PROV-JSON writes it for a value."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def to_prov(documents: Iterable[Json]) -> str:
    """Return the records of several readings as one document."""
    merged: Json = {"prefix": {"whence": NAMESPACE}}
    for records in documents:
        for kind, each in records.items():
            merged.setdefault(kind, {}).update(each)
    return to_page(merged)
