from dataclasses import replace

import pytest
from spacy.tokens import Doc

from tests.referents.places.docs import doc, mention
from tests.referents.places.world import EAST, known
from whence.records import Box, Candidate
from whence.referents.gazetteer import Gazetteer, Match, MatchKind
from whence.referents.places.mentions import Mention
from whence.referents.places.resolve import MOST_CANDIDATES, count_demonyms, resolve
from whence.referents.places.words import load_words

WORDS = load_words()
SOUTH = Box(-15.0, 45.0, -5.0, 55.0)
"""Around the southern one of the two Kelms."""


def named(made: Doc, gazetteer: Gazetteer, *kinds: str) -> list[Mention]:
    """Return the entities as mentions, `kinds` in their order."""
    padded = (*kinds, *[""] * len(made.ents))
    return [mention(phrase, gazetteer, kind=kind) for phrase, kind in zip(made.ents, padded, strict=False)]


def read(marked: str, gazetteer: Gazetteer, *kinds: str, theatre: Box | None = None) -> list[tuple[Candidate, ...]]:
    made = doc(marked)
    return resolve(named(made, gazetteer, *kinds), made, WORDS, theatre)


def tied(candidates: tuple[Candidate, ...]) -> bool:
    return candidates[0].score == pytest.approx(candidates[1].score)


def test_scores_of_a_name_add_up_to_one_the_best_first(world: Gazetteer) -> None:
    for candidates in read("From [Alexandria] to [Kelm], from [Siversk] to [Seversk]", world):
        scores = [each.score for each in candidates]
        assert sum(scores) == pytest.approx(1)
        assert scores == sorted(scores, reverse=True)


def test_without_names_or_without_matches_there_is_nothing(world: Gazetteer) -> None:
    assert read("", world) == []
    assert read("in [Qvarzonivka] and [London]", world)[0] == ()


def test_by_itself_a_name_is_the_larger_place(world: Gazetteer) -> None:
    (candidates,) = read("It rained in [Alexandria]", world)
    assert candidates[0].place == known(361058)


def test_two_places_alike_in_all_are_tied(world: Gazetteer) -> None:
    (candidates,) = read("It rained in [Kelm]", world)
    assert tied(candidates)


def test_the_region_behind_the_comma_holds_the_smaller_one(world: Gazetteer) -> None:
    made = doc("It rained in [Alexandria], [Louisiana]")
    town, state = named(made, world)
    joined = resolve([replace(town, inside=1), state], made, WORDS)
    assert joined[0][0].place == known(4314550)
    assert "held" in {reason.kind for reason in joined[0][0].because}
    apart = resolve([town, state], made, WORDS)
    shares = [next(each.score for each in group if each.place == known(4314550)) for group in (joined[0], apart[0])]
    assert shares[0] > shares[1]


def test_a_town_does_not_hold_another_and_a_name_not_itself(world: Gazetteer) -> None:
    for marked in ("It rained in [Bakhmut], [Siversk]", "It rained in [Louisiana], [Louisiana]"):
        made = doc(marked)
        first, second = named(made, world)
        joined = resolve([replace(first, inside=1), second], made, WORDS)
        assert all("held" not in {reason.kind for reason in each.because} for each in joined[0])


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("Ukrainian boats reached [Kelm]", "UA"),
        ("The Russians reached [Kelm]", "RU"),
        ("Boats of [Ukraine] reached [Kelm]", "UA"),
        ("Boats of [Russia] reached [Kelm]", "RU"),
    ],
)
def test_a_country_that_is_spoken_of_decides(marked: str, country: str, world: Gazetteer) -> None:
    candidates = read(marked, world)[-1]
    assert candidates[0].place.country == country
    assert not tied(candidates)


def test_a_near_neighbour_decides(world: Gazetteer) -> None:
    candidates = read("Between [Kelm] and [Kelmouth] it rained", world)[0]
    assert candidates[0].place == known(91000002)
    assert "near" in {reason.kind for reason in candidates[0].because}


def test_the_theatre_decides(world: Gazetteer) -> None:
    assert read("It rained in [Kelm]", world, theatre=SOUTH)[0][0].place == known(91000003)
    assert tied(read("It rained in [Kelm]", world, theatre=EAST)[0])


def test_the_words_beside_the_name_tell_which_kind_of_place(world: Gazetteer) -> None:
    for kind, feature in (("H", "H.STM"), ("P", "P.PPL")):
        best, other = read("on the [Orvel]", world, kind)[0]
        assert best.place.feature == feature
        assert "kind" in {reason.kind for reason in best.because}
        assert "other kind" in {reason.kind for reason in other.because}


def test_a_name_is_read_alike_wherever_it_stands(world: Gazetteer) -> None:
    first, second, third = read("The river [Orvel]. It rained in [Orvel]. In [ORVEL] too", world, "H")
    scores = [{each.place.key: pytest.approx(each.score) for each in group} for group in (first, second, third)]
    assert scores[0] == scores[1] == scores[2]


def test_a_name_says_nothing_for_itself(world: Gazetteer) -> None:
    once, often = read("[Kelm]", world)[0], read("[Kelm] [Kelm] [Kelm]", world)[0]
    assert tied(once)
    assert tied(often)


def test_the_order_of_the_names_changes_nothing(world: Gazetteer) -> None:
    made = doc("[Alexandria], [Kelm], [Kelmouth], [Louisiana], [London], [Siversk]")
    mentions = named(made, world)
    forward, backward = resolve(mentions, made, WORDS), resolve(mentions[::-1], made, WORDS)[::-1]
    for one, other in zip(forward, backward, strict=True):
        assert [each.place.key for each in one] == [each.place.key for each in other]
        assert [each.score for each in one] == pytest.approx([each.score for each in other])


def test_reasons_come_the_weightiest_first_with_the_name_they_speak_of(world: Gazetteer) -> None:
    made = doc("Ukrainian boats left [Siversk] for [Bakhmut]")
    mentions = named(made, world)
    best = resolve(mentions, made, WORDS)[0][0]
    weights = [abs(reason.weight or 0) for reason in best.because]
    assert weights == sorted(weights, reverse=True)
    assert {"population", "spoken of", "near"} <= {reason.kind for reason in best.because}
    assert all(reason.spans == (mentions[0].span,) for reason in best.because)
    assert any("10,875" in reason.detail for reason in best.because)


def test_of_very_many_namesakes_the_largest_are_weighed() -> None:
    made = doc("It rained in [Springvale]")
    towns = [replace(known(91000002), key=f"test:{n}", name="Springvale", population=n, geonameid=None) for n in range(100)]
    matches = tuple(Match(town, "Springvale", MatchKind.EXACT, 1.0) for town in towns)
    (candidates,) = resolve([replace(mention(made.ents[0]), matches=matches)], made, WORDS)
    assert len(candidates) == MOST_CANDIDATES
    assert min(each.place.population for each in candidates) == 100 - MOST_CANDIDATES


def test_a_people_of_two_words_is_counted_once() -> None:
    assert count_demonyms(doc("South Sudanese envoys"), WORDS) == {"SS": 1}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ukrainian and Russian envoys; the Ukrainians left", {"UA": 2, "RU": 1}),
        ("North Korean envoys", {"KP": 1}),
        ("The Russian-backed list", {"RU": 1}),
        ("a polish for boats, no ukrainian word", {}),
        ("", {}),
    ],
)
def test_adjectives_and_peoples_are_counted_by_country(text: str, counted: dict[str, float]) -> None:
    assert count_demonyms(doc(text), WORDS) == counted
