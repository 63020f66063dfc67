import pytest

from whence.claims.events.lexicon import Form, load_events
from whence.errors import LexiconError
from whence.records import Crosswalk, EventType


def test_triggers_are_found_by_their_first_word_longest_first() -> None:
    for entries in load_events().entries.values():
        for first, some in entries.items():
            assert all(entry.words[0] == first for entry in some)
            assert [len(entry.words) for entry in some] == sorted((len(entry.words) for entry in some), reverse=True)


def test_every_type_has_a_meaning_and_a_crosswalk() -> None:
    lexicon = load_events()
    assert set(lexicon.meanings) == set(EventType) == set(lexicon.crosswalks)
    assert lexicon.crosswalks[EventType.WITHDRAWAL].plover == "RETREAT"


def test_a_group_with_its_own_plover_type_does_not_keep_the_mode_of_its_event_type() -> None:
    groups = {entry.group.name: entry.group for some in load_events().entries[Form.VERB].values() for entry in some}
    other = [group for group in groups.values() if group.crosswalk.plover != load_events().crosswalks[group.type].plover]
    assert other
    assert all(isinstance(group.crosswalk, Crosswalk) for group in other)


def test_a_language_without_words_is_told() -> None:
    with pytest.raises(LexiconError, match="xx"):
        load_events("xx")
