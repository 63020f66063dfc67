"""Fitting the weights of lineage, on one small family."""

from __future__ import annotations

import json
import math
import tomllib
from pathlib import Path

import numpy as np
import pytest

from tests.lineage.grain import reader
from training import dependence, lineage
from training.families import LOST, Family, load_families, reports_of
from training.likeness import logistic
from whence.collation.likeness import SIGNS
from whence.collation.units import number_units
from whence.lineage.weights import Weights, shipped
from whence.records import Known

SAMPLE = Path(__file__).parent.parent.parent / "bench" / "gold" / "lineage" / "sample.json"


@pytest.fixture(scope="module", name="family")
def sample_family() -> Family:
    (loaded,) = load_families([SAMPLE], reader())
    return loaded


@pytest.fixture(scope="module", name="fitted")
def fitted_weights(family: Family) -> Weights:
    return lineage.fit([family])


def numbers(weights: Weights) -> list[float]:
    tables = (
        weights.dependence.derived,
        weights.dependence.parent,
        weights.dependence.second,
        weights.dependence.lost,
        weights.dependence.added,
    )
    alike = weights.likeness
    return [
        *(each for table in tables for each in table.values()),
        *alike.vectors,
        *alike.keys,
        *alike.second_vectors,
        *alike.second_keys,
    ]


def test_a_family_is_read_without_its_labels(family: Family) -> None:
    reports = reports_of(json.loads(SAMPLE.read_text(encoding="utf-8")))
    assert [reading.report.id for reading in family.readings] == [report.id for report in reports]
    assert all(isinstance(report.published_at, Known) for report in reports)
    assert family.name == "sample"


def test_parents_and_ancestors_are_by_number(family: Family) -> None:
    ids = [reading.report.id for reading in family.readings]
    told = {document["id"]: document["parents"] for document in family.gold["documents"]}
    for number, parents in enumerate(family.parents):
        assert parents == {ids.index(parent) if parent in ids else LOST for parent in told[ids[number]]}
        assert parents - {LOST} <= family.ancestors[number]
        assert number not in family.ancestors[number]


def test_a_withheld_parent_is_lost() -> None:
    gold = {
        "documents": [
            {"id": "a", "parents": [], "withheld": False}, {"id": "b", "parents": ["a"], "withheld": True},
            {"id": "c", "parents": ["b"], "withheld": False},
        ]
    }  # fmt: skip
    from tests.lineage.venna import told  # noqa: PLC0415

    family = Family("small", gold, (told("a", "One."), told("c", "Two.")))
    assert family.parents == (frozenset(), frozenset({LOST}))
    assert family.ancestors == (frozenset(), frozenset({0}))


def test_passages_are_known_by_the_sentences_they_stand_on(family: Family) -> None:
    units = number_units(family.readings)
    claims = family.claims_of(units)
    assert len(claims) == len(units)
    first = family.gold["claims"][0]
    place = first["in"][0]
    on = [
        unit for unit, held in zip(units, claims, strict=True)
        if first["id"] in held and family.readings[unit.report].report.id == place["document"]
    ]  # fmt: skip
    assert on
    text = next(reading.report.text for reading in family.readings if reading.report.id == place["document"])
    at = text.index(place["sentence"])
    assert all(unit.span.start < at + len(place["sentence"]) and at < unit.span.end for unit in on)


def test_each_derived_report_is_a_choice_among_its_candidates(family: Family) -> None:
    choices = dependence.choices_of(family)
    assert len(choices) == sum(bool(parents - {LOST}) for parents in family.parents)
    assert all(choice.chosen and max(choice.chosen) < len(choice.signs) for choice in choices)


def test_fitted_weights_are_finite_and_keep_to_their_bounds(fitted: Weights) -> None:
    assert all(math.isfinite(weight) for weight in numbers(fitted))
    bounds = {
        "parent": dependence.BOUNDS, "derived": dependence.DERIVED_BOUNDS, "second": dependence.SECOND_BOUNDS,
        "lost": dependence.LOST_BOUNDS, "added": dependence.ADDED_BOUNDS,
    }  # fmt: skip
    for name, each in bounds.items():
        table = getattr(fitted.dependence, name)
        assert set(table) - {"bias"} == set(each)
        for sign, (low, high) in each.items():
            assert (low if low is not None else -math.inf) <= table[sign] <= (high if high is not None else math.inf), (name, sign)


def test_something_is_learned(fitted: Weights) -> None:
    assert any(weight > 0 for sign, weight in fitted.dependence.parent.items() if sign != "later")
    assert fitted.likeness.vectors[SIGNS.index("meaning")] > 0
    assert len(fitted.version) == 12


def test_what_is_written_reads_back(fitted: Weights) -> None:
    alike = tomllib.loads(lineage.likeness_toml(fitted.likeness))
    for name, weights in (("vectors", fitted.likeness.vectors), ("keys", fitted.likeness.keys)):
        assert [alike[name][sign] for sign in (*SIGNS, "bias")] == pytest.approx(weights, abs=5e-4)
    table = tomllib.loads(lineage.dependence_toml(fitted.dependence, "v1"))
    assert table["version"] == "v1"
    for name in ("derived", "parent", "second", "lost", "added"):
        assert table[name] == pytest.approx(dict(getattr(fitted.dependence, name)), abs=5e-4)


def test_the_shipped_weights_are_written_as_they_are_read() -> None:
    weights = shipped()
    text = lineage.dependence_toml(weights.dependence, weights.version)
    kept = Path(lineage.PACKAGE / "lineage" / "weights.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == tomllib.loads(kept)


def test_without_families_it_says_what_it_wants(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        lineage.main([])
    assert "FAMILY.json" in capsys.readouterr().err


def test_an_example_that_counts_for_nothing_teaches_nothing() -> None:
    signs, same = np.array([[0.0], [0.2], [0.8], [1.0], [0.0]]), np.array([0.0, 0.0, 1.0, 1.0, 1.0])
    without = logistic(signs[:4], same[:4])
    assert logistic(signs, same, counts=np.array([1.0, 1.0, 1.0, 1.0, 0.0])) == pytest.approx(without, abs=1e-4)


def test_a_weight_without_examples_stays_at_its_prior() -> None:
    weight, _ = logistic(np.zeros((4, 1)), np.array([0.0, 1.0, 0.0, 1.0]), prior=np.array([3.0]))
    assert weight == pytest.approx(3.0, abs=1e-4)


def test_a_logistic_regression_finds_what_parts_two_kinds_and_keeps_to_bounds() -> None:
    signs = np.array([[0.0, 1.0], [0.1, 1.0], [0.9, 1.0], [1.0, 1.0]])
    same = np.array([0.0, 0.0, 1.0, 1.0])
    weight, _, bias = logistic(signs, same, ridge=0.1)
    assert weight > 1
    assert bias < 0
    bound, _, _ = logistic(signs, same, ridge=0.1, bounds=[(None, 0.0), (None, None)])
    assert bound == 0
