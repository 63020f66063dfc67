from collections import Counter

import pytest

from bench.families import ancestors
from bench.traditions import LARGEST, TEMPLATES, grow, slots

TRADITION = grow(600, seed=5)


def test_so_many_texts_are_handed_over_as_are_asked_for() -> None:
    assert len(TRADITION.handed_over) == 600
    assert len({text.id for text in TRADITION.texts}) == len(TRADITION.texts) > 600


def test_the_same_seed_grows_the_same_and_another_does_not() -> None:
    assert grow(40, seed=5) == grow(40, seed=5) != grow(40, seed=6)


def test_families_are_many_and_of_very_different_sizes() -> None:
    sizes = Counter(text.family for text in TRADITION.handed_over).values()
    assert min(sizes) == 1
    assert 20 < max(sizes) <= LARGEST


def test_copies_come_after_their_parents_and_within_their_family() -> None:
    texts = {text.id: text for text in TRADITION.texts}
    for text in TRADITION.texts:
        for parent in text.parents:
            assert texts[parent].written < text.written
            assert texts[parent].family == text.family


def test_a_copy_knows_nothing_but_what_its_ancestors_told_or_it_made_up() -> None:
    texts = {text.id: text for text in TRADITION.texts}
    parents = {text.id: text.parents for text in TRADITION.texts}
    for text in TRADITION.texts:
        read = {telling.fact.id for id in ancestors(parents, text.id) for telling in texts[id].tellings}
        assert not text.parents or {telling.fact.id for telling in text.tellings} - read <= {f"{text.id}-x"}


def test_some_families_tell_of_one_incident() -> None:
    incidents = {
        (text.family, telling.fact.id.partition("-")[0])
        for text in TRADITION.texts
        if not text.parents
        for telling in text.tellings
    }
    assert len({incident for _, incident in incidents}) < len({family for family, _ in incidents})


@pytest.mark.parametrize("what", ["kept_back", "credit", "two parents", "no time", "mangled"])
def test_every_trap_is_set(what: str) -> None:
    traps = {
        "kept_back": any(text.kept_back for text in TRADITION.texts),
        "credit": any(text.credit for text in TRADITION.texts),
        "two parents": any(len(text.parents) == 2 for text in TRADITION.texts),
        "no time": any(not text.time_told for text in TRADITION.texts),
        "mangled": any(telling.town not in TRADITION.towns for text in TRADITION.texts for telling in text.tellings),
    }
    assert traps[what]


def test_slots_are_the_words_between_braces() -> None:
    assert slots("The {agent} {took|seized} {town}") == [("agent",), ("took", "seized"), ("town",)]
    assert all(("town",) in slots(template.words) for template in TEMPLATES)
