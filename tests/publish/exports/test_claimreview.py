import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from tests.factory import claim, source, span
from tests.publish.exports.norn import CLAIMS, OFFICIALS, SPOKESMAN, TEXT, norn
from whence.publish.exports import FORMS, ExportName, ExportOptions, Include
from whence.records import Claim, Reading

FORM = FORMS[ExportName.CLAIMREVIEW]
SCHEMA = "http://schema.org/"
# What schema.org's own context says of the words used here, so that no test reaches for the network.
SCHEMA_CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        "url": {"@type": "@id"},
        "sameAs": {"@type": "@id"},
        "datePublished": {"@type": "Date"},
        "type": "@type",
        "id": "@id",
    }
}
# The properties that schema.org defines for the types that are used (schema.org 29, with those of Thing and CreativeWork).
DEFINED = {
    "NewsArticle": {"headline", "url", "datePublished", "inLanguage", "publisher", "author", "identifier"},
    "Claim": {"text", "author", "appearance", "firstAppearance", "isBasedOn", "spatialCoverage", "temporalCoverage"},
    "ClaimReview": {"claimReviewed", "itemReviewed", "creativeWorkStatus", "reviewAspect", "reviewBody"},
    "CreativeWork": {"name", "publisher", "author", "isBasedOn"},
    "Person": {"name", "description", "jobTitle"},
    "Organization": {"name", "description"},
    "Place": {"name", "sameAs", "geo"},
    "GeoCoordinates": {"latitude", "longitude"},
}


def load_schema(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", f"{url} is none of ours"
    return {"contextUrl": None, "documentUrl": url, "document": SCHEMA_CONTEXT, "contentType": "application/ld+json"}


def document(*claims: Claim, include: frozenset[Include] = frozenset(), of: Reading | None = None) -> dict[str, Any]:
    options = ExportOptions(include=include)
    told: dict[str, Any] = json.loads(FORM.write(FORM.take(of or norn(*claims), options).pieces, options))
    return told


def expand(*claims: Claim, include: frozenset[Include] = frozenset()) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = jsonld.expand(document(*claims, include=include), {"documentLoader": load_schema})
    return nodes


def of_type(name: str, *claims: Claim, include: frozenset[Include] = frozenset()) -> list[dict[str, Any]]:
    return [node for node in document(*claims, include=include)["@graph"] if node["@type"] == name]


def test_a_processor_reads_a_report_its_claims_and_a_draft_of_each() -> None:
    types = Counter(node["@type"][0].removeprefix(SCHEMA) for node in expand())
    assert types == {"NewsArticle": 1, "Claim": 7, "ClaimReview": 7}


def test_every_link_within_the_document_leads_somewhere() -> None:
    nodes = expand()
    ids = {node["@id"] for node in nodes}
    assert len(ids) == len(nodes)
    for node in nodes:
        for name in ("itemReviewed", "appearance"):
            assert {each["@id"] for each in node.get(f"{SCHEMA}{name}", [])} <= ids


def test_there_is_no_verdict() -> None:
    text = json.dumps(document(include=frozenset(Include)))
    for word in ("reviewRating", "ratingValue", "alternateName", "aggregateRating", "reviewer"):
        assert word not in text
    assert {node["creativeWorkStatus"] for node in of_type("ClaimReview")} == {"Draft"}
    assert [node for node in of_type("ClaimReview") if "author" in node] == []


def test_only_words_of_schema_org_are_used() -> None:
    def check(node: Any) -> None:
        if isinstance(node, list):
            for each in node:
                check(each)
        elif isinstance(node, dict):
            if "@type" in node:
                assert set(node) - {"@id", "@type"} <= DEFINED[node["@type"]]
            for each in node.values():
                check(each)

    told = document(include=frozenset(Include))
    assert told["@context"] == "https://schema.org"
    check(told["@graph"])


def test_a_claim_has_the_words_who_claims_it_where_and_when() -> None:
    shelling = of_type("Claim")[1]
    assert shelling["text"].startswith("Coast artillery shelled SelFos")
    assert shelling["author"] == [{"@type": "Person", "name": "Oda Marn", "jobTitle": "mayor"}]
    assert shelling["spatialCoverage"][0]["sameAs"] == "https://sws.geonames.org/3413604/"
    assert shelling["temporalCoverage"] == "2031-05-03T18:00:00/2031-05-04T06:00:00"


def test_a_chain_is_told_step_by_step_and_a_document_has_no_author() -> None:
    withdrawal = of_type("Claim")[0]
    assert "author" not in withdrawal
    assert withdrawal["firstAppearance"]["name"] == "a confidential report"
    assert withdrawal["isBasedOn"]["name"] == "The Halden Gazette"
    assert withdrawal["isBasedOn"]["isBasedOn"]["name"] == "a confidential report"


def test_the_own_voice_is_the_publisher_and_a_plain_source_is_no_work() -> None:
    strike = of_type("Claim", CLAIMS[7])[0]
    assert strike["author"] == [{"@type": "Organization", "name": "Coastline Press"}]
    assert not {"firstAppearance", "isBasedOn"} & set(of_type("Claim", CLAIMS[2])[0])


def test_one_who_is_not_named_has_a_description_and_no_name() -> None:
    held = replace(CLAIMS[11], chain=(OFFICIALS,))
    (told,) = of_type("Claim", held)
    assert told["author"] == [{"@type": "Person", "description": "two officials (not named, no reason given)"}]
    (spoken,) = of_type("Claim", replace(held, chain=(SPOKESMAN,)))
    assert spoken["author"][0]["@type"] == "Person"


def test_those_who_say_the_same_are_authors_together() -> None:
    both = source(TEXT, "an analyst", "expert", beside=(OFFICIALS,))
    (told,) = of_type("Claim", replace(CLAIMS[11], chain=(both,)))
    assert len(told["author"]) == 2


def test_what_is_denied_speculated_or_judged_is_left_out_and_counted() -> None:
    left_out = FORM.take(norn(), ExportOptions()).left_out
    assert left_out == Counter({"denied": 2, "speculation": 1, "background": 1, "assessment": 1})


def test_a_denied_claim_has_the_sentence_that_denies_it() -> None:
    told = {node["text"] for node in of_type("Claim", CLAIMS[1], CLAIMS[4], include=frozenset({Include.DENIED}))}
    assert told == {
        "The Norn Council denied that its troops had withdrawn from Selfoss.",
        "“We did not fire on Akureyri,” a Coast spokesman said.",
    }


def test_a_few_words_are_told_with_their_sentence() -> None:
    (told,) = of_type("Claim", replace(CLAIMS[8], passages=(span(TEXT, "fighting at Qvarzonavik"),)))
    assert told["text"] == "Dozens were killed in fighting at Qvarzonavik, residents said."


def test_without_a_claim_the_graph_is_empty() -> None:
    assert document(CLAIMS[9])["@graph"] == []


@pytest.mark.parametrize("form", [ExportName.CLAIMREVIEW, ExportName.PROV])
def test_the_same_report_twice_gives_the_same_document_as_once(form: ExportName) -> None:
    options = ExportOptions()
    once = FORMS[form].take(norn(), options).pieces
    assert FORMS[form].write((*once, *once), options) == FORMS[form].write(once, options)


def test_a_claim_without_an_event_is_a_claim() -> None:
    (told,) = of_type("Claim", claim(TEXT, "The loss of Selfoss is a heavy blow"))
    assert told["text"] == "The loss of Selfoss is a heavy blow"
