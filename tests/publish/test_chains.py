from dataclasses import replace

import pytest

from tests.factory import claim, reading, source
from tests.publish.dravik import dravik
from whence.publish.chains import distinct_sources, group_claims, label, label_chain, summarise, tell_about, tell_naming
from whence.publish.formats import FORMATS, FormatName
from whence.records import Source, SourceKind, Undetermined

TEXT = "The mayor said the mill burned. He said nobody was hurt. Officials said it was arson. The ferry is back."
mayor = source(TEXT, "The mayor", "official", name="Ana bel", named=True)
he = source(TEXT, "He", "official", name="Ana Bel", role="mayor of Pell", named=True)
officials = source(TEXT, "Officials", "anonymous")
burned = claim(TEXT, "the mill burned", chain=(mayor,))
nobody = claim(TEXT, "nobody was hurt", chain=(he,))
arson = claim(TEXT, "it was arson", chain=(officials,))
ferry = claim(TEXT, "The ferry is back.")


def test_claims_on_one_word_stand_together_and_the_own_voice_comes_last() -> None:
    groups = group_claims([ferry, burned, arson, nobody])
    assert [group.claims for group in groups] == [(burned, nobody), (arson,), (ferry,)]
    assert [group.own_voice for group in groups] == [False, False, True]
    assert [group.named for group in groups] == [True, False, False]


def test_the_mention_that_tells_most_stands_for_its_source() -> None:
    assert group_claims([burned, nobody])[0].chain == (he,)
    assert distinct_sources([burned, nobody, arson]) == (he, officials)


def test_the_same_words_of_another_kind_are_another_source() -> None:
    of_a_party = claim(TEXT, "it was arson", chain=(source(TEXT, "Officials", "party"),))
    assert len(group_claims([arson, of_a_party])) == 2


def test_a_chain_reads_from_the_reader_to_the_event() -> None:
    assert label_chain((mayor, officials)) == "Ana bel ← Officials"
    assert label_chain(()) == "the report’s own voice"


def test_a_source_without_words_is_called_by_its_kind() -> None:
    assert label(Source(SourceKind.RESIDENT, None, "")) == "an unnamed source (resident)"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (mayor, "named"),
        (officials, "not named, no reason given"),
        (source(TEXT, "Officials", "anonymous", unnamed_because="fear"), "not named: “fear”"),
        (source(TEXT, "Officials", "anonymous", unnamed_because=Undetermined()), "not named, the reason is unclear"),
        (source(TEXT, "the mill", "document"), "not identified"),
        (source(TEXT, "the mill", "imagery", named=True), "identified"),
    ],
)
def test_naming_is_told_with_its_reason(given: Source, told: str) -> None:
    assert tell_naming(given) == told


def test_the_summary_counts_claims_sources_and_names() -> None:
    assert summarise(reading(TEXT, burned, nobody, arson, ferry)) == (
        "4 claims: 3 on the word of 2 sources; 1 in the report’s own voice.",
        "1 of 2 sources named: Ana Bel (2). Not named: Officials.",
    )


def test_a_claim_at_second_hand_counts_for_the_source_nearest_the_event() -> None:
    through = claim(TEXT, "it was arson", chain=(mayor, officials))
    assert summarise(reading(TEXT, through)) == (
        "1 claim: 1 on the word of 1 source, 1 of them at second hand.",
        "0 of 1 source named. Not named: Officials.",
    )


def test_many_names_are_cut_short() -> None:
    _, names = summarise(dravik())
    assert names.startswith(
        "7 of 13 sources named: Colonel Ilse Marn (2), Open Corridor (2), Institute for Border Studies and 4 more."
    )


def test_a_report_that_attributes_nothing_says_so() -> None:
    assert summarise(reading(TEXT, ferry))[1] == "Nothing in it is attributed to anyone."
    assert summarise(reading(TEXT))[0] == "No claims were found in this report."


def test_sources_beside_one_another_are_shown_together_and_counted_each() -> None:
    text = "Imagery and intercepts showed that the depot burned."
    intercepts = source(text, "intercepts", "intercept")
    imagery = replace(source(text, "Imagery", "imagery"), beside=(intercepts,))
    told = claim(text, "the depot burned", chain=(imagery,))
    assert label(imagery) == "Imagery and intercepts"
    assert [each.text for each in distinct_sources([told])] == ["Imagery", "intercepts"]
    assert "1 on the word of 2 sources" in summarise(reading(text, told))[0]


def test_each_source_beside_another_tells_its_own_kind_role_and_naming() -> None:
    both = replace(he, beside=(officials,))
    assert tell_about(both) == "official, mayor of Pell, named; anonymous, not named, no reason given"
    assert tell_about(both, roles=False) == "official, named; anonymous, not named, no reason given"


def test_role_that_is_what_the_source_is_called_is_told_once() -> None:
    described = source(TEXT, "The mayor", "official", role="mayor who asked for silence")
    assert tell_about(replace(described, text="Mayor")) == "official, not named, no reason given"
    assert tell_about(replace(described, text="One of them")).startswith("official, mayor who asked for silence, ")


@pytest.mark.parametrize("form", [FormatName.TERMINAL, FormatName.MD, FormatName.HTML])
def test_every_sheet_tells_the_kind_of_what_stands_beside(form: FormatName) -> None:
    text = "Imagery and intercepts showed that the depot burned."
    imagery = replace(source(text, "Imagery", "imagery"), beside=(source(text, "intercepts", "intercept"),))
    page = FORMATS[form].write(reading(text, claim(text, "the depot burned", chain=(imagery,))))
    assert "imagery, not identified; intercept, not identified" in page
