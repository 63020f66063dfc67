from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.referents.places.docs import doc
from whence.referents.places.runs import propose
from whence.referents.places.words import load_words

LISTS = load_words()
WORDS = [
    "Siversk",
    "KYIV",
    "of",
    "upon",
    "-",
    "the",
    "The",
    ",",
    "(",
    ".",
    "fell",
    "’s",
    "\n",
    "[Siversk]",
    "[the Halden, Orvel]",
    "Y",
]


def runs(marked: str) -> list[tuple[str, bool]]:
    made = doc(marked)
    return [(made[run.start : run.end].text, run.by_engine) for run in propose(made, LISTS)]


def test_the_engines_places_and_every_other_capitalised_word() -> None:
    assert runs("The road from [Siversk] to Lyman is closed") == [("The", False), ("Siversk", True), ("Lyman", False)]


def test_a_place_of_the_engine_is_split_at_commas_and_brackets() -> None:
    assert runs("in [Alexandria, Louisiana]") == [("Alexandria", True), ("Louisiana", True)]
    assert runs("in [Halden (Orvel)]") == [("Halden", True), ("Orvel", True)]
    assert runs("in [Halden\nOrvel]") == [("Halden", True), ("Orvel", True)]


def test_articles_and_possessives_are_cut_off() -> None:
    assert runs("near [the Halden’s]") == [("Halden", True)]
    assert runs("near [“Halden”]") == [("Halden", True)]
    assert runs("in [the]") == []


def test_the_full_stop_of_an_abbreviation_stays() -> None:
    assert ("W.Va.", True) in runs("in [W.Va.] on Sunday")
    assert runs("rain in W.Va. today") == [("W.Va.", False)]


def test_other_labels_are_no_places_but_may_hold_one() -> None:
    assert runs("said <Marn> there") == [("Marn", False)]


def test_small_words_join_names_and_do_not_end_them() -> None:
    assert runs("in Rio de Janeiro and elsewhere") == [("Rio de Janeiro", False)]
    assert runs("in Stratford-upon-Avon today") == [("Stratford-upon-Avon", False)]
    assert runs("in Maarat al-Numan today") == [("Maarat al-Numan", False)]
    assert runs("in Halden of old") == [("Halden", False)]
    assert runs("a Halden-based firm") == [("Halden", False)]


def test_names_of_two_lines_or_two_sides_of_a_comma_are_apart() -> None:
    assert runs("Halden\nOrvel") == [("Halden", False), ("Orvel", False)]
    assert runs("of Halden, Orvel") == [("Halden", False), ("Orvel", False)]


def test_a_headline_in_capitals_is_one_run_however_long() -> None:
    headline = "HARBOUR OFFICE SHUTS NINTH PIER AS ICE FROM NORTH REACHES NEW HALDEN AT LAST"
    assert runs(headline) == [(headline, False)]


def test_words_without_capitals_are_no_run() -> None:
    assert runs("all is quiet in siversk") == []
    assert runs("") == []
    assert runs("in [siversk]") == [("siversk", True)]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_runs_are_in_order_hold_a_word_and_share_none(words: list[str]) -> None:
    made = doc(" ".join(words))
    found = propose(made, LISTS)
    assert all(run.start < run.end <= len(made) for run in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(not token.is_space for run in found for token in made[run.start : run.end])
