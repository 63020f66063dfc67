"""Sites of different outlets that carry the same account of an analytics or advertising service."""

from __future__ import annotations

from collections.abc import Iterable

from whence.claims.evidence.links import host_of
from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import call, counted, listed, outlet_key, plain
from whence.records import Known, Passage, Reason, Report, Severity, Span, TraceFinding

NAME = "shared_site_ids"

KINDS = {"ads": "advertising", "analytics": "analytics", "pixel": "pixel", "tag-manager": "tag manager"}
"""Kinds of fingerprints that a service issues to one account, and how a message calls them."""

FEWEST_SIGNS = 2
"""Different signs behind the prefix of an id below which it is a pattern's placeholder ("G-XXXXXXXXXX")."""


class SharedSiteIds:
    """The check."""

    name = NAME
    meaning = (
        "Reports of different outlets carry the same analytics, advertising, tag-manager or pixel id, issued by its service to one "
        "account."
    )
    limits = (
        "An agency, a seller of templates or a common publisher may run one account for outlets that are otherwise apart, and a "
        "copied page may carry the id of the page it was copied from. Text without its page carries none."
    )
    example = "The pages of the Halm Gazette and of Orlin Today both carry the advertising id ca-pub-2031203120312031."
    severity = "Medium; low where the pages share a tag manager's id alone, which agencies often put into their customers' pages."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each group of reports of different outlets that share ids."""
        carriers: dict[tuple[str, str], list[Report]] = {}
        for report in material.trace.reports:
            for kind, value in sorted({(each.kind, each.value.strip()) for each in report.fingerprints}):
                if kind in KINDS and not _is_placeholder(value):
                    carriers.setdefault((kind, value), []).append(report)
        groups: dict[tuple[str, ...], tuple[list[Report], list[tuple[str, str]]]] = {}
        for id, reports in sorted(carriers.items()):
            if len(_sites(reports)) > 1:
                key = tuple(report.id for report in reports)
                groups.setdefault(key, (reports, []))[1].append(id)
        return tuple(_finding(reports, ids) for reports, ids in groups.values())


def _is_placeholder(value: str) -> bool:
    """Tell whether an id has nothing of its own behind its prefix: "UA-00000000-0", "GTM-XXXX"."""
    own = value.rpartition("pub-")[2] if "pub-" in value else value.partition("-")[2] or value
    return len(set(own.replace("-", ""))) < FEWEST_SIGNS


def _sites(reports: Iterable[Report]) -> list[Report]:
    """Return one report of each outlet: reports of one name, one host, or a host and one under it are of one outlet."""
    found: list[Report] = []
    for report in reports:
        if not any(_same_site(report, other) for other in found):
            found.append(report)
    return found


def _same_site(one: Report, other: Report) -> bool:
    """Tell whether two reports are of one outlet or on one site."""
    both_named = isinstance(one.outlet, Known) and isinstance(other.outlet, Known)
    if both_named and outlet_key(one) == outlet_key(other):
        return True
    here, there = host_of(one.url or ""), host_of(other.url or "")
    if not here or not there:
        return not both_named
    return here == there or here.endswith(f".{there}") or there.endswith(f".{here}")


def _finding(reports: list[Report], ids: list[tuple[str, str]]) -> TraceFinding:
    """Return the finding on reports that share ids; it points at their beginnings, since the ids stand in the markup."""
    names = listed([call(report) for report in _sites(reports)])
    told = listed([f"{KINDS[kind]} id {plain(value)}" for kind, value in ids])
    message = f"The pages of {names} carry the same {told}; its service issues such an id to one account."
    if len(ids) > 1:
        message = f"The pages of {names} carry the same {told}; their services issue each to one account."
    because = tuple(
        Reason("site", f"{KINDS[kind]} id {plain(value)} in the markup of {counted(len(reports), 'report')}") for kind, value in ids
    )
    passages = tuple(Passage(report.id, beginning) for report in reports for beginning in _beginning(report))
    severity = Severity.LOW if {kind for kind, _ in ids} == {"tag-manager"} else Severity.MEDIUM
    return TraceFinding(NAME, severity, message, passages, because)


def _beginning(report: Report) -> tuple[Span, ...]:
    """Return the first line of a text, none where there is no text."""
    line = report.text.lstrip().partition("\n")[0].rstrip()
    start = len(report.text) - len(report.text.lstrip())
    return (Span(start, start + len(line)),) if line else ()


CHECK = SharedSiteIds()
