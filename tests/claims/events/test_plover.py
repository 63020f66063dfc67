import numpy as np
import pytest

from whence.claims.events.plover import PLOVER_TYPES, rule_scores
from whence.language import load_engine


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen shelled the village of Osk on 4 May 2031, killing nine villagers.", "ASSAULT"),
        ("Thousands marched through Osk to demonstrate against the mayor.", "PROTEST"),
        ("The union refused the offer and rejected any further proposal.", "REJECT"),
        ("The ministry threatened to bomb the bridge.", "THREATEN"),
        ("The two governments agreed to exchange prisoners in 2032.", "AGREE"),
    ],
)
def test_the_governing_word_tells_the_type(text: str, type_: str) -> None:
    scores = rule_scores(load_engine().analyse(text))
    assert PLOVER_TYPES[int(scores.argmax())] == type_
    assert scores.sum() == pytest.approx(1.0)


def test_a_text_without_a_trigger_has_no_type() -> None:
    assert not rule_scores(load_engine().analyse("The lake is blue.")).any()


def test_the_lead_counts_more_than_what_follows() -> None:
    doc = load_engine().analyse("Gunmen shelled the village of Osk. Thousands demonstrated against the mayor of Qarvel.")
    scores = rule_scores(doc)
    assert scores[PLOVER_TYPES.index("ASSAULT")] > scores[PLOVER_TYPES.index("PROTEST")] > 0
    assert scores.dtype == np.float64
