from dataclasses import replace

import pytest

from tests.factory import claim, reading, source
from whence.publish.chains import (
    count_statements,
    distinct_sources,
    group_claims,
    label,
    label_chain,
    list_names,
    tell_about,
    tell_naming,
)
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


def test_a_statement_of_several_events_is_one_saying() -> None:
    twice = [replace(burned, statement=1), replace(nobody, statement=1), replace(arson, statement=2), replace(ferry, statement=3)]
    assert count_statements(twice) == 3
    assert [group.statements for group in group_claims(twice)] == [1, 1, 1]


def test_names_stand_by_their_statements_and_the_rest_is_counted() -> None:
    told = [("Bel", 1), ("Oda", 2), ("Marn", 1), ("Sohl", 1)]
    assert list_names(told) == "Oda (2), Bel, Marn and 1 more"


def test_sources_beside_one_another_are_shown_together_and_listed_each() -> None:
    text = "Imagery and intercepts showed that the depot burned."
    intercepts = source(text, "intercepts", "intercept")
    imagery = replace(source(text, "Imagery", "imagery"), beside=(intercepts,))
    told = claim(text, "the depot burned", chain=(imagery,))
    assert label(imagery) == "Imagery and intercepts"
    assert [each.text for each in distinct_sources([told])] == ["Imagery", "intercepts"]


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
