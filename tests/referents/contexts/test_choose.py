from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from tests.referents.contexts.packs import PACK, changed
from whence.records import Absent, Context, Known, Undetermined
from whence.referents.contexts import choose_context, load_context, shipped_contexts
from whence.referents.contexts.load import read_pack

IN_TIME = date(2031, 4, 1)


def pack(text: str = PACK) -> Context:
    context, problems = read_pack(text, None)
    assert context is not None, problems
    return context


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("The Eastern Army said the Western Guard had left.", True),
        ("The EASTERN ARMY spoke of Halm; Ilse Marn was silent.", True),
        ("The Eastern Army entered Dravik, in Halm.", True),
        ("President Otto Brill met the Western Guard.", True),
        ("The Eastern Army's president is Ilse Marn.", False),
        ("The Eastern Army entered Dravik.", False),
        ("Halm and Dravik, Dravik and Halm.", False),
        ("The northeastern army and the western guards.", False),
        ("Солдаты армии Восточного Хальма ушли; the Western Guard stayed.", True),
    ],
)
def test_a_pack_applies_to_a_text_that_names_enough_of_it(text: str, *, applies: bool) -> None:
    assert isinstance(choose_context(text, IN_TIME, [pack()]), Known if applies else Absent)


def test_a_name_within_another_does_not_count_twice() -> None:
    context = pack(changed('"the Guard"', '"the Guard", "Guard of"'))
    chosen = choose_context("The Guard of West Halm spoke of Dravik.", IN_TIME, [context])
    assert isinstance(chosen, Absent)


def test_an_office_and_its_holder_are_one() -> None:
    assert isinstance(choose_context("The President of East Halm, Otto Brill, spoke of Halm.", IN_TIME, [pack()]), Absent)


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        (None, True),
        (date(2031, 2, 1), True),
        (datetime(2031, 2, 1, 12, tzinfo=UTC), True),
        (date(2032, 9, 1), True),
        (date(2031, 1, 31), False),
        (date(2033, 1, 1), False),
    ],
)
def test_the_day_has_to_fall_in_the_conflict_or_the_year_after(day: date | None, *, applies: bool) -> None:
    chosen = choose_context("The Eastern Army said the Western Guard had left.", day, [pack()])
    assert isinstance(chosen, Known if applies else Absent)
    assert chosen.because


def test_the_reason_points_at_the_names() -> None:
    text = "The Eastern Army said the Western Guard had left."
    chosen = choose_context(text, IN_TIME, [pack()])
    assert isinstance(chosen, Known)
    assert [span.cut(text) for span in chosen.because[0].spans] == ["Eastern Army", "Western Guard"]


def test_two_packs_alike_leave_it_undetermined_in_any_order() -> None:
    text = "The Eastern Army said the Western Guard had left."
    packs = [pack(), pack(changed('name = "halm-2031"', 'name = "other-2031"'))]
    results = {choose_context(text, IN_TIME, order) for order in permutations(packs)}
    assert len(results) == 1
    assert isinstance(results.pop(), Undetermined)


def test_of_two_packs_the_one_with_more_names_is_chosen() -> None:
    larger = pack(
        changed('name = "halm-2031"', 'name = "other-2031"') + '\n[[places]]\nname = "Sorn"\nlatitude = 11\nlongitude = 21\n'
    )
    for order in permutations([pack(), larger]):
        chosen = choose_context("The Eastern Army and the Western Guard met at Sorn.", IN_TIME, order)
        assert isinstance(chosen, Known)
        assert chosen.value.name == "other-2031"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Invented for a test: the Ukrainian General Staff contradicted the Kremlin.", "ukraine-2022"),
        ("Придумано для проверки: представителю Генштаба ВСУ возразили в Минобороны РФ.", "ukraine-2022"),
        ("Вигадано для перевірки: у Генштабі ЗСУ заперечили слова Кремля.", "ukraine-2022"),
        ("Invented for a test: the RSF contradicted the Sudanese army.", "sudan-2023"),
        ("نص مختلق للاختبار: نفت قوات الدعم السريع ما قاله الجيش السوداني", "sudan-2023"),
    ],
)
def test_the_shipped_packs_are_told_apart(text: str, name: str) -> None:
    chosen = choose_context(text, IN_TIME, [load_context(each) for each in shipped_contexts()])
    assert isinstance(chosen, Known)
    assert chosen.value.name == name


def test_business_of_one_side_alone_calls_for_no_pack() -> None:
    text = "Invented for a test: the Kremlin and the Russian Foreign Ministry congratulated a chess player."
    assert isinstance(choose_context(text, IN_TIME, [load_context("ukraine-2022")]), Absent)
