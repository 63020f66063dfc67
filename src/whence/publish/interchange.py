"""One reading as plain data, one JSON line a report: the shape that other programs and the bench read.

Spans are `[start, end]`: characters `start` up to, not including, `end` of the extracted text. Three values need more than JSON
has: a value that the report does not tell is null; one that it tells in a way we cannot settle is null too and its key is
listed in the `undetermined` list of the same object. Places and times are told in `plain_places.py`, events in
`plain_events.py`. Claims of one `statement` are what one passage says on the word of one chain; a claim's `places` are numbers in
the list of the reading, counted from 0; its `denied` and `certainty` are those of the one nearest the event. An empty `chain` is
the report's own voice; its `grade`, `direct` and `quotation` are null. `direct` is true for direct quotation alone: `quotation`
tells mixed from indirect.
"""

from __future__ import annotations

import json
import re

from whence.publish.plain import Json, pair, pairs, reason_to_dict, split_maybes
from whence.publish.plain_events import actor_to_dict, certainties_to_list, event_to_dict, evidence_to_dict, quantity_to_dict
from whence.publish.plain_places import place_to_dict, time_to_dict
from whence.records import Attribution, Claim, Context, Finding, Known, Maybe, Quotation, Reading, Report, Source, Undetermined

# What JSON lets stand raw but a terminal, a line reader or the bidirectional algorithm obeys: written as \uXXXX, the same value.
RAW_HAZARD = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def to_dict(reading: Reading) -> Json:
    """Return the interchange form of a reading: nothing but dicts, lists, strings, numbers, booleans and None."""
    return {
        "report": report_to_dict(reading.report),
        "attributions": [attribution_to_dict(attribution) for attribution in reading.attributions],
        "places": [place_to_dict(toponym) for toponym in reading.places],
        "times": [time_to_dict(expression) for expression in reading.times],
        "claims": [claim_to_dict(claim, reading.report.text) for claim in reading.claims],
        "context": context_to_dict(reading.context),
        "findings": [finding_to_dict(finding) for finding in reading.findings],
        "run": {"whence": reading.run.whence, "engine": reading.run.engine, "rules": dict(reading.run.rules)},
        "shallow": [reason_to_dict(reason) for reason in reading.shallow],
    }


def to_json_line(reading: Reading) -> str:
    """Return the interchange form as one line of JSON, without the newline."""
    return RAW_HAZARD.sub(escape_character, json.dumps(to_dict(reading), ensure_ascii=False, allow_nan=False))


def escape_character(match: re.Match[str]) -> str:
    """Return the JSON escape of one character of the basic plane."""
    return f"\\u{ord(match.group()):04x}"


def context_to_dict(context: Maybe[Context]) -> Json:
    """Return the name of the context pack that was applied, null where none was, with the reasons either way."""
    return {
        "name": context.value.name if isinstance(context, Known) else None,
        "title": context.value.title if isinstance(context, Known) else None,
        "because": [reason_to_dict(reason) for reason in context.because],
    }


def report_to_dict(report: Report) -> Json:
    """Return a report with the text that all spans refer to."""
    values, undetermined = split_maybes(
        {
            "outlet": report.outlet,
            "headline": report.headline,
            "published_at": report.published_at,
            "updated_at": report.updated_at,
            "captured_at": report.captured_at,
            "language": report.language,
        }
    )
    return {
        "id": report.id,
        "url": report.url,
        **values,
        "sha256": report.sha256,
        "authors": list(report.authors),
        "credits": [
            {
                "kind": credit.kind,
                "name": credit.name,
                "text": credit.text,
                "span": pair(credit.span),
            }
            for credit in report.credits
        ],
        "links": list(report.links),
        "fingerprints": [{"kind": fingerprint.kind, "value": fingerprint.value} for fingerprint in report.fingerprints],
        "media_type": report.media_type,
        "undetermined": undetermined,
        "text": report.text,
    }


def attribution_to_dict(attribution: Attribution) -> Json:
    """Return source, cue and content as lists of spans."""
    return {"source": pairs(attribution.source), "cue": pairs(attribution.cue), "content": pairs(attribution.content)}


def source_to_dict(source: Source) -> Json:
    """Return one link of a chain; `span` is null where the speaker is only understood."""
    values, undetermined = split_maybes(
        {"name": source.name, "role": source.role, "unnamed_because": source.unnamed_because, "party": source.party}
    )
    return {
        "span": pair(source.span),
        "text": source.text,
        "kind": str(source.kind),
        "name": values["name"],
        "role": values["role"],
        "party": values["party"],
        "named": source.named,
        "unnamed_because": values["unnamed_because"],
        "undetermined": undetermined,
        "beside": [source_to_dict(other) for other in source.beside],
        "because": [reason_to_dict(reason) for reason in source.because],
    }


def claim_to_dict(claim: Claim, text: str) -> Json:
    """Return a claim with the words between its first and last passage, what it tells, and the chain, nearest the reader first."""
    return {
        "id": claim.id,
        "span": [claim.span.start, claim.span.end],
        "text": claim.span.cut(text),
        "passages": pairs(claim.passages),
        "statement": claim.statement,
        "kind": str(claim.kind),
        "event": event_to_dict(claim.event),
        "actors": [actor_to_dict(actor) for actor in claim.actors],
        "places": list(claim.places),
        "time": time_to_dict(claim.time.value) if isinstance(claim.time, Known) else None,
        "quantities": [quantity_to_dict(quantity) for quantity in claim.quantities],
        "denied": claim.denied,
        "certainty": str(claim.certainty),
        "certainties": certainties_to_list(claim.certainties),
        "attribution": {
            "chain": [source_to_dict(source) for source in claim.chain],
            "cue": pairs(claim.cue),
            "grade": None if claim.grade is None else str(claim.grade),
            "direct": None if claim.quotation is None else claim.quotation is Quotation.DIRECT,
            "quotation": None if claim.quotation is None else str(claim.quotation),
            "index": claim.attribution,
        },
        "evidence": [evidence_to_dict(evidence) for evidence in claim.evidence],
        "undetermined": ["time"] if isinstance(claim.time, Undetermined) else [],
        "because": [reason_to_dict(reason) for reason in claim.because],
    }


def finding_to_dict(finding: Finding) -> Json:
    """Return a finding with the spans of the passages that it rests on."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "spans": pairs(finding.spans),
        "because": [reason_to_dict(reason) for reason in finding.because],
    }
