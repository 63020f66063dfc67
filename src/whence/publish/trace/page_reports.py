"""The reports, witnesses and findings of a trace as its page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from whence.publish.chains import tell_maybe
from whence.publish.page import safe_link
from whence.publish.reasons import show_reasons
from whence.publish.trace.marked_text import gather_mentions, mark_text
from whence.publish.trace.moments import find_moment, tell_moment
from whence.publish.trace.passages import clip, mark_in_sentence, surround
from whence.publish.trace.register import MOST_LISTED, Register
from whence.publish.trace.standing import STANDINGS, stand
from whence.publish.trace.stemma_svg import NO_WORK, Work
from whence.publish.trace.telling import tell_probability
from whence.publish.visible import shorten, visible
from whence.publish.wording import tell_time, tell_title
from whence.records import Passage, Report, Severity, Witness

# Reports whose whole text is shown, findings, passages of each.
MOST_TEXTS, MOST_FINDINGS, MOST_PASSAGES = 60, 100, 12
HEADLINE_SHOWN = 200


def show_reports(register: Register, works: Mapping[str, Work]) -> tuple[list[dict[str, object]], set[str]]:
    """Return each report with its marked text, in the order of publication, and the anchors of the passages in these texts."""
    mentions = gather_mentions(register)
    anchors: set[str] = set()
    shown: list[dict[str, object]] = []
    for number, report in enumerate(register.trace.reports[:MOST_LISTED]):
        held = mentions[report.id]
        counted = Counter(stand(mention, assertion, register) for assertion, _, mention in held)
        shown.append(
            {
                **register.link(report.id),
                **tell_report(report, register),
                "counts": [(standing, counted[standing]) for standing in STANDINGS if counted[standing]],
                "work": works.get(report.id, NO_WORK).words,
                "paragraphs": mark_text(report.id, held, register, anchors) if number < MOST_TEXTS else [],
                "held_back": number >= MOST_TEXTS,
            }
        )
    return shown, anchors


def tell_report(report: Report, register: Register) -> dict[str, object]:
    """Return what is known of one report, and from what it was written."""
    return {
        "headline": shorten(tell_title(report), HEADLINE_SHOWN),
        "language": register.language(report.id),
        "tongue": tell_maybe(report.language, absent="language not told", undetermined="language unclear"),
        "when": tell_moment(find_moment(report)),
        "published": tell_time(report.published_at, absent="no date told", undetermined="date undetermined"),
        "updated": tell_time(report.updated_at, absent="", undetermined="undetermined"),
        "address": safe_link(report.url),
        "url": visible(report.url or report.origin),
        "sha256": visible(report.sha256[:12]),
        "parents": [
            {**register.link(edge.parent), "chance": tell_probability(edge.probability)}
            for edge in register.parents.get(report.id, ())
        ],
        "children": register.links(edge.child for edge in register.children.get(report.id, ())),
        "witnesses": [register.link_witness(each.id) for each in register.trace.witnesses if report.id in each.reports],
    }


def show_witness(witness: Witness, register: Register) -> dict[str, object]:
    """Return one witness: what it is, where it speaks, what it stands behind."""
    behind = [register.link_assertion(each.id) for each in register.trace.assertions if witness.id in each.witnesses]
    return {
        "number": register.witnesses[witness.id],
        "name": visible(witness.name),
        "kind": str(witness.kind),
        "side": tell_maybe(witness.side, absent="no side known", undetermined="side undetermined"),
        "reports": register.links(witness.reports),
        "assertions": behind,
        "passages": [show for each in witness.passages[:MOST_PASSAGES] if (show := show_passage(each, register))],
        "because": show_reasons(witness.because, register.text(witness.reports[0]) if witness.reports else ""),
    }


def show_passage(passage: Passage, register: Register) -> dict[str, object] | None:
    """Return a passage in its sentence, None where the report is not at hand or has no such passage."""
    text = register.text(passage.report)
    span = clip(passage.span, text)
    if span is None:
        return None
    sentence = surround(span, register.sentences[passage.report])
    return {
        "report": register.link(passage.report),
        "language": register.language(passage.report),
        "words": mark_in_sentence(text, sentence, (span,), look="meant"),
    }


def show_findings(register: Register) -> list[dict[str, object]]:
    """Return the findings across reports, the most severe first."""
    ordered = [each for severity in Severity for each in register.trace.findings if each.severity is severity]
    return [
        {
            "severity": str(finding.severity),
            "rule": visible(finding.rule),
            "message": visible(finding.message),
            "passages": [show for each in finding.passages[:MOST_PASSAGES] if (show := show_passage(each, register))],
            "more": max(0, len(finding.passages) - MOST_PASSAGES),
            "because": show_reasons(finding.because, register.text(finding.passages[0].report) if finding.passages else ""),
        }
        for finding in ordered[:MOST_FINDINGS]
    ]
