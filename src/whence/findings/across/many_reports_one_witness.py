"""What many reports say and one witness alone stands behind."""

from __future__ import annotations

from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import call_all, counted, plain
from whence.findings.across.standing import AtHand, at_hand, passage_of, says
from whence.records import Assertion, Mention, Reason, Severity, TraceFinding, Witness

NAME = "many_reports_one_witness"

MANY = 4
"""Reports from which their number may be taken for confirmation. Not swept."""


class ManyReportsOneWitness:
    """The check."""

    name = NAME
    meaning = f"{MANY} or more reports say something, and all of them rest on one witness."
    limits = (
        "It counts the witnesses that were found at the roots of the reports at hand; a report may have had another that it does "
        "not name. One witness may well know. Reports that say the contrary are not counted."
    )
    example = "Six outlets write that the mill burnt down. All six have it from one remark of Colonel Marn's."
    severity = "Medium."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each witness who alone stands behind something that many reports say."""
        found: dict[str, list[Assertion]] = {}
        for assertion in material.trace.assertions:
            reports = {mention.report for mention in _saying(assertion)}
            if len(set(assertion.witnesses)) == 1 and len(reports) >= MANY:
                found.setdefault(assertion.witnesses[0], []).append(assertion)
        known = {witness.id: witness for witness in material.trace.witnesses}
        hand = at_hand(material.trace)
        return tuple(_finding(known[id], assertions, hand) for id, assertions in found.items() if id in known)


def _saying(assertion: Assertion) -> tuple[Mention, ...]:
    """Return the mentions that give an assertion, not its contrary, one a report."""
    return tuple({mention.report: mention for mention in reversed(assertion.mentions) if says(mention)}.values())[::-1]


def _finding(witness: Witness, assertions: list[Assertion], hand: AtHand) -> TraceFinding:
    """Return the finding on all that rests on one witness alone, what most reports say first."""
    ordered = sorted(assertions, key=_by_reports)
    ids = {mention.report for each in ordered for mention in _saying(each)}
    reports = hand.in_order(ids)
    name, most = plain(witness.name), len(_saying(ordered[0]))
    if len(ordered) == 1:
        message = f"{counted(most, 'report')} say this, and all rest on one witness, {name}: {call_all(reports)}."
    else:
        message = (
            f"{len(ordered)} assertions, each in up to {most} reports, rest on one witness alone, {name}; the reports are those of "
            f"{call_all(reports)}."
        )
    because = tuple(
        reason
        for each in ordered
        for reason in (Reason("one witness", f"“{plain(each.gloss, 120)}”: {counted(len(_saying(each)), 'report')}"), *each.because)
    )
    passages = tuple(dict.fromkeys((*witness.passages, *(passage_of(mention) for each in ordered for mention in _saying(each)))))
    return TraceFinding(NAME, Severity.MEDIUM, message, passages, (*because, *witness.because))


def _by_reports(assertion: Assertion) -> tuple[int, str]:
    return -len(_saying(assertion)), assertion.id


CHECK = ManyReportsOneWitness()
