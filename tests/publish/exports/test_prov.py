import json
from dataclasses import replace
from typing import Any

from prov.model import (
    ProvActivity,
    ProvAgent,
    ProvAssociation,
    ProvAttribution,
    ProvDelegation,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvGeneration,
    ProvUsage,
)

from tests.factory import source
from tests.publish.exports.norn import CLAIMS, CONTEXT, OFFICIALS, TEXT, norn
from whence.publish.exports import FORMS, ExportName, ExportOptions
from whence.records import Known, Reading

FORM = FORMS[ExportName.PROV]
OPTIONS = ExportOptions()


def write(*readings: Reading) -> str:
    return FORM.write([piece for each in readings for piece in FORM.take(each, OPTIONS).pieces], OPTIONS)


def read(*readings: Reading) -> ProvDocument:
    return ProvDocument.deserialize(content=write(*readings), format="json")


def labels(document: ProvDocument) -> dict[str, str]:
    records = [*document.get_records(ProvEntity), *document.get_records(ProvAgent), *document.get_records(ProvActivity)]
    return {str(each.identifier): str(each.label) for each in records}


def relations(document: ProvDocument, kind: type[Any]) -> set[tuple[str, str]]:
    names = labels(document)
    found = set()
    for each in document.get_records(kind):
        (_, of), (_, to) = each.formal_attributes[:2]
        found.add((names.get(str(of), str(of)), names.get(str(to), str(to))))
    return found


def test_a_reader_of_prov_finds_a_claim_for_each_and_the_report() -> None:
    types = [str(kind) for each in read(norn()).get_records(ProvEntity) for kind in each.get_asserted_types()]
    assert types.count("whence:Claim") == len(CLAIMS)
    assert types.count("whence:Report") == 1


def test_every_relation_is_between_records_that_are_there() -> None:
    document = read(norn())
    known = set(labels(document))
    for kind in (ProvDerivation, ProvAttribution, ProvDelegation, ProvGeneration, ProvUsage, ProvAssociation):
        told = list(document.get_records(kind))
        assert told
        for each in told:
            assert {str(value) for _, value in each.formal_attributes[:2]} <= known


def test_a_claim_descends_from_the_report_and_along_its_chain() -> None:
    derived = relations(read(norn(CLAIMS[0])), ProvDerivation)
    assert derived == {
        ("c1", "Norn leaves Selfoss"),
        ("c1", "The Halden Gazette"),
        ("The Halden Gazette", "a confidential report"),
    }


def test_a_passage_is_quoted_from_the_report() -> None:
    document = read(norn(CLAIMS[4]))
    kinds = [sorted(str(kind) for kind in each.get_asserted_types()) for each in document.get_records(ProvDerivation)]
    assert kinds == [["prov:Quotation"], ["prov:Quotation"]]


def test_sources_are_agents_and_things_are_not() -> None:
    attributed = relations(read(norn(CLAIMS[0], CLAIMS[2])), ProvAttribution)
    assert ("The Halden Gazette", "The Halden Gazette") in attributed
    assert ("c3", "Oda Marn") in attributed
    assert ("Norn leaves Selfoss", "Coastline Press") in attributed
    assert "a confidential report" not in {agent for _, agent in attributed}


def test_those_who_say_the_same_stand_behind_it_together() -> None:
    both = source(TEXT, "an analyst", "expert", beside=(OFFICIALS,))
    attributed = relations(read(norn(replace(CLAIMS[11], chain=(both,)))), ProvAttribution)
    assert {("c12", "an analyst"), ("c12", "two officials")} <= attributed


def test_one_source_is_one_agent_however_often_it_speaks() -> None:
    document = read(norn(CLAIMS[2], CLAIMS[3]))
    assert [str(each.label) for each in document.get_records(ProvAgent)].count("Oda Marn") == 1


def test_a_holder_of_an_office_acts_on_behalf_of_its_party() -> None:
    assert relations(read(norn(CLAIMS[2])), ProvDelegation) == {("Oda Marn", "Norn Council")}
    assert relations(read(norn(CLAIMS[8])), ProvDelegation) == set()


def test_who_held_the_office_before_acts_on_nobodys_behalf() -> None:
    holder = replace(CONTEXT.offices[0].holders[0], until=CONTEXT.start)
    office = replace(CONTEXT.offices[0], holders=(holder,))
    former = norn(CLAIMS[2], context=Known(replace(CONTEXT, offices=(office,))))
    assert relations(read(former), ProvDelegation) == set()


def test_the_run_is_an_activity_of_a_software_agent() -> None:
    document = read(norn(CLAIMS[0]))
    (activity,) = document.get_records(ProvActivity)
    assert "hand" in str(activity.get_attribute("whence:engine"))
    assert [str(kind) for each in document.get_records(ProvAgent) for kind in each.get_asserted_types()].count(
        "prov:SoftwareAgent"
    ) == 1
    assert relations(document, ProvUsage) == {("reading by Whence 0.0.0", "Norn leaves Selfoss")}
    assert relations(document, ProvAssociation) == {("reading by Whence 0.0.0", "Whence 0.0.0")}
    assert relations(document, ProvGeneration) == {("c1", "reading by Whence 0.0.0")}


def test_a_denied_claim_says_so_in_its_words_and_beside_them() -> None:
    told = json.loads(write(norn(CLAIMS[1])))["entity"]
    (denied,) = [each for each in told.values() if each.get("whence:denied")]
    assert denied["prov:value"] == "The Norn Council denied that its troops had withdrawn from Selfoss."


def test_two_reports_stand_in_one_document_without_touching() -> None:
    other = replace(norn(), report=replace(norn().report, id="other", headline=Known("Another")))
    apart = len(list(read(norn()).get_records(ProvEntity)))
    together = read(norn(), other)
    assert len(list(together.get_records(ProvEntity))) == 2 * apart
    assert len(list(together.get_records(ProvDerivation))) == 2 * len(list(read(norn()).get_records(ProvDerivation)))


def test_a_hostile_name_is_named_in_escapes() -> None:
    hostile = replace(norn(CLAIMS[0]), report=replace(norn().report, headline=Known('a"\u202e}\x00'), outlet=Known("<b>\x1b")))
    text = write(hostile)
    assert not set(text) & set("\u202e\x00\x1b")
    assert 'a"⟨U+202E⟩}⟨U+0000⟩' in labels(ProvDocument.deserialize(content=text, format="json")).values()
