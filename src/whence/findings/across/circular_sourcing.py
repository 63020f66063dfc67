"""Sources that lead back: outlets that cite one another, and confirmations that rest on what they are to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whence.findings.across.check import TraceMaterial
from whence.findings.across.citations import Citation, citations
from whence.findings.across.naming import call, listed, outlet_key, plain
from whence.findings.across.standing import Standing, at_hand, passage_of, path_of, standings_by_claim
from whence.records import CueGrade, Mention, Passage, Reason, Report, Severity, SourceKind, TraceFinding, Witness

NAME = "circular_sourcing"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with the assertion that the cited claim gives."""

    citation: Citation
    standing: Standing

    @property
    def link(self) -> tuple[str, str]:
        """Return the outlet that cites and the outlet that is cited."""
        return outlet_key(self.citation.report), outlet_key(self.citation.cited[0])

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return where the report cites and what it cites for."""
        source = self.citation.source.span
        spans = ((source,) if source is not None else ()) + self.citation.claim.passages
        return tuple(Passage(self.citation.report.id, span) for span in spans)


class CircularSourcing:
    """The check."""

    name = NAME
    meaning = (
        "The source that a report gives leads back to where it came from: outlets cite one another for the same thing; the only "
        "source took it from the report's own outlet; or an outlet that is said to confirm rests on the same witness."
    )
    limits = (
        "It sees the citations of reports whose claims are read, and outlets that are cited by name. An outlet may have checked by "
        "its own means what it also took from another, and not say so."
    )
    example = (
        "The Halm Gazette writes: “The bridge fell, Orlin Radio reported.” Orlin Radio writes: “The bridge fell, according to The "
        "Halm Gazette.”"
    )
    severity = "High where the citations close a circle; medium where a confirmation rests on the same witness."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each circle of outlets, each source that leads back, each confirmation by the same witness."""
        cited = _cited(material)
        by_assertion: dict[str, list[Cited]] = {}
        for each in cited:
            by_assertion.setdefault(each.standing.assertion.id, []).append(each)
        circles: dict[tuple[str, ...], list[Cited]] = {}
        for group in by_assertion.values():
            for circle, members in _circles(group):
                circles.setdefault(circle, []).extend(members)
        closed = {link for members in circles.values() for link in (each.link for each in members)}
        return (
            *(_on_circle(circle, members) for circle, members in circles.items()),
            *_leading_back((each for each in cited if each.link not in closed), material),
            *_confirmations(cited, material),
        )


def _cited(material: TraceMaterial) -> list[Cited]:
    """Return the citations of claims that stand in an assertion."""
    by_claim = standings_by_claim(material)
    return [
        Cited(citation, standing)
        for citation in citations(material)
        for standing in by_claim.get((citation.report.id, citation.claim.id), ())
    ]


def _circles(group: list[Cited]) -> Iterator[tuple[tuple[str, ...], list[Cited]]]:
    """Yield the outlets that cite one another for one assertion, each circle once, with the citations that close it."""
    links: dict[str, set[str]] = {}
    for each in group:
        links.setdefault(each.link[0], set()).add(each.link[1])
    seen: set[str] = set()
    for start in sorted(links):
        circle = _shortest_way(start, links)
        if circle and not seen & set(circle):
            seen |= set(circle)
            steps = set(zip(circle, (*circle[1:], circle[0]), strict=True))
            yield circle, [each for each in group if each.link in steps]


def _shortest_way(start: str, links: dict[str, set[str]]) -> tuple[str, ...]:
    """Return the outlets on the shortest way from one back to itself, empty where none leads back."""
    ways: list[tuple[str, ...]] = [(start,)]
    reached: set[str] = set()
    for way in ways:
        for outlet in sorted(links.get(way[-1], ())):
            if outlet == start:
                return way
            if outlet not in reached:
                reached.add(outlet)
                ways.append((*way, outlet))
    return ()


def _on_circle(circle: tuple[str, ...], members: list[Cited]) -> TraceFinding:
    """Return the finding on outlets that cite one another, told along the circle."""
    steps = zip(circle, (*circle[1:], circle[0]), strict=True)
    ordered = [next(each for each in members if each.link == step) for step in steps]
    told = [f"{call(each.citation.report)} cites {call(each.citation.cited[0])}" for each in ordered]
    message = f"For the same thing {listed(told)}."
    passages = tuple(dict.fromkeys(passage for each in (*ordered, *members) for passage in each.passages))
    because = tuple(
        Reason("citation", f"{call(each.citation.report)} attributes it to “{plain(each.citation.source.text)}”")
        for each in ordered
    )
    return TraceFinding(NAME, Severity.HIGH, message, passages, because)


def _leading_back(cited: Iterable[Cited], material: TraceMaterial) -> Iterator[TraceFinding]:
    """Yield a finding for each report whose only source for something took it from the report's own outlet."""
    reports = at_hand(material.trace).reports
    told: set[tuple[str, str]] = set()
    for each in cited:
        own, other = each.link
        if (each.citation.report.id, other) in told or not _only_source(each):
            continue
        mentions = {mention.report: mention for mention in each.standing.assertion.mentions}
        for source in each.citation.cited:
            mention = mentions.get(source.id)
            path = path_of(mention, mentions) if mention is not None else ()
            back = next((id for id in path if id in reports and outlet_key(reports[id]) == own), None)
            if mention is not None and back is not None:
                told.add((each.citation.report.id, other))
                yield _on_way_back(
                    each, mention, reports[back], tuple(reports[id] for id in path[: path.index(back)] if id in reports)
                )
                break


def _only_source(cited: Cited) -> bool:
    """Tell whether nobody but the outlet that is cited is told to stand behind a claim."""
    return {source.text for source in cited.citation.claim.sources} == {cited.citation.source.text}


def _on_way_back(cited: Cited, mention: Mention, back: Report, between: tuple[Report, ...]) -> TraceFinding:
    """Return the finding on a source that took a claim from the very outlet that cites it."""
    report, source = cited.citation.report, call(cited.citation.cited[0])
    earlier = "that report itself" if back.id == report.id else f"an earlier report of {call(back)}"
    by_way = f", by way of {listed([call(each) for each in between])}" if between else ""
    message = f"{call(report)} gives {source} as its only source for this; {source} has it from {earlier}{by_way}."
    stands = next((each for each in cited.standing.assertion.mentions if each.report == back.id), None)
    passages = (*cited.passages, passage_of(mention), *((passage_of(stands),) if stands is not None else ()))
    because = (Reason("way back", f"what {source} says is taken, step by step, from a report of {call(back)}"), *mention.because)
    return TraceFinding(NAME, Severity.HIGH, message, tuple(dict.fromkeys(passages)), because)


def _confirmations(cited: list[Cited], material: TraceMaterial) -> Iterator[TraceFinding]:
    """Yield a finding for each outlet told to confirm something that it has from the one witness of the rest."""
    witnesses = {witness.id: witness for witness in material.trace.witnesses}
    told: set[tuple[str, str]] = set()
    for each in cited:
        key = each.citation.report.id, each.link[1]
        mine = set(each.standing.mention.witnesses)
        if key in told or len(mine) != 1 or not _confirms(each):
            continue
        ids = {report.id for report in each.citation.cited}
        theirs = [
            mention for mention in each.standing.assertion.mentions if mention.report in ids and set(mention.witnesses) == mine
        ]
        witness = witnesses.get(next(iter(mine)))
        if theirs and witness is not None and not _is_outlet_itself(witness, ids):
            told.add(key)
            yield _on_confirmation(each, theirs[0], witness)


def _confirms(cited: Cited) -> bool:
    """Tell whether an outlet is told to say the same as somebody else, or to confirm."""
    claim, source = cited.citation.claim, cited.citation.source
    beside = any(source in step.beside or (source == step and step.beside) for step in claim.chain)
    return beside or claim.grade is CueGrade.CONFIRMED


def _is_outlet_itself(witness: Witness, reports: set[str]) -> bool:
    """Tell whether the witness is the cited outlet's own reporter, who knew it at first hand."""
    return witness.kind is SourceKind.MEDIA and bool(reports & set(witness.reports))


def _on_confirmation(cited: Cited, mention: Mention, witness: Witness) -> TraceFinding:
    """Return the finding on a confirmation that rests on the same witness."""
    source = call(cited.citation.cited[0])
    message = (
        f"{call(cited.citation.report)} names {source} as saying the same; what {source} says rests on the same witness, "
        f"{plain(witness.name)}."
    )
    because = (Reason("same witness", f"both rest on {plain(witness.name)} alone"), *mention.because)
    passages = tuple(dict.fromkeys((*cited.passages, passage_of(mention))))
    return TraceFinding(NAME, Severity.MEDIUM, message, passages, because)


CHECK = CircularSourcing()
