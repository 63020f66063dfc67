from itertools import permutations

from tests.factory import report
from whence.reports.distinct import tell_apart


def test_reports_with_ids_of_their_own_stay_as_they_are() -> None:
    assert tell_apart([report("x", id="a"), report("x", id="b")]) == (("a", "b"), ())


def test_a_report_that_is_given_twice_is_taken_once() -> None:
    same = report("The mill burned.", id="a", outlet="Courier", url="https://c.example/1", origin="one.html")
    ids, remarks = tell_apart([same, same])
    assert ids == ("a", None)
    assert remarks == ("one.html: a report that is there already, taken once",)


def test_files_of_the_same_words_may_be_copies_from_two_places() -> None:
    ids, _ = tell_apart([report("x", id="a", origin="one.txt"), report("x", id="a", origin="two.txt")])
    assert ids == ("a", "a-2")


def test_different_reports_of_one_id_are_told_apart_and_both_are_named() -> None:
    ids, (remark,) = tell_apart(
        [report("x", id="1", origin="a.jsonl:1"), report("y", id="1", origin="b.jsonl:1"), report("z", id="1-2")]
    )
    assert sorted(str(id) for id in ids) == ["1", "1-2", "1-3"]
    assert "a.jsonl:1" in remark
    assert "b.jsonl:1" in remark
    assert "here it is called 1-3" in remark


def test_which_one_keeps_the_id_does_not_depend_on_the_order() -> None:
    several = [report(words, id="1", published_at=f"2031-05-0{day}") for words, day in (("x", 3), ("y", 1), ("z", 2))]
    for order in permutations(several):
        ids, _ = tell_apart(order)
        assert dict(zip((each.text for each in order), ids, strict=True)) == {"y": "1", "z": "1-2", "x": "1-3"}
