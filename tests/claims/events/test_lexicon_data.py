"""The event words: every type told, every group well formed, no word given two meanings under the same conditions."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from whence.language.tables import read_table
from whence.records import EventType

TYPES = read_table("english", "event_types.toml")
TRIGGERS = read_table("english", "triggers.toml")
GROUPS: list[dict[str, Any]] = TRIGGERS["group"]

PLOVER = frozenset({
    "", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
})  # fmt: skip

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Air/drone strike", "Chemical weapon", "Grenade", "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack", "Suicide bomb",
    },
    "Protests": {"Excessive force against protesters", "Peaceful protest", "Protest with intervention"},
    "Riots": {"Mob violence", "Violent demonstration"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
    "Violence against civilians": {"Abduction/forced disappearance", "Attack", "Sexual violence"},
}  # fmt: skip

ROLES = frozenset({"agent", "patient", "opponent", "place", "none"})
FORMS = ("verbs", "nouns", "adjectives")
CLASS_CONDITIONS = ("subject_is", "object_is", "of_is")
WORD_CONDITIONS = ("needs", "not_before")
KEYS = {"name", "type", "plover", "mode", "acled", *FORMS, "subject", "object", "of", "with", *CLASS_CONDITIONS, *WORD_CONDITIONS}


def known_to_acled(pair: list[str]) -> bool:
    """Tell whether an event type and a sub-event type belong together, or nothing is said."""
    return pair == [] or pair[1] in ACLED[pair[0]]


MODES = {
    "ACCUSE": {"allege", "disapprove", "investigate"},
    "AID": {"military"},
    "ASSAULT": {
        "abduct", "aerial", "assassinate", "beat", "cleansing", "crowd-control", "destroy", "drone", "execute", "explosives",
        "firearms", "heavy-weapons", "massacre", "primitive", "sexual", "suicide-attack", "torture", "unconventional",
    },
    "COERCE": {
        "arrest", "ban", "censor", "curfew", "cyber", "deport", "martial-law", "misinformation", "restrict", "seize", "withhold",
    },
    "CONSULT": {"multilateral", "phone", "third-party", "visit"},
    "MOBILIZE": {"militia", "police", "troops", "weapons"},
    "PROTEST": {"boycott", "demo", "hunger", "obstruct", "riot", "strike"},
    "REJECT": {"assist", "change", "meet", "yield"},
    "REQUEST": {"assist", "change", "meet", "yield"},
    "RETREAT": {"access", "ceasefire", "disarm", "release", "resign", "return", "withdraw"},
    "SANCTION": {"convict", "discontinue", "expel", "withdraw"},
    "THREATEN": {"arrest", "ban", "expel", "relations", "restrict", "territory", "violence"},
}  # fmt: skip

each_group = pytest.mark.parametrize("group", GROUPS, ids=[group["name"] for group in GROUPS])


def known_to_plover(table: dict[str, Any], default: dict[str, Any]) -> bool:
    """Tell whether an event and its mode belong together in PLOVER, what the table leaves out taken from the default."""
    event = table.get("plover", default["plover"])
    mode = table.get("mode", "" if "plover" in table else default["mode"])
    return event in PLOVER and (not mode or mode in MODES[event])


def test_every_type_has_a_table_and_words() -> None:
    assert set(TYPES) == {kind.value for kind in EventType}
    assert {group["type"] for group in GROUPS} == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_table_of_a_type(name: str) -> None:
    table = TYPES[name]
    assert set(table) == {"meaning", "plover", "mode", "acled"}
    assert table["meaning"].endswith(".")
    assert known_to_plover(table, table)
    assert known_to_acled(table["acled"])


def test_groups_stand_in_the_order_of_the_types() -> None:
    assert [group["type"] for group in GROUPS] == sorted((group["type"] for group in GROUPS), key=list(TYPES).index)


def test_names_are_unique() -> None:
    assert [name for name, times in Counter(group["name"] for group in GROUPS).items() if times > 1] == []


@each_group
def test_group_is_well_formed(group: dict[str, Any]) -> None:
    assert set(group) <= KEYS
    assert group["type"] in TYPES
    assert known_to_plover(group, TYPES[group["type"]])
    assert known_to_acled(group.get("acled", []))
    assert {group[key] for key in ("subject", "object", "of") if key in group} | set(group.get("with", {}).values()) <= ROLES
    assert any(group.get(form) for form in FORMS)


@each_group
def test_conditions_speak_of_what_exists(group: dict[str, Any]) -> None:
    """A class must be there; what is compared with one word must be one word; a list that is given must say something."""
    assert {name for key in CLASS_CONDITIONS for name in group.get(key, ())} <= set(TRIGGERS["classes"])
    assert [word for key in WORD_CONDITIONS for word in group.get(key, ()) if " " in word] == []
    assert [key for key in (*FORMS, *CLASS_CONDITIONS, *WORD_CONDITIONS) if group.get(key) == []] == []


@each_group
def test_nothing_needs_itself(group: dict[str, Any]) -> None:
    """A word that is its own condition would set none; phrases may need one of their own words to be told from others."""
    own = {words for form in FORMS for words in group.get(form, ())}
    assert own & set(group.get("needs", ())) == set()


def word_lists() -> list[tuple[str, list[str]]]:
    """Return every list of words with a name for it."""
    lists = [("light", TRIGGERS["light"]), ("idioms", TRIGGERS["idioms"]), *TRIGGERS["classes"].items()]
    lists.extend((f"{group['name']}, {key}", group[key]) for group in GROUPS for key in (*FORMS, *WORD_CONDITIONS) if key in group)
    return lists


def test_words_are_small_sorted_and_given_once() -> None:
    assert [name for name, words in word_lists() if words != sorted({word.lower().strip() for word in words})] == []


@pytest.mark.parametrize("name", TRIGGERS["classes"])
def test_classes_hold_single_words(name: str) -> None:
    assert [word for word in TRIGGERS["classes"][name] if " " in word] == []


@pytest.mark.parametrize("form", FORMS)
def test_no_word_means_two_things_under_the_same_conditions(form: str) -> None:
    told: dict[tuple[Any, ...], list[str]] = {}
    for group in GROUPS:
        conditions = tuple(frozenset(group.get(key, ())) for key in (*CLASS_CONDITIONS, "needs"))
        for words in group.get(form, ()):
            told.setdefault((words, *conditions), []).append(group["name"])
    assert {key[0]: names for key, names in told.items() if len(names) > 1} == {}


def test_general_words_have_conditions() -> None:
    """Words of everyday English count as events only where something beside them tells so."""
    general = {"drive", "fall", "fire", "hit", "leave", "loss", "lose", "move", "strike", "take", "transfer"}
    loose = [
        (group["name"], words)
        for group in GROUPS
        for form in FORMS
        for words in group.get(form, ())
        if words in general and not any(group.get(key) for key in (*CLASS_CONDITIONS, "needs"))
    ]
    assert loose == []
