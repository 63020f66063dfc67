"""A trace as plain data, one JSON object: the shape that other programs and the bench read.

To the keys of the interchange these are added. `reports` lists the ids in the order of publication, `report_details` what is
known of each of them, without its text. An edge's `because` has `spans`: pairs of a parent's passage and a child's, `[[s, e], [s,
e]]`, null where a side has nothing or is lost; `weight` is what the reason adds to the log-odds of descent. `alternatives` are
edges within reach that the stemma does not hold. A mention has `witnesses`, those whom it rests on in the end; a variation `span`
in its report, `origin` (`{report, span}` of the other reading, null where there is none) and `assertion`; a witness `passages`.
Findings name their passages as `{report, span}`. `run` says by what it was made.

Spans are `[start, end]` characters of the text of the report they are told of. Of the three values, one that is absent is null;
one that is told but cannot be settled is null too, and its key is listed in `undetermined` of the same object.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from whence.publish.interchange import RAW_HAZARD, escape_character
from whence.publish.plain import Json, pair, reason_to_dict, split_maybes
from whence.publish.plain_places import place_to_dict
from whence.records import (
    Assertion,
    Edge,
    Indication,
    Known,
    LostAncestor,
    Mention,
    Parallel,
    Passage,
    Reason,
    Report,
    Trace,
    TraceFinding,
    Undetermined,
    Variation,
    Witness,
)


def to_dict(trace: Trace) -> Json:
    """Return the interchange form of a trace: nothing but dicts, lists, strings, numbers, booleans and None."""
    return {
        "reports": [report.id for report in trace.reports],
        "report_details": [report_to_dict(report) for report in trace.reports],
        "edges": [edge_to_dict(edge) for edge in trace.edges],
        "alternatives": [edge_to_dict(edge) for edge in trace.alternatives],
        "lost": [lost_to_dict(lost) for lost in trace.lost],
        "assertions": [assertion_to_dict(assertion) for assertion in trace.assertions],
        "variations": [variation_to_dict(variation) for variation in trace.variations],
        "witnesses": [witness_to_dict(witness) for witness in trace.witnesses],
        "findings": [finding_to_dict(finding) for finding in trace.findings],
        "run": {"whence": trace.run.whence, "engine": trace.run.engine, "rules": dict(trace.run.rules)},
    }


def to_json(trace: Trace) -> str:
    """Return the interchange form as one line of JSON, without the newline."""
    return dump(to_dict(trace))


def dump(data: Json) -> str:
    """Return data as one line of JSON in which no character acts on a terminal or breaks a line."""
    return RAW_HAZARD.sub(escape_character, json.dumps(data, ensure_ascii=False, allow_nan=False))


def report_to_dict(report: Report) -> Json:
    """Return what is known of a report's making; its text stays out."""
    values, undetermined = split_maybes(
        {
            "outlet": report.outlet,
            "headline": report.headline,
            "published_at": report.published_at,
            "updated_at": report.updated_at,
            "language": report.language,
        }
    )
    return {"id": report.id, "url": report.url, **values, "sha256": report.sha256, "undetermined": undetermined}


def edge_to_dict(edge: Edge) -> Json:
    """Return an edge with its evidence."""
    return {
        "parent": edge.parent,
        "child": edge.child,
        "probability": edge.probability,
        "because": [indication_to_dict(indication) for indication in edge.because],
    }


def indication_to_dict(indication: Indication) -> Json:
    """Return one piece of evidence with the passages held side by side."""
    return {
        "kind": indication.kind,
        "detail": indication.detail,
        "weight": indication.weight,
        "spans": [parallel_to_list(parallel) for parallel in indication.parallels],
    }


def parallel_to_list(parallel: Parallel) -> list[list[int] | None]:
    """Return two passages as `[parent's, child's]`, null where a side has nothing."""
    return [pair(parallel.parent), pair(parallel.child)]


def lost_to_dict(lost: LostAncestor) -> Json:
    """Return a text that is not at hand with those that were written from it."""
    return {"id": lost.id, "children": list(lost.children), "because": reasons_to_list(lost.because)}


def assertion_to_dict(assertion: Assertion) -> Json:
    """Return an assertion with its mentions and the witnesses at its roots."""
    times, undetermined = split_maybes({"time": assertion.time})
    place = assertion.place
    return {
        "id": assertion.id,
        "gloss": assertion.gloss,
        "event": str(assertion.event),
        "place": place_to_dict(place.value) if isinstance(place, Known) else None,
        "time": times["time"],
        "independent_witnesses": len(assertion.witnesses),
        "witnesses": list(assertion.witnesses),
        "mentions": [mention_to_dict(mention) for mention in assertion.mentions],
        "undetermined": [*(["place"] if isinstance(place, Undetermined) else []), *undetermined],
        "because": reasons_to_list(assertion.because),
    }


def mention_to_dict(mention: Mention) -> Json:
    """Return an assertion as one report gives it."""
    return {
        "report": mention.report,
        "claim": mention.claim,
        "span": pair(mention.span),
        "status": str(mention.status),
        "from": mention.came_from,
        "witnesses": list(mention.witnesses),
        "because": reasons_to_list(mention.because),
    }


def variation_to_dict(variation: Variation) -> Json:
    """Return a reading that is not that of the text it was taken from."""
    return {
        "kind": str(variation.kind),
        "report": variation.report,
        "span": pair(variation.span),
        "written": variation.written,
        "correct": variation.correct,
        "origin": None if variation.origin is None else passage_to_dict(variation.origin),
        "assertion": variation.assertion,
        "inherited_by": list(variation.inherited_by),
        "because": reasons_to_list(variation.because),
    }


def witness_to_dict(witness: Witness) -> Json:
    """Return a witness with where it speaks and where it is named."""
    values, undetermined = split_maybes({"side": witness.side})
    return {
        "id": witness.id,
        "name": witness.name,
        "kind": str(witness.kind),
        **values,
        "reports": list(witness.reports),
        "passages": [passage_to_dict(passage) for passage in witness.passages],
        "undetermined": undetermined,
        "because": reasons_to_list(witness.because),
    }


def finding_to_dict(finding: TraceFinding) -> Json:
    """Return a finding with the passages that it rests on."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "passages": [passage_to_dict(passage) for passage in finding.passages],
        "because": reasons_to_list(finding.because),
    }


def passage_to_dict(passage: Passage) -> Json:
    """Return a stretch of one report's text."""
    return {"report": passage.report, "span": pair(passage.span)}


def reasons_to_list(because: Iterable[Reason]) -> list[Json]:
    """Return reasons as plain data."""
    return [reason_to_dict(reason) for reason in because]
