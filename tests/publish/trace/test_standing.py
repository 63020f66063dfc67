from dataclasses import replace

from tests.publish.trace.traces import family, mention
from whence.publish.trace.register import register_trace
from whence.publish.trace.standing import STANDINGS, stand, tell_source


def test_each_standing_has_a_sign_of_its_own() -> None:
    assert len({standing.sign for standing in STANDINGS}) == len(STANDINGS)
    assert [standing.grave for standing in STANDINGS] == sorted(standing.grave for standing in STANDINGS)


def test_a_mention_stands_as_its_status_says() -> None:
    register = register_trace(family())
    told = [[stand(each, assertion, register).name for each in assertion.mentions] for assertion in family().assertions]
    assert told == [
        ["first", "faithful", "garbled", "garbled"],
        ["first", "faithful", "faithful", "exaggerated", "exaggerated"],
        ["first", "faithful", "contradicted"],
        ["added", "added"],
        ["added"],
    ]


def test_however_faithfully_it_is_repeated_what_was_put_in_stays_so() -> None:
    trace = family()
    again = replace(trace.assertions[4], mentions=(*trace.assertions[4].mentions, mention("seven", "people", "faithful", "inland")))
    register = register_trace(replace(trace, assertions=(*trace.assertions[:4], again)))
    assert stand(again.mentions[-1], again, register).name == "added"


def test_where_a_mention_came_from_is_told() -> None:
    register = register_trace(family())
    first, second = family().assertions[0].mentions[:2]
    assert tell_source(first, family().assertions[0], register) == "stands here first"
    assert tell_source(second, family().assertions[0], register) == "from 1 Ostmar Gazette"
    assert tell_source(family().assertions[4].mentions[0], family().assertions[4], register) == "put in here"
