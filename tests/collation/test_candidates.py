"""Which reports are worth comparing: those that share what few have."""

from __future__ import annotations

from tests.factory import reading, report
from whence.collation.candidates import NEAREST, candidates
from whence.collation.likeness import Material
from whence.records import Reading

NAMES = ("Tarnel", "Hasko", "Ombrel", "Vikta", "Sorrin", "Quelba", "Dreston", "Lumask", "Pirelva", "Zantor")


def one(number: int, text: str) -> Reading:
    return reading(report(text, id=f"r{number}"))


def pairs_of_families(families: int, members: int) -> tuple[tuple[int, int], ...]:
    """Return the candidates among families whose members alone share two names."""
    names = [(NAMES[family % 10], NAMES[family // 10]) for family in range(families)]
    texts = [
        f"They met {first}{second.casefold()} there.\nSome saw {second}ov{first.casefold()}.\nAlone {chr(97 + member) * 5} knew."
        for first, second in names
        for member in range(members)
    ]
    return candidates(Material([one(number, text) for number, text in enumerate(texts)]))


def test_of_a_few_each_is_compared_with_each() -> None:
    found = candidates(Material([one(number, f"They met {NAMES[number]} there.") for number in range(4)]))
    assert found == ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))


def test_of_many_those_that_share_rare_names_and_never_all_pairs() -> None:
    found = pairs_of_families(20, 4)
    wanted = {(one, other) for one in range(80) for other in range(one + 1, 80) if one // 4 == other // 4}
    assert wanted <= set(found)
    assert len(found) < 80 * 79 / 2
    assert found == tuple(sorted(set(found)))
    assert all(one < other for one, other in found)


def test_a_report_is_compared_with_a_bounded_number() -> None:
    material = Material([one(number, f"They met Tarnel and {NAMES[number % 10]} there.") for number in range(100)])
    assert len(candidates(material)) <= 100 * NEAREST


def test_reports_with_nothing_in_common_are_no_candidates() -> None:
    apart = [one(number, f"{chr(97 + number % 26) * (4 + number // 26)}") for number in range(NEAREST + 10)]
    assert candidates(Material(apart)) == ()
