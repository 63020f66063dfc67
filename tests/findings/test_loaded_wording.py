import pytest

from tests.factory import report, span
from whence.findings import Material
from whence.findings.loaded_wording import CHECK, loaded_words
from whence.language.tables import read_table
from whence.records import Attribution, Finding, Severity


def run(text: str, *attributed: str) -> tuple[Finding, ...]:
    attributions = tuple(Attribution((), (), (span(text, each),)) for each in attributed)
    return CHECK.run(Material(report(text), attributions, ()))


def test_a_word_that_judges_is_told_with_a_plainer_one() -> None:
    text = "The regime liberated Dravik, once a bastion of the guard."
    found = run(text)
    assert [finding.spans[0].cut(text) for finding in found] == ["regime", "liberated", "bastion"]
    assert {(finding.rule, finding.severity) for finding in found} == {("loaded_wording", Severity.LOW)}
    assert "government" in found[0].message
    assert "took" in found[1].message


def test_each_word_is_told_once_with_all_its_places() -> None:
    text = "The regime fell. Another regime came."
    (finding,) = run(text)
    assert [each.start for each in finding.spans] == [4, 25]
    assert "2 times" in finding.message


def test_what_others_say_is_theirs() -> None:
    text = "Brill called the “regime” brutal. The mayor said that the regime fled."
    assert run(text, "brutal", "that the regime fled") == ()
    assert [finding.spans[0].cut(text) for finding in run(text)] == ["brutal", "regime"]


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions regime was renewed.",
        "The Halm Liberation Army left.",
        "An overwhelming majority voted.",
        "The regimental band played.",
        "They met in Brutal Street.",
    ],
)
def test_names_and_plain_uses_are_passed_over(text: str) -> None:
    assert run(text) == ()


def test_a_word_at_the_head_of_a_sentence_is_no_name() -> None:
    assert len(run("It rained. Terrorists came.")) == 1
    assert len(run("It rained.\nTerrorists came.")) == 1


def test_no_form_stands_twice_and_all_are_in_small_letters() -> None:
    forms = [form for entry in read_table("english", "loaded.toml")["words"] for form in entry["forms"]]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)
    assert all(
        loaded.pattern.fullmatch(form)
        for loaded, form in zip(loaded_words(), [e["forms"][0] for e in read_table("english", "loaded.toml")["words"]], strict=True)
    )
