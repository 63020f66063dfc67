"""Whence as one of those measured: where the bench touches the tracer and the fitting of its weights.

Enters: cases. Leaves: traces in the interchange's shape. All that depends on how `whence.tracer` and `training.lineage` are
called stands here, in `trace_readings` and `fit_weights`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bench.families import Case, Json
from whence.records import Reading
from whence.records.lineage import Assertion, Edge, Trace, Variation


def trace_readings(readings: Sequence[Reading], weights: Any = None) -> Trace:  # noqa: ANN401 - what training makes
    """Return the trace of some readings, with the shipped weights or with others."""
    tracer = import_module("whence.tracer")
    traced: Trace = tracer.trace(readings) if weights is None else tracer.trace(readings, weights=weights)
    return traced


def fit_weights(cases: Sequence[Case], strangers: Sequence[Sequence[Reading]] = ()) -> Any:  # noqa: ANN401 - what training makes
    """Return the weights fitted on the cases and on nothing else of the families, and on reports that are alike without descent."""
    family = import_module("training.families").Family
    told = [family(case.family.name, case.gold, case.readings) for case in cases]
    return import_module("training.lineage").fit(told, strangers)


def lacking(module: str) -> str:
    """Return the module for want of which one cannot be imported; empty where it can."""
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        return error.name or module
    return ""


@dataclass(frozen=True, slots=True)
class Whence:
    """The tracer as it is shipped, or `refitted` on the cases that it is given."""

    name: str = "whence"
    refitted: bool = False
    strangers: tuple[tuple[Reading, ...], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the modules without which nothing can be traced."""
        needed = ("whence.tracer", "training.lineage") if self.refitted else ("whence.tracer",)
        return tuple(absent for name in needed if (absent := lacking(name)))

    def fit(self, cases: Sequence[Case]) -> Callable[[Case], Json]:
        """Return the tracer."""
        weights = fit_weights(cases, self.strangers) if self.refitted else None

        def trace(case: Case) -> Json:
            return interchange(trace_readings(case.readings, weights))

        return trace


def interchange(trace: Trace) -> Json:
    """Return what of a trace is measured, in the interchange's shape; `alternatives` are edges beside the stemma's."""
    return {
        "reports": [report.id for report in trace.reports],
        "edges": [_edge(edge) for edge in trace.edges],
        "alternatives": [_edge(edge) for edge in trace.alternatives],
        "lost": [{"id": lost.id, "children": list(lost.children)} for lost in trace.lost],
        "assertions": [_assertion(assertion) for assertion in trace.assertions],
        "variations": [_variation(variation) for variation in trace.variations],
        "witnesses": [{"id": witness.id, "name": witness.name} for witness in trace.witnesses],
    }


def _edge(edge: Edge) -> Json:
    return {"parent": edge.parent, "child": edge.child, "probability": edge.probability}


def _assertion(assertion: Assertion) -> Json:
    return {
        "id": assertion.id,
        "gloss": assertion.gloss,
        "independent_witnesses": len(assertion.witnesses),
        "witnesses": list(assertion.witnesses),
        "mentions": [
            {
                "report": mention.report,
                "claim": mention.claim,
                "span": [mention.span.start, mention.span.end],
                "status": mention.status.value,
                "from": mention.came_from,
            }
            for mention in assertion.mentions
        ],
    }


def _variation(variation: Variation) -> Json:
    return {
        "kind": variation.kind.value,
        "report": variation.report,
        "written": variation.written,
        "correct": variation.correct,
        "inherited_by": list(variation.inherited_by),
    }
