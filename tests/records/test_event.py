from whence.records import Certainty, Claim, Degree, Span


def claim(*certainties: Certainty) -> Claim:
    return Claim("c1", (Span(0, 4),), certainties=certainties)


def test_a_claim_is_as_sure_as_the_one_nearest_the_event() -> None:
    told = claim(Certainty(Degree.UNCOMMITTED), Certainty(Degree.PROBABLE, denied=True))
    assert (told.certainty, told.denied) == (Degree.PROBABLE, True)


def test_nobody_commits_to_a_claim_of_which_nothing_is_told() -> None:
    assert (claim().certainty, claim().denied) == (Degree.UNCOMMITTED, False)
