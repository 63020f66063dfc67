import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import muc, muc_fillers
from bench.score import Counts
from whence.language import load_engine


def entities(*mentions: str) -> tuple[muc_fillers.Entity, ...]:
    return tuple(frozenset(each.split(" = ")) for each in mentions)


def answer(
    gold: dict[str, tuple[muc_fillers.Entity, ...]], found: dict[str, tuple[muc_fillers.Entity, ...]], *, attack: bool = True
) -> muc.Answer:
    nobody = dict.fromkeys(muc_fillers.ROLES, ())
    return muc.Answer(muc.Document("d", "", nobody | gold), nobody | found, (muc.Told(attack, ""),))


def read(text: str) -> muc.Answer:
    (only,) = muc.answer_all([muc.Document("d", text, dict.fromkeys(muc_fillers.ROLES, ()))])
    return only


def found(text: str, role: str) -> set[str]:
    return {mention for entity in read(text).found[role] for mention in entity}


def test_a_mention_is_compared_without_article_and_punctuation() -> None:
    assert muc_fillers.alike('The "Halden Guard"') == "halden guard"


@pytest.mark.parametrize(("mention", "head"), [("group of armed men", "group"), ("powerful car bomb", "bomb"), ("mayor", "mayor")])
def test_the_head_stands_before_of(mention: str, head: str) -> None:
    assert muc.head_word(mention) == head


def test_one_of_the_gold_mentions_is_enough() -> None:
    gold = entities("norland liberation front = nlf")
    assert muc.align(gold, entities("nlf"), muc.within) == [(0, 0)]


def test_a_mention_of_somebody_else_spoils_the_entity() -> None:
    gold = entities("rebels = gunmen", "soldiers")
    assert muc.align(gold, entities("rebels = soldiers"), muc.within) == []
    assert muc.align(gold, entities("rebels = soldiers"), muc.same_head) != []


def test_an_entity_told_twice_agrees_once() -> None:
    one = answer({"PerpInd": entities("rebels = gunmen")}, {"PerpInd": entities("rebels", "gunmen")})
    assert muc.tally([one], "PerpInd", muc.within) == Counts(hit=1, predicted=2, gold=1)


def test_the_alignment_is_the_largest_not_the_first() -> None:
    gold = entities("two bombs = bombs", "car bombs = bombs")
    assert len(muc.align(gold, entities("bombs", "two bombs"), muc.within)) == 2


def test_by_head_a_modifier_may_differ() -> None:
    one = answer({"Weapon": entities("powerful bomb")}, {"Weapon": entities("bomb")})
    assert muc.tally([one], "Weapon", muc.within).hit == 0
    assert muc.tally([one], "Weapon", muc.same_head).hit == 1


def test_relevance_asks_for_any_filled_role() -> None:
    quiet, loud = answer({}, {}), answer({"Target": entities("bridge")}, {}, attack=False)
    assert muc.relevance([quiet, loud, answer({"Victim": entities("ana ruiz")}, {})]) == Counts(hit=1, predicted=2, gold=2)


@given(st.lists(st.frozensets(st.sampled_from("abcd"), min_size=1, max_size=3), max_size=5))
def test_gold_agrees_with_itself_whole(gold: list[muc_fillers.Entity]) -> None:
    assert len(muc.align(gold, gold, muc.within)) == len(gold)


def test_a_short_name_is_the_full_one() -> None:
    assert muc_fillers.distinct(["ruiz", "soldiers", "ana maria ruiz", "soldiers"]) == ["ana maria ruiz", "soldiers"]


def test_missed_entities_are_told_apart_by_how_far_they_came() -> None:
    gold = {"Target": entities("bridge", "mill", "bank", "school", "farm")}
    claims = (
        muc.Told(attack=True, words="the mill burned near the bank", actors=("the mill",)),
        muc.Told(attack=False, words="they passed the bridge"),
    )
    lost = muc.Answer(answer(gold, {}).document, answer({}, {"Target": entities("farm")}).found, claims)
    assert list(muc.where_lost(lost, "Target")) == [muc.STAGES[1], muc.STAGES[3], muc.STAGES[2], muc.STAGES[0]]


def test_misses_name_what_was_missed_and_what_was_wrong() -> None:
    wrong = answer({"Victim": entities("ana ruiz")}, {"Target": entities("mill")})
    right = answer({"Victim": entities("ana ruiz")}, {"Victim": entities("ana ruiz")})
    (told,) = muc.misses([wrong, right])
    assert "Victim: missed ana ruiz" in told
    assert "Target: wrongly mill" in told


def test_capitals_stand_where_sentences_start_and_names_do() -> None:
    doc = load_engine().analyse("they went to paris. it rained.")
    assert muc.recase(doc) == "They went to Paris. It rained."


def test_attackers_targets_and_weapons_are_read() -> None:
    text = "on 4 may, heavily armed guerrillas attacked the power station with two grenades and destroyed a bridge."
    assert found(text, "PerpInd") == {"heavily armed guerrillas"}
    assert "bridge" in found(text, "Target")
    assert found(text, "Weapon") == {"grenades"}


def test_a_denied_attack_fills_nothing() -> None:
    text = "the guerrillas did not attack the bridge."
    assert not read(text).attack
    assert found(text, "PerpInd") == set()


def test_a_document_is_read_with_its_mentions_made_alike(tmp_path: Path) -> None:
    extracts = {role: [[["the front", 0]]] if role == "PerpOrg" else [] for role in muc_fillers.ROLES}
    row = {"docid": "synthetic", "doctext": "the front struck.", "extracts": extracts}
    path = tmp_path / "rows.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row | {"docid": f"synthetic-{number}"}) + "\n" for number in range(4))
    documents = muc.read_documents(path, sample=2)
    assert [document.id for document in documents] == ["synthetic-0", "synthetic-2"]
    assert documents[0].gold["PerpOrg"] == entities("front")
