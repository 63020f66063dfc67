"""Outlets that a claim is attributed to and that the report does not link."""

from __future__ import annotations

from whence.claims.evidence.links import host_of, is_own, links_of
from whence.findings.check import Material
from whence.findings.statements import passages_of
from whence.records import Claim, Context, Finding, Known, Reason, Severity, Source, SourceKind
from whence.referents.gazetteer.folding import fold

NAME = "unlinked_outlet"
PAGE = "text/html"


class UnlinkedOutlet:
    """The check."""

    name = NAME
    meaning = "A claim is attributed to another outlet by name, and the report has no link to that outlet."
    limits = (
        "An outlet's address is known by its name or by the context pack; one that publishes under another name is missed. Text "
        "without its page has no links to look at, and the finding says so. A link is not opened."
    )
    example = "The bridge was destroyed on Monday, The New York Times reported."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each outlet that is named as a source and not linked."""
        found: dict[str, tuple[Source, list[Claim]]] = {}
        for claim in material.claims:
            for source in claim.sources:
                if (
                    source.kind is SourceKind.MEDIA
                    and source.named
                    and source.span is not None
                    and not _is_linked(source, material)
                ):
                    found.setdefault(fold(_name(source)).removeprefix("the "), (source, []))[1].append(claim)
        return tuple(_finding(source, claims, material) for source, claims in found.values())


def _name(source: Source) -> str:
    return source.name.value if isinstance(source.name, Known) else source.text


def _is_linked(source: Source, material: Material) -> bool:
    """Tell whether an outlet is the report's own or one of the report's links belongs to it."""
    if is_own((_name(source), source.text), material.report):
        return True
    links = material.report.links
    return bool(links_of(_name(source), links)) or any(_publishes(source, link, material.context) for link in links)


def _publishes(source: Source, link: str, context: Context | None) -> bool:
    """Tell whether the context pack knows a link's host for that outlet's."""
    outlet = context.outlet_of(host_of(link)) if context is not None else None
    return outlet is not None and fold(outlet.name).removeprefix("the ") == fold(_name(source)).removeprefix("the ")


def _finding(source: Source, claims: list[Claim], material: Material) -> Finding:
    """Return the finding on one outlet with the claims attributed to it; without the page it is but a question."""
    known = material.report.media_type == PAGE or bool(material.report.links)
    if known:
        message = f"The report attributes this to “{_name(source)}” and does not link it."
    else:
        message = (
            f"The report attributes this to “{_name(source)}”; the text was read without its page, so a link may have been lost."
        )
    spans = (source.span,) if source.span is not None else ()
    count = len(material.report.links)
    because = (Reason("links", f"none of the report's {count} links belongs to it" if known else "no links are at hand", spans),)
    severity = Severity.MEDIUM if known else Severity.LOW
    return Finding(NAME, severity, message, (*spans, *passages_of(claims)), (*because, *source.because))


CHECK = UnlinkedOutlet()
