"""The check speaks on times of one event that do not meet, and on nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims import docs
from tests.factory import report
from whence.findings.check import Material
from whence.findings.contradictory_time import CHECK
from whence.language import load_engine
from whence.records import Finding, Report, Severity
from whence.referents.times import find_times

WAR = date(2030, 3, 10)
NOMINAL = """
Its its PRON PRP$ 2 nmod:poss
capture capture NOUN NN {verb} nsubj
in in ADP IN 4 case
{year} {year} NUM CD 2 nmod
marked mark VERB VBD 0 root
one one NUM CD 5 obj
of of ADP IN 8 case
gains gain NOUN NNS 6 nmod
in in ADP IN 14 case
the the DET DT 11 det
war war NOUN NN 14 nmod:poss
’s 's PART POS 11 case
second second ADJ JJ 14 amod
year year NOUN NN 8 nmod
"""
PARTICIPLE = """
Ostrow Ostrow PROPN NNP 4 nsubj
was be AUX VBD 4 cop
a a DET DT 4 det
stronghold stronghold NOUN NN 0 root
, , PUNCT , 7 punct
its its PRON PRP$ 7 nmod:poss
capture capture NOUN NN {head} nsubj
in in ADP IN 9 case
2030 2030 NUM CD 7 nmod
marking mark VERB VBG 4 acl
a a DET DT 12 det
gain gain NOUN NN 10 obj
of of ADP IN 18 case
the the DET DT 15 det
war war NOUN NN 18 nmod:poss
’s 's PART POS 15 case
second second ADJ JJ 18 amod
year year NOUN NN 12 nmod
"""


def material(notation: str, *, war_start: date | None = WAR) -> tuple[Report, Material]:
    made = docs.doc(notation)
    whole = docs.report(made.text)
    return whole, Material(whole, (), (), times=find_times(made, whole, war_start=war_start))


def run(text: str) -> tuple[Finding, ...]:
    whole = report(text, published_at="2031-12-25")
    doc = load_engine("whence").analyse(text)
    return CHECK.run(Material(whole, (), (), times=find_times(doc, whole, war_start=WAR)))


@pytest.mark.issue(3)
def test_a_capture_before_the_wars_second_year() -> None:
    whole, looked = material(NOMINAL.format(year=2030, verb=5))
    (finding,) = CHECK.run(looked)
    assert (finding.rule, finding.severity) == ("contradictory_time", Severity.HIGH)
    assert [span.cut(whole.text) for span in finding.spans] == ["2030", "the war’s second year", "capture"]
    assert "2031-03-10 to 2032-03-09" in finding.message


@pytest.mark.issue(3)
@pytest.mark.parametrize("head", [4, 10])
def test_a_participle_says_it_of_the_noun_before_it_however_the_parser_hangs_the_noun(head: int) -> None:
    whole, looked = material(PARTICIPLE.format(head=head))
    (finding,) = CHECK.run(looked)
    assert finding.spans[2].cut(whole.text) == "capture"


@pytest.mark.parametrize("year", [2031, 2032])
def test_years_that_meet(year: int) -> None:
    assert CHECK.run(material(NOMINAL.format(year=year, verb=5))[1]) == ()


def test_a_war_without_a_start_contradicts_nothing() -> None:
    assert CHECK.run(material(NOMINAL.format(year=2030, verb=5), war_start=None)[1]) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The depot burned on Tuesday, December 24.", "is a Wednesday, not a Tuesday"),
        ("The depot burned on Monday, 24 December 2031.", "is a Wednesday, not a Monday"),
        ("The depot burned on 30 February 2031.", "no such day"),
    ],
)
def test_a_date_that_contradicts_itself(text: str, why: str) -> None:
    (finding,) = run(text)
    assert why in finding.message


def test_two_years_of_one_capture() -> None:
    text = "The town was captured in 2029, in the war’s second year."
    (finding,) = run(text)
    assert finding.spans[0].cut(text) == "2029"


@pytest.mark.parametrize(
    "text",
    [
        "The depot burned on Wednesday, December 24.",
        "The town was captured in 2029 and in 2031.",
        "The town was captured in 2029 and retaken in 2031.",
        "The talks moved from May 2029 to June 2031.",
        "The town was captured in 2031, in the war’s second year.",
        "Officials said on 23 December 2031 that the town fell on 20 December 2031.",
        "The town was captured in 2029. It was retaken in 2031.",
        "The town was captured not in 2029 but in 2031.",
        "The town was captured in May 2031, on 5 May.",
        "The town fell in 2031, two years after 2029.",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert run(text) == ()
