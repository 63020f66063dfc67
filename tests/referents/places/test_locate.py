from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.referents.places.docs import doc
from tests.referents.places.world import conflict, known
from whence.records import Absent, Alias, Box, Context, ContextPlace, Known, PlaceFlag, Toponym, Undetermined
from whence.referents.gazetteer import Gazetteer
from whence.referents.places import locate
from whence.referents.places.locate import SHOWN

AROUND = "from [Bakhmut] to [Kramatorsk] and [Lyman]"
"""Names that settle where a report is."""

SUSPECT = {PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL}


def places(marked: str, gazetteer: Gazetteer, context: Context | None = None) -> dict[str, Toponym]:
    """Return the last toponym of each form."""
    return {toponym.text: toponym for toponym in locate(doc(marked), gazetteer, context)}


def key(toponym: Toponym) -> str:
    return toponym.place.value.key if isinstance(toponym.place, Known) else type(toponym.place).__name__


def test_a_name_is_read_with_its_score_reasons_and_runners_up(world: Gazetteer) -> None:
    made = doc(f"Rain went {AROUND} to [Siversk] today.")
    found = locate(made, world)
    assert [toponym.text for toponym in found] == ["Bakhmut", "Kramatorsk", "Lyman", "Siversk"]
    siversk = found[-1]
    assert siversk.place == Known(known(694403), siversk.candidates[0].because)
    assert siversk.place.because
    assert siversk.flags == ()
    assert siversk.score == siversk.candidates[0].score > 0.5
    assert siversk.span.cut(made.text) == "Siversk"


@pytest.mark.parametrize("marked", ["", "\n", "It rained all day.", "12 34", "’"])
def test_a_text_without_names_has_no_places(marked: str, world: Gazetteer) -> None:
    assert locate(doc(marked), world) == ()
    assert locate(doc(marked), world, conflict()) == ()


@pytest.mark.issue(3)
@pytest.mark.parametrize("context", [None, conflict()], ids=["by its neighbours", "by the theatre"])
def test_odd_capitals_and_lost_letters_are_seen_through(context: Context | None, world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in [SevSk] today.", world, context)["SevSk"]
    assert key(found) == "geonames:694403"
    assert found.flags == (PlaceFlag.GARBLED,)
    assert found.text == "SevSk"
    assert {"odd capitals", "garbled from"} <= {reason.kind for reason in (*found.because, *found.place.because)}
    assert all(reason.spans == (found.span,) for reason in found.because)
    assert "geonames:496360" in [each.place.key for each in found.candidates[1:]], "the town of the very name stays a runner-up"


def test_without_neighbours_a_town_of_the_theatre_s_country_comes_before_one_across_its_border(world: Gazetteer) -> None:
    assert (
        key(places("Hail fell near [SevSk] today.", world, conflict(box=Box(44.0, 22.0, 52.4, 40.0)))["SevSk"]) == "geonames:694403"
    )


def test_a_doubled_letter_is_seen_through(world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in the town of [Siverssk], Ukraine.", world, conflict())["Siverssk"]
    assert (key(found), found.flags) == ("geonames:694403", (PlaceFlag.GARBLED,))


@pytest.mark.parametrize(
    "form",
    ["Siversk", "SIVERSK", "Seversk", "Северск", "Severodonetsk", "KRAMATORSK", "Donetsk", "Sievierodonetsk", "London", "Kyiv"],
)
@pytest.mark.parametrize("context", [None, conflict()], ids=["alone", "in a theatre"])
def test_right_names_are_left_alone(form: str, context: Context | None, world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in [{form}] today.", world, context)[form]
    assert not SUSPECT & {*found.flags}
    assert isinstance(found.place, Known)


def test_a_small_place_far_from_all_the_rest_is_doubted_where_a_like_name_fits_near(world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in [Sievierodovetsk] today.", world)["Sievierodovetsk"]
    assert (key(found), found.flags) == ("geonames:691999", (PlaceFlag.DOUBTFUL,))
    assert "far away" in {reason.kind for reason in found.because}
    assert "geonames:91000001" in [each.place.key for each in found.candidates]


def test_the_same_place_is_left_alone_where_the_report_is_about_its_own_country(world: Gazetteer) -> None:
    found = places("Rain went from [Sievierodovetsk] to [Louisiana] today.", world)["Sievierodovetsk"]
    assert (key(found), found.flags) == ("geonames:91000001", ())


def test_an_unknown_name_that_is_like_none_stays_unknown(world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in the town of [Qvarzhyl], Ukraine.", world)["Qvarzhyl"]
    assert isinstance(found.place, Absent)
    assert (found.score, found.candidates, found.flags) == (0.0, (), ())
    assert "Qvarzhyl" in found.place.because[0].detail


def test_places_that_fit_alike_are_not_chosen_between(world: Gazetteer) -> None:
    found = places("It rained in the town of [Kelm] today.", world)["Kelm"]
    assert isinstance(found.place, Undetermined)
    assert {each.place.key for each in found.candidates} == {"geonames:91000002", "geonames:91000003"}
    assert found.place.because


def test_a_report_that_names_countries_alone_has_no_neighbourhood_to_doubt_by(world: Gazetteer) -> None:
    found = places("Envoys of [Russia], [Ukraine] and [Europe] spoke of [SevSk] today.", world)
    assert key(found["SevSk"]) == "geonames:496360"
    assert not any(toponym.flags for toponym in found.values())


def test_words_that_make_an_area_are_told_and_the_name_stays_by_itself(world: Gazetteer) -> None:
    made = doc(f"Rain went {AROUND}, then 10 km north-east of [Siversk] today.")
    found = locate(made, world)[-1]
    assert found.flags == (PlaceFlag.AREA,)
    assert found.area is not None
    assert (found.area.cut(made.text), found.text) == ("10 km north-east of Siversk", "Siversk")


def test_a_garbled_name_may_be_an_area_too(world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}, then over the [SevSk] direction.", world, conflict())["SevSk"]
    assert found.flags == (PlaceFlag.GARBLED, PlaceFlag.AREA)


def test_a_context_adds_places_and_names(world: Gazetteer) -> None:
    ridge = ContextPlace("Dravik Heights", 48.8, 38.2, (Alias("Marn Ridge", "en"),))
    marked = f"Rain went {AROUND}, [Dravik Heights] and [Marn Ridge] today."
    found = places(marked, world, conflict(ridge))
    assert key(found["Dravik Heights"]) == key(found["Marn Ridge"]) == "halm:Dravik Heights"
    without = places(marked, world)
    assert not any(isinstance(without[name].place, Known) for name in ("Dravik Heights", "Marn Ridge") if name in without)


def test_a_place_that_context_and_gazetteer_both_have_is_the_gazetteers(world: Gazetteer) -> None:
    near = ContextPlace("Siversk", 48.87, 38.1, (Alias("Port Halm", "en"),))
    far = ContextPlace("Siversk", 47.0, 36.0, (Alias("Port Halm", "en"),))
    marked = f"Rain went {AROUND} and [Port Halm] today."
    assert key(places(marked, world, conflict(near))["Port Halm"]) == "geonames:694403"
    assert key(places(marked, world, conflict(far))["Port Halm"]) == "halm:Siversk"


def test_a_place_of_the_context_may_double_a_letter(world: Gazetteer) -> None:
    name = "Kramattorsy"
    marked = f"Rain went {AROUND} and [{name}] today."
    assert places(marked, world, conflict())[name].flags == (PlaceFlag.GARBLED,)
    found = places(marked, world, conflict(ContextPlace(name, 48.1, 37.9)))[name]
    assert (key(found), found.flags) == (f"halm:{name}", ())


def test_a_name_that_the_context_gives_a_known_place_may_double_a_letter(world: Gazetteer) -> None:
    context = conflict(ContextPlace("Siversk", 48.865, 38.097, (Alias("Siverrsk", "en"),)))
    found = places(f"Rain went {AROUND} and [Siverrsk] today.", world, context)["Siverrsk"]
    assert (key(found), found.flags) == ("geonames:694403", ())


def test_a_capital_within_is_right_where_the_gazetteer_writes_it_so(world: Gazetteer) -> None:
    found = places("Rain went from [Durban] to [KwaDukuza] today.", world)["KwaDukuza"]
    assert (key(found), found.flags) == ("geonames:989921", ())


def test_one_name_has_one_reading_in_a_report(world: Gazetteer) -> None:
    found = locate(doc("Hail fell in [Kelm] today. The road from [Kelmouth] to [Kelm] is shut. In [Kelm] it is dry."), world)
    assert {key(toponym) for toponym in found if toponym.text == "Kelm"} == {"geonames:91000002"}


def test_no_more_candidates_are_kept_than_an_editor_reads(world: Gazetteer) -> None:
    assert len(world.find("Springvale")) > SHOWN
    (found,) = locate(doc("It rained in the town of [Springvale], [Louisiana] today."), world)[:1]
    assert len(found.candidates) == SHOWN


def test_a_large_city_is_named_from_anywhere(world: Gazetteer) -> None:
    found = places(f"Rain went {AROUND}. Hail fell in [Sievierodometsk] today.", world)["Sievierodometsk"]
    assert (key(found), found.flags) == ("geonames:91000016", ())


WORDS = [
    "[Siversk]", "[SevSk]", "{Bakhmut}", "[Alexandria]", "[Louisiana]", "[W.Va]", "[Kelm]", "{Nova Kelm}", "Nova", "<Marn>", "[Y]",
    "LYMAN", "[Stratford-upon-Avon]", "[N’Darva]", "[Qvarzhyl]", "[the Donetsk region]", "[Russia]", "kyiv", "[kyiv]",
    "Ukrainian", "10", "km", "north", "-", "of", "in", "the", "town", "direction",
    ",", ".", "(", ")", "’s", "“", "\n", "and", "fell", "[Suva]", "[Apia]",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=16), st.sampled_from([None, conflict()]), st.sampled_from([" ", "  ", ""]))
def test_spans_cut_their_text_share_no_letter_and_come_out_the_same_twice(
    world: Gazetteer, words: list[str], context: Context | None, gap: str
) -> None:
    made = doc(gap.join(words))
    found = locate(made, world, context)
    assert [toponym.span.cut(made.text) for toponym in found] == [toponym.text for toponym in found]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert locate(doc(gap.join(words)), world, context) == found
    for toponym in found:
        assert 0 <= toponym.score <= 1
        assert toponym.place.because
        assert (PlaceFlag.AREA in toponym.flags) is (toponym.area is not None)
        assert toponym.area is None or toponym.area.covers(toponym.span)
        if isinstance(toponym.place, Known):
            assert toponym.place.value.key == toponym.candidates[0].place.key
