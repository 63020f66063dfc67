"""Attributions and claims, on small documents parsed by hand."""

from __future__ import annotations

import pytest

from tests.claims import sentences
from tests.claims.docs import doc, read, report, says
from whence.claims import attribute
from whence.errors import DocumentMismatch
from whence.records import Absent, CueGrade, Known, Quotation, SourceKind, Undetermined, value_or_none


def texts(notation: str) -> list[str]:
    made = doc(notation)
    return [says(claim, made.text) for claim in read(notation).claims]


def test_refuses_a_document_of_another_text() -> None:
    made = doc(sentences.SCARE)
    with pytest.raises(DocumentMismatch):
        attribute(made, report(made.text + " "))


def test_empty_report_claims_nothing() -> None:
    made = doc("")
    assert attribute(made, report("")) == ((), ())


def test_inverted_speaker_with_apposition() -> None:
    (claim,) = read(sentences.COUNCIL_QUOTE).claims
    (source,) = claim.chain
    assert claim.quotation is Quotation.DIRECT
    assert claim.grade is CueGrade.SAID
    assert (value_or_none(source.name), value_or_none(source.role)) == ("Mara Tolvanen", "head of the council")
    assert (source.kind, source.named) == (SourceKind.OFFICIAL, True)


@pytest.mark.parametrize("marks", [True, False])
def test_marked_or_not_the_quotation_has_its_speaker(*, marks: bool) -> None:
    (attribution,) = read(sentences.COUNCIL_QUOTE, marks=marks).attributions
    text = doc(sentences.COUNCIL_QUOTE).text
    assert attribution.source[0].cut(text).startswith("Mara Tolvanen")
    assert attribution.content[0].cut(text).strip("“,”") == "The bridge fell"


def test_outlet_that_holds_a_document_stands_before_it() -> None:
    (claim,) = read(sentences.HELD_MEMO).claims
    assert [source.kind for source in claim.chain] == [SourceKind.MEDIA, SourceKind.DOCUMENT]
    assert [source.named for source in claim.chain] == [True, False]


def test_evidence_confirms_beside_the_reports_own_words() -> None:
    made = doc(sentences.EVIDENCE)
    own, confirmed = read(sentences.EVIDENCE).claims
    assert own.own_voice
    assert says(own, made.text) == "The retreat … opens the road."
    (source,) = confirmed.chain
    assert confirmed.grade is CueGrade.CONFIRMED
    assert (source.kind, [other.kind for other in source.beside]) == (SourceKind.IMAGERY, [SourceKind.INTERCEPT])
    assert [each.text for each in confirmed.sources] == ["satellite imagery", "intercepted calls"]


def test_evidence_is_not_what_is_said() -> None:
    (claim,) = read(sentences.EVIDENCE_TAKEN_FOR_CONTENT).claims
    assert says(claim, doc(sentences.EVIDENCE_TAKEN_FOR_CONTENT).text) == "The retreat"
    assert [source.kind for source in claim.chain] == [SourceKind.IMAGERY]


def test_reason_for_not_naming_is_kept_for_one_of_several() -> None:
    first, second = read(sentences.ANONYMOUS).claims
    why = "speaking on condition of anonymity because they were not allowed to talk"
    assert value_or_none(first.chain[0].unnamed_because) == why
    assert value_or_none(second.chain[0].unnamed_because) == why
    assert not second.chain[0].named
    assert second.chain[0].kind is SourceKind.OFFICIAL


def test_cited_sources_stand_behind_the_newspaper() -> None:
    (claim,) = read(sentences.CITING).claims
    assert [source.text for source in claim.chain] == ["The newspaper", "two officials"]
    assert len(read(sentences.CITING).attributions) == 2


def test_remarks_are_their_speakers_and_others_bear_them_out() -> None:
    road, bridge, denial = read(sentences.REMARKS).claims
    assert {value_or_none(claim.chain[0].name) for claim in (road, bridge, denial)} == {"Ivo Renner"}
    assert [other.text for other in bridge.chain[0].beside] == ["council officials"]
    assert bridge.grade is CueGrade.SUGGESTED
    assert denial.grade is CueGrade.DENIED


def test_pronoun_between_two_men_is_undetermined_and_names_both() -> None:
    own, claim = read(sentences.TWO_MEN).claims
    name = claim.chain[0].name
    assert own.own_voice
    assert isinstance(name, Undetermined)
    assert "Ivo Renner" in name.because[0].detail
    assert "Olaf Brandt" in name.because[0].detail
    assert not claim.chain[0].named


def test_title_decides_whom_a_pronoun_means() -> None:
    claim = read(sentences.MAN_AND_WOMAN).claims[-1]
    assert value_or_none(claim.chain[0].name) == "Renner"


def test_outlet_that_was_told_stands_before_the_speaker() -> None:
    (claim,) = read(sentences.TOLD_OUTLET).claims
    assert [source.kind for source in claim.chain] == [SourceKind.MEDIA, SourceKind.PERSON]


def test_attribution_within_anothers_content_nests() -> None:
    (claim,) = read(sentences.NESTED).claims
    assert [source.text for source in claim.chain] == ["Renner", "the ministry"]
    assert claim.grade is CueGrade.WARNED
    assert texts(sentences.NESTED) == ["the dam leaked"]


def test_hearsay_names_nobody() -> None:
    (claim,) = read(sentences.HEARSAY).claims
    assert claim.chain[0].span is None
    assert isinstance(claim.chain[0].name, Absent)
    assert claim.grade is CueGrade.CLAIMED


def test_speaker_goes_on_into_a_quoted_paragraph() -> None:
    first, second = read(sentences.TWO_PARAGRAPHS).claims
    assert second.chain[0].span is None
    assert value_or_none(second.chain[0].name) == value_or_none(first.chain[0].name) == "Ivo Renner"
    assert "speaker carried on" in {reason.kind for reason in second.chain[0].because}


def test_quotation_nobody_speaks_is_not_the_reports_own_voice() -> None:
    (claim,) = read(sentences.NO_SPEAKER).claims
    assert not claim.own_voice
    assert claim.chain[0].text == ""


def test_scare_quotes_are_no_quotation() -> None:
    (claim,) = read(sentences.SCARE).claims
    assert claim.own_voice


def test_short_form_stands_for_the_full_name() -> None:
    claim = read(sentences.ACRONYM).claims[-1]
    assert value_or_none(claim.chain[0].name) == "Halden Relief Council"


def test_split_clause_gets_its_subject_and_loses_the_reports_gloss() -> None:
    assert texts(sentences.SPLIT_CLAUSE) == ["The evacuation … is “no plain flight,”"]
    (claim,) = read(sentences.SPLIT_CLAUSE).claims
    assert claim.quotation is Quotation.MIXED
    assert claim.grade is CueGrade.CLAIMED


def test_refusal_and_lifeless_subject_leave_the_sentence_to_the_report() -> None:
    assert [claim.own_voice for claim in read(sentences.SHUNNED).claims] == [True, True]


def test_reads_engine_marks_without_a_tree() -> None:
    result = read(sentences.COUNCIL_QUOTE, tree=False)
    assert [claim.quotation for claim in result.claims if not claim.own_voice] == [Quotation.DIRECT]


@pytest.mark.parametrize("name", [name for name in dir(sentences) if name.isupper()])
def test_every_result_has_reasons_and_spans_within_the_text(name: str) -> None:
    notation = getattr(sentences, name)
    text = doc(notation).text
    result = read(notation)
    for claim in result.claims:
        assert claim.because
        assert all(passage.cut(text).strip() == passage.cut(text) for passage in claim.passages)
        assert all(source.because for source in claim.sources)
        assert claim.own_voice == (claim.attribution is None)
    for attribution in result.attributions:
        assert attribution.because
        assert attribution.span.end <= len(text)
    assert [claim.id for claim in result.claims] == [f"c{number}" for number in range(1, len(result.claims) + 1)]


def test_known_names_carry_their_reason() -> None:
    name = read(sentences.REMARKS).claims[1].chain[0].name
    assert isinstance(name, Known)
    assert "agrees with Ivo Renner" in name.because[0].detail
