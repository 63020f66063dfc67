"""Claims as schema.org `Claim` and `ClaimReview` (JSON-LD): who claims what, where it appeared, and no verdict.

A `ClaimReview` needs nothing but what it reviews; `reviewRating` is what makes a verdict of it, and any rating, even one that says
"not rated", would be read as one. So there is none: each review is a draft (`creativeWorkStatus`) whose aspect is the attribution,
for a desk to complete with its name and its judgement. A `Claim` has as `author` the one nearest the event to whom the report
attributes it, as `appearance` the report, and as `isBasedOn` the works on the way, nearest the report first. `firstAppearance` is
given only where the report names a work behind it, a document or another outlet: where it was really first, one report cannot tell.
A claim that is attributed to a thing has no author. schema.org has no word for "denies": a denied claim, where it is wanted, has
the whole sentence as its text, so that nobody is said to claim what they deny.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from whence.publish.chains import THINGS, by_itself, label, label_chain, tell_naming
from whence.publish.exports.columns import Cell
from whence.publish.exports.options import ExportOptions, Include
from whence.publish.exports.plain_json import to_page
from whence.publish.exports.rows import CELL_LENGTH, is_speculation, publisher_of, sentences_around, tell_spans
from whence.publish.plain import Json
from whence.publish.visible import shorten, visible
from whence.publish.wording import tell_passage
from whence.records import Claim, ClaimKind, Known, Reading, Report, Source, SourceKind, value_or_none

CONTEXT = "https://schema.org"
# Kinds of sources that are organisations, and those that are where they are named and have no office.
ORGANISATIONS = frozenset({SourceKind.MEDIA, SourceKind.NGO})
BODIES = frozenset({SourceKind.OFFICIAL, SourceKind.PARTY})
WORKS = frozenset({SourceKind.DOCUMENT, SourceKind.MEDIA, SourceKind.SOCIAL})
ASPECT = "attribution"
DRAFT = "Draft"
ID_DIGITS = 16
# Passages of fewer words ("its capture") tell nothing out of their sentence.
FEW_WORDS = 5


def review_nodes(reading: Reading, options: ExportOptions) -> tuple[list[Json], Counter[str]]:
    """Return the report, its claims and a draft review of each as nodes of a graph; and how many were left out, by why."""
    left_out: Counter[str] = Counter()
    nodes: list[Json] = []
    for claim in reading.claims:
        status = status_of(claim)
        if status == "told" or status in options.include:
            nodes += [claim_node(claim, reading), draft_node(claim, reading)]
        else:
            left_out[status] += 1
    return ([report_node(reading.report), *nodes] if nodes else []), left_out


def status_of(claim: Claim) -> str:
    """Return whether a claim is told as a fact that could be checked, or what else it is."""
    if claim.kind is ClaimKind.ASSESSMENT:
        return "assessment"
    if is_speculation(claim):
        return Include.SPECULATION
    if claim.denied:
        return Include.DENIED
    return Include.BACKGROUND if claim.kind is ClaimKind.BACKGROUND else "told"


def to_claimreview(nodes: Iterable[Json]) -> str:
    """Return a JSON-LD document of nodes, each once."""
    return to_page({"@context": CONTEXT, "@graph": list({node["@id"]: node for node in nodes}.values())})


def name_report(report: Report) -> str:
    """Return an IRI for a report that is the same for the same report."""
    key = f"{report.sha256} {report.id}".encode("utf-8", "surrogatepass")
    return f"urn:whence:{hashlib.sha256(key).hexdigest()[:ID_DIGITS]}"


def name_claim(claim: Claim, report: Report) -> str:
    """Return an IRI for a claim, by where it stands."""
    spans = "_".join(f"{span.start}-{span.end}" for span in claim.passages)
    event = f":{claim.event.type}-{claim.event.trigger.start}" if claim.event else ""
    return f"{name_report(report)}:{spans}{event}"


def report_node(report: Report) -> Json:
    """Return the report as an article."""
    publisher = publisher_of(report)
    return told(
        {
            "@id": name_report(report),
            "@type": "NewsArticle",
            "headline": visible(value_or_none(report.headline) or ""),
            "url": visible(report.url or ""),
            "datePublished": visible(value_or_none(report.published_at) or ""),
            "inLanguage": visible(value_or_none(report.language) or ""),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "author": [{"@type": "Person", "name": visible(author)} for author in report.authors],
            "identifier": f"sha256:{visible(report.sha256)}",
        }
    )


def claim_node(claim: Claim, reading: Reading) -> Json:
    """Return a claim."""
    report = reading.report
    last = claim.chain[-1] if claim.chain else None
    steps = based_on(claim.chain)
    works = [work_of(source) for source in claim.chain if source.kind in WORKS]
    return told(
        {
            "@id": name_claim(claim, report),
            "@type": "Claim",
            "text": text_of(claim, reading),
            "author": authors_of(last, report),
            "appearance": {"@id": name_report(report)},
            "firstAppearance": works[-1] if works else None,
            "isBasedOn": steps,
            "spatialCoverage": [node for number in claim.places if (node := place_node(reading, number))],
            "temporalCoverage": time_of(claim),
        }
    )


def draft_node(claim: Claim, reading: Reading) -> Json:
    """Return a review of a claim that is yet to be made: no rating, no author."""
    return {
        "@id": f"{name_claim(claim, reading.report)}:review",
        "@type": "ClaimReview",
        "creativeWorkStatus": DRAFT,
        "claimReviewed": text_of(claim, reading),
        "itemReviewed": {"@id": name_claim(claim, reading.report)},
        "reviewAspect": ASPECT,
        "reviewBody": tell_attribution(claim),
    }


def text_of(claim: Claim, reading: Reading) -> str:
    """Return the passages of a claim; the whole sentences where they are too short to stand alone or are denied."""
    words = tell_passage(claim, reading.report.text)
    if claim.denied or len(words.split()) < FEW_WORDS:
        return tell_spans(sentences_around(claim.passages, reading), reading.report)
    return shorten(words, CELL_LENGTH)


def tell_attribution(claim: Claim) -> str:
    """Return on whose word a claim stands and what it is said to rest on, in words."""
    told_by = f"Attribution: {label_chain(claim.chain)}."
    naming = f" The source nearest the event is {tell_naming(claim.chain[-1])}." if claim.chain else ""
    rests = "; ".join(f"{each.kind} “{visible(each.text)}”{', checkable' if each.checkable else ''}" for each in claim.evidence)
    return shorten(f"{told_by}{naming}{f' Said to rest on: {rests}.' if rests else ''} Not reviewed, not rated.", CELL_LENGTH)


def authors_of(source: Source | None, report: Report) -> list[Json]:
    """Return whose claim it is: the sources nearest the event; the publisher where the report speaks itself."""
    if source is None:
        publisher = publisher_of(report)
        return [{"@type": "Organization", "name": publisher}] if publisher else []
    return [agent_of(each) for each in (source, *source.beside) if each.kind not in THINGS]


def agent_of(source: Source) -> Json:
    """Return a source as a person or an organisation; one that is not named has a description and no name."""
    words = label(by_itself(source))
    kind = "Organization" if is_organisation(source) else "Person"
    role = visible(value_or_none(source.role) or "")
    called: Json = {"name": words} if source.named else {"description": f"{words} ({tell_naming(source)})"}
    return told({"@type": kind, **called, "jobTitle": role if kind == "Person" else ""})


def is_organisation(source: Source) -> bool:
    """Tell whether a source is a body, not a person, as far as its kind, its name and its office tell."""
    named_body = source.kind in BODIES and source.named and not isinstance(source.role, Known)
    return source.kind in ORGANISATIONS or named_body


def work_of(source: Source) -> Json:
    """Return a document, a post or another outlet's report as a work."""
    publisher = {"@type": "Organization", "name": label(by_itself(source))} if source.kind is SourceKind.MEDIA else None
    return told({"@type": "CreativeWork", "name": label(by_itself(source)), "publisher": publisher})


def based_on(chain: Sequence[Source]) -> Json | None:
    """Return the steps of a chain but the last that is somebody, each based on the next."""
    if not chain or (len(chain) == 1 and chain[0].kind not in THINGS):
        return None
    own: Json = work_of(chain[0]) if chain[0].kind in WORKS | THINGS else {"@type": "CreativeWork", "author": agent_of(chain[0])}
    return told({**own, "isBasedOn": based_on(chain[1:])})


def place_node(reading: Reading, number: int) -> Json | None:
    """Return a place of a claim, None where it is not known."""
    place = value_or_none(reading.places[number].place) if 0 <= number < len(reading.places) else None
    if place is None:
        return None
    link = f"https://sws.geonames.org/{place.geonameid}/" if place.geonameid else ""
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return told({"@type": "Place", "name": visible(place.name), "sameAs": link, "geo": point})


def time_of(claim: Claim) -> str:
    """Return the time of a claim as an interval of ISO 8601, empty where the report does not tell it."""
    time = value_or_none(claim.time)
    interval = value_or_none(time.interval) if time else None
    return f"{interval.start.isoformat()}/{interval.end.isoformat()}" if interval else ""


def told(node: dict[str, Cell | list[Json] | Json]) -> Json:
    """Return a node without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value not in ("", [], {})}
