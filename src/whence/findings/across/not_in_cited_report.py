"""Claims attributed to an outlet whose reports at hand do not say them."""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.findings.across.check import TraceMaterial
from whence.findings.across.citations import Citation, citations, may_have_read
from whence.findings.across.naming import call, counted
from whence.findings.across.standing import Standing, says, standings, standings_by_claim
from whence.records import Passage, Reason, Report, Severity, Span, Status, TraceFinding

NAME = "not_in_cited_report"


@dataclass(slots=True)
class Missing:
    """What one report attributes to one outlet and no report at hand of that outlet says; gathered claim by claim."""

    report: Report
    cited: tuple[Report, ...]
    claims: list[Span] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    added: bool = False


class NotInCitedReport:
    """The check."""

    name = NAME
    meaning = "A report attributes a claim to an outlet, and nothing in that outlet's reports at hand says it."
    limits = (
        "Only reports that descent or an assertion joins to it are looked at. The outlet may have said it in one that is not at "
        "hand, or in words that were not taken for the same assertion. It knows an outlet by its name, its host or the context "
        "pack. Reports in a language whose claims are not read cite nobody here; they can be cited."
    )
    example = (
        "A rewrite says: “Forty lorries were burnt, The Halm Gazette reported.” The Halm Gazette’s report at hand tells of the "
        "fire and of no lorries."
    )
    severity = "High where no report that it was written from says it either; else medium."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each report and outlet where a claim is attributed to what does not say it."""
        by_claim = standings_by_claim(material)
        compared = {each.mention.report for each in standings(material.trace)}
        found: dict[tuple[str, tuple[str, ...]], Missing] = {}
        for citation in citations(material):
            told = by_claim.get((citation.report.id, citation.claim.id), ())
            cited = tuple(each for each in citation.cited if each.id in compared and may_have_read(citation.report, each))
            if not told or not cited or _is_said(told, cited):
                continue
            key = citation.report.id, tuple(each.id for each in cited)
            missing = found.setdefault(key, Missing(citation.report, cited))
            _gather(missing, citation, told)
        return tuple(_finding(missing) for missing in found.values())


def _is_said(told: tuple[Standing, ...], cited: tuple[Report, ...]) -> bool:
    """Tell whether one of the cited reports has the assertion, as it is or otherwise."""
    ids = {report.id for report in cited}
    return any(ids & {mention.report for mention in each.assertion.mentions} or each.mention.came_from in ids for each in told)


def _gather(missing: Missing, citation: Citation, told: tuple[Standing, ...]) -> None:
    """Put one more claim to what is missing."""
    missing.claims += [span for span in citation.claim.passages if span not in missing.claims]
    if citation.source.span is not None and citation.source.span not in missing.sources:
        missing.sources.append(citation.source.span)
    missing.added = missing.added or any(each.mention.status is Status.ADDED and says(each.mention) for each in told)


def _finding(missing: Missing) -> TraceFinding:
    """Return the finding on one report and one outlet that it cites."""
    outlet, number = call(missing.cited[0]), len(missing.cited)
    of = f"{outlet}’s report" if number == 1 else f"{outlet}’s {number} reports"
    message = f"{call(missing.report)} attributes this to {outlet}; nothing in {of} at hand was found to say it."
    spans = tuple(sorted({*missing.sources, *missing.claims}))
    detail = f"{counted(number, 'report')} of {outlet} compared, and none has the assertion"
    because = (Reason("cited outlet", detail, tuple(sorted(missing.sources))),)
    severity = Severity.HIGH if missing.added else Severity.MEDIUM
    return TraceFinding(NAME, severity, message, tuple(Passage(missing.report.id, span) for span in spans), because)


CHECK = NotInCitedReport()
