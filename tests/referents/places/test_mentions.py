from itertools import pairwise

import pytest

from tests.referents.places.docs import doc
from whence.referents.gazetteer import Gazetteer
from whence.referents.places.mentions import Mention, find_mentions
from whence.referents.places.words import load_words

WEAK = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
"""How likely the engine may hold a name for a place where that alone is not enough."""


def mentions(marked: str, gazetteer: Gazetteer, *, likely: float = 0.85) -> list[Mention]:
    return find_mentions(doc(marked, likely=likely), gazetteer, load_words())


def forms(marked: str, gazetteer: Gazetteer, *, likely: float = 0.85) -> list[str]:
    return [mention.form for mention in mentions(marked, gazetteer, likely=likely)]


def test_a_name_that_engine_and_gazetteer_know_is_a_place_with_its_words_and_matches(world: Gazetteer) -> None:
    made = doc("The road to [Kyiv] is closed.")
    (mention,) = find_mentions(made, world, load_words())
    assert mention.span.cut(made.text) == made[mention.start : mention.end].text == "Kyiv"
    assert [match.place.geonameid for match in mention.matches] == [703448]


def test_a_word_that_neither_knows_is_none(world: Gazetteer) -> None:
    assert forms("The road was closed on Sunday by Marn", world) == []


def test_the_engine_is_believed_without_a_label_where_the_gazetteer_agrees(world: Gazetteer) -> None:
    assert forms("The road to {London} is closed", world) == ["London"]
    assert forms("The road to {Qvarzonivka} is closed", world, likely=0.99) == []


def test_what_is_called_a_town_is_one_though_no_gazetteer_knows_it(world: Gazetteer) -> None:
    assert forms("in the town of {Qvarzonivka}, Kyiv", world) == ["Qvarzonivka"]
    assert forms("in the spirit of {Qvarzonivka}, Kyiv", world) == []


def test_without_an_engines_scores_the_words_are_still_read(world: Gazetteer) -> None:
    made = doc("The road to [Kyiv], Ukraine, and [Donetsk], Ukraine")
    made.user_data.clear()
    assert {"Kyiv", "Donetsk"} >= {mention.form for mention in find_mentions(made, world, load_words())}


@pytest.mark.parametrize("marked", ["", " ", "\n\n", ".", "’", "[.]", "[the]", "[1984]", "[2031–2032]"])
def test_nothing_is_no_place(marked: str, world: Gazetteer) -> None:
    assert forms(marked, world) == []


@pytest.mark.parametrize("marked", ["[Ukrainian] boats", "{Russian} boats", "[Ukrainians] left", "[South Korean] boats"])
def test_an_adjective_or_a_people_is_no_place(marked: str, world: Gazetteer) -> None:
    assert forms(marked, world) == []


def test_a_single_letter_is_never_looked_up(world: Gazetteer) -> None:
    assert world.find("Y")
    assert forms("the letter {Y} in {London}", world) == ["London"]
    assert all(not mention.matches for mention in mentions("in the town of [Y], Ukraine", world) if mention.form == "Y")


def test_the_longest_name_from_the_left_counts(world: Gazetteer) -> None:
    assert world.find("Nova")
    assert world.find("Kelm")
    assert forms("rain in {Nova Kelm} today", world) == ["Nova Kelm"]


def test_a_name_among_other_words_with_capitals_is_found(world: Gazetteer) -> None:
    assert forms("The {London} Harbour Office is shut", world) == ["London"]
    assert forms("OFFICE SHUTS NINTH PIER AS ICE FROM NORTH REACHES {NOVA KELM} AT LAST", world) == ["NOVA KELM"]


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("in [Metro London] today", "London"),
        ("the [London State Troopers] came", "London"),
        ("the [Halden Regional Park] is shut", "Halden"),
        ("the [London Airport] is shut", "London"),
        ("in [the London’s] streets", "London"),
    ],
)
def test_words_around_an_engines_name_that_are_no_part_of_it_are_left_out(marked: str, form: str, world: Gazetteer) -> None:
    assert forms(marked, world) == [form]


def test_an_abbreviation_keeps_its_full_stop(world: Gazetteer) -> None:
    made = doc("The pier in [London], [W.Va]. It is shut.")
    last = find_mentions(made, world, load_words())[-1]
    assert (last.form, last.span.cut(made.text)) == ("W.Va.", "W.Va.")
    assert [match.place.name for match in last.matches] == ["West Virginia"]


@pytest.mark.parametrize("marked", ["It rained in [Kyiv].", "It rained in {Kyiv}.", "Rain fell on {London}. It was dry."])
def test_the_full_stop_of_a_sentence_is_no_part_of_a_name(marked: str, world: Gazetteer) -> None:
    (form,) = forms(marked, world)
    assert not form.endswith(".")


@pytest.mark.parametrize("name", ["Stratford-upon-Avon", "Saint-Orvel", "N’Darva", "N'Darva"])
def test_hyphens_and_apostrophes_are_parts_of_a_name(name: str, world: Gazetteer) -> None:
    (mention,) = mentions(f"rain in [{name}] today", world)
    assert mention.form == name
    assert len(mention.matches) == 1


def test_a_hyphenated_name_is_found_without_the_engine(world: Gazetteer) -> None:
    assert forms("rain in {Stratford-upon-Avon} today", world, likely=0.97) == ["Stratford-upon-Avon"]


def test_letters_are_read_whatever_their_case_where_the_engine_names_them(world: Gazetteer) -> None:
    assert forms("all quiet in [kyiv] and in london", world) == ["kyiv"]
    assert forms("ALL QUIET IN [KYIV]", world) == ["KYIV"]


def test_weak_evidence_is_enough_for_a_form_that_was_recognised_elsewhere(world: Gazetteer) -> None:
    found = []
    for likely in WEAK:
        if not mentions("Late on {London} kept the harbour shut", world, likely=likely):
            again = forms("Late on {London} kept the harbour shut. It rained in [London]", world, likely=likely)
            other = forms("Late on {London} kept the harbour shut. It rained in [Kyiv]", world, likely=likely)
            found.append((again, other))
    assert (["London", "London"], ["Kyiv"]) in found


def test_the_words_beside_a_name_tell_its_kind(world: Gazetteer) -> None:
    kinds = {
        "in the town of [Kelm] today": "P",
        "on the river [Orvel] today": "H",
        "in [Donetsk] Oblast today": "A",
        "in [Donetsk] today": "",
        "the hills of [Kelm]": "",
    }
    assert {marked: mentions(marked, world)[0].kind for marked in kinds} == kinds


def test_a_word_for_an_area_behind_a_name_adds_the_area_to_its_matches(world: Gazetteer) -> None:
    (bare,), (area,) = mentions("rain in [Donetsk] today", world), mentions("rain in [Donetsk] oblast today", world)
    assert {match.place.feature for match in bare.matches} == {"P.PPL"}
    assert {match.place.feature for match in area.matches} == {"P.PPL", "A.ADM1"}
    assert area.form == "Donetsk"


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("in [Alexandria], [Louisiana]", [1, None]),
        ("in [Alexandria] ([Louisiana])", [1, None]),
        ("in [Alexandria],\n[Louisiana]", [1, None]),
        ("in [Alexandria] and [Louisiana]", [None, None]),
        ("in [Alexandria]. [Louisiana] is dry", [None, None]),
        ("in [Alexandria], in [Louisiana]", [None, None]),
    ],
)
def test_the_name_behind_a_comma_may_hold_the_one_before_it(marked: str, inside: list[int | None], world: Gazetteer) -> None:
    assert [mention.inside for mention in mentions(marked, world)] == inside


def test_names_on_two_lines_are_two(world: Gazetteer) -> None:
    assert forms("[Nova\nKelm]", world) == ["Nova", "Kelm"]


def test_mentions_are_in_the_order_of_the_text_and_share_no_letter(world: Gazetteer) -> None:
    found = mentions("In [Nova Kelm], {London}, [W.Va]. [Kyiv] and {Nova Kelm} Harbour [Alexandria], [Louisiana]. {Kyiv}", world)
    assert len(found) >= 7
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
