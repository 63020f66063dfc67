from tests.factory import claim, reading, report, span
from tests.findings.across.traces import assertion, edges, material, mention
from whence.findings.across.standing import at_hand, claims_at, parents_of, path_of, same_place, stories

TEXT = "The mill burnt down. Rain fell on 3 May 2032."
REPORTS = tuple(report(TEXT, id=f"r{number}") for number in range(4))
MILL, RAIN = claim(TEXT, "The mill burnt down", id="mill"), claim(TEXT, "Rain fell", id="rain")


def test_a_mention_names_its_claim_or_shares_its_passage() -> None:
    given = material(REPORTS, reading(REPORTS[0], MILL, RAIN))
    assert claims_at(given, mention(REPORTS[0], "Rain fell", claim="mill")) == (MILL,)
    assert claims_at(given, mention(REPORTS[0], "Rain fell on 3 May 2032.")) == (RAIN,)
    assert claims_at(given, mention(REPORTS[0], "on 3 May 2032")) == ()
    assert claims_at(given, mention(REPORTS[1], "Rain fell")) == ()


def test_half_of_the_shorter_is_one_place() -> None:
    assert same_place(span(TEXT, "mill burnt"), span(TEXT, "burnt down. Rain fell on"))
    assert not same_place(span(TEXT, "The mill burnt"), span(TEXT, "nt down. Rain"))


def test_the_way_of_a_mention_leads_up_and_ends_in_a_circle() -> None:
    mentions = {
        each.id: mention(each, "Rain fell", came_from=came_from)
        for each, came_from in zip(REPORTS, (None, "r0", "r1", "r3"), strict=True)
    }
    assert path_of(mentions["r2"], mentions) == ("r1", "r0")
    assert path_of(mentions["r3"], mentions) == ("r3",)
    assert path_of(mention(REPORTS[2], "Rain fell", came_from="lost1"), mentions) == ("lost1",)


def test_descent_and_shared_assertions_make_a_story() -> None:
    one = assertion(mention(REPORTS[1], "Rain fell"), mention(REPORTS[2], "Rain fell"))
    trace = material(REPORTS, edges=edges((REPORTS[0], REPORTS[1])), assertions=(one,)).trace
    found = stories(trace)
    assert len({found["r0"], found["r1"], found["r2"]}) == 1
    assert found["r3"] != found["r0"]
    assert parents_of(trace) == {"r1": ("r0",)}
    assert at_hand(trace).in_order(["r3", "r0", "lost1", "r3"]) == [REPORTS[0], REPORTS[3]]
