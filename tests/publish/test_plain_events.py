from dataclasses import replace

from tests.publish.kolm import CLAIMS, IMAGERY, KILLED, PAPER, WOUNDED, actor
from whence.publish.plain_events import actor_to_dict, certainties_to_list, event_to_dict, evidence_to_dict, quantity_to_dict
from whence.records import Crosswalk, Undetermined


def test_an_event_has_its_trigger_and_its_codes() -> None:
    told = event_to_dict(CLAIMS[0].event)
    assert told is not None
    assert list(told) == ["type", "plover", "mode", "acled", "trigger", "because"]
    assert (told["type"], told["plover"], told["mode"]) == ("withdrawal", "RETREAT", "withdraw")
    assert told["acled"] == {"event": "Strategic developments", "sub_event": "Non-violent transfer of territory"}
    assert told["because"][0]["spans"] == [told["trigger"]]


def test_a_scheme_without_a_word_for_it_gives_null() -> None:
    assert CLAIMS[0].event is not None
    told = event_to_dict(replace(CLAIMS[0].event, crosswalk=Crosswalk()))
    assert told is not None
    assert (told["plover"], told["mode"], told["acled"]) == (None, None, {"event": None, "sub_event": None})
    assert event_to_dict(None) is None


def test_an_actor_keeps_its_words_beside_its_name() -> None:
    told = actor_to_dict(actor("agent", "The garrison", name="garrison", party=Undetermined()))
    assert list(told) == ["role", "span", "text", "name", "party", "undetermined", "because"]
    assert (told["role"], told["text"], told["name"], told["party"]) == ("agent", "The garrison", "garrison", None)
    assert told["undetermined"] == ["party"]


def test_a_bound_that_the_words_do_not_set_is_null() -> None:
    killed, wounded = quantity_to_dict(KILLED), quantity_to_dict(WOUNDED)
    assert (killed["value"], killed["low"], killed["high"], killed["unit"], killed["measure"]) == (12, 12, None, "people", "killed")
    assert (wounded["value"], wounded["low"]) == (None, 24)


def test_certainties_begin_with_the_report_and_go_down_the_chain() -> None:
    told = certainties_to_list(CLAIMS[0].certainties)
    assert [(each["holder"], each["degree"]) for each in told] == [("report", "uncommitted"), (0, "certain"), (1, "certain")]
    denied = certainties_to_list(CLAIMS[3].certainties)[-1]
    assert (denied["holder"], denied["denied"]) == (0, True)


def test_evidence_tells_whether_it_could_be_looked_up_and_why() -> None:
    imagery, paper = evidence_to_dict(IMAGERY), evidence_to_dict(PAPER)
    assert (imagery["kind"], imagery["holder"], imagery["checkable"]) == ("imagery", "Skyward Lens", True)
    assert (paper["checkable"], paper["because"][0]["detail"]) == (False, "neither a title nor a date nor a link is told")
