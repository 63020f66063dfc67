"""Are garbled place names seen through, and are correct ones left alone?

    python bench/garbles.py [--names 300] [--show]

True names of a context's theatre are put into sentences written for this bench, among names from their neighbourhood; one of them
is corrupted the ways names suffer in rewriting (CHANGES below), by a seeded generator. Printed: for each change the share of cases
whose best reading is the true place, and the share of correct names that are flagged all the same. All text is synthetic.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whence.language import load_engine
from whence.records import Known, Place, PlaceFlag, Toponym
from whence.referents.contexts import load_context
from whence.referents.distance import kilometres
from whence.referents.gazetteer import Gazetteer, open_gazetteer
from whence.referents.gazetteer.skeleton import latinise
from whence.referents.places import locate

SEED = 7
CONTEXT = "ukraine-2022"
NEIGHBOURHOOD = 70.0
"""Kilometres within which the other names of a passage lie."""

LEAST_PEOPLE = 3_000
SAME = 6.0
"""Kilometres between two entries of the gazetteer that are one town."""

OTHERS = 3
"""Other names in a passage."""

MOSTLY = 0.6
"""How often the likelier of two kinds of one change is drawn."""

LONG = 6
"""Letters of a name beyond which two are lost rather than one."""

PASSAGES = (
    "Shelling went on near {x} on Tuesday, a regional official said. Civilians went from {a} to {b}. The road to {c} is closed.",
    "Troops withdrew from {x} to new positions west of {a}, according to the military. Fighting continued around {b} and {c}.",
    "Residents of {x} said they had no water for a week. Aid lorries that left {a} reached {b} but not {x}. {c} was quiet.",
    "The town of {x} has changed hands twice this year. Its hospital was moved to {a}; the school to {b}. {c} took in families.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A passage with one name in it that is corrupted, or none (`change` empty); `written` is the form that stands in the text."""

    text: str
    written: str
    true: Place
    change: str


def lose_letters(name: str, chance: random.Random) -> str:
    """Drop two or three letters from within and set the next one in capitals: "Siversk" → "SivSk"."""
    count = min(chance.choice((2, 3)), len(name) - 4)
    at = chance.randrange(2, max(3, len(name) - count - 1))
    return name[:at] + name[at + count :].capitalize()


def set_capital(name: str, chance: random.Random) -> str:
    """Set a letter within in capitals."""
    at = chance.randrange(2, len(name) - 1)
    return name[:at] + name[at].upper() + name[at + 1 :]


def double_letter(name: str, chance: random.Random) -> str:
    """Double a consonant."""
    spots = [i for i in range(2, len(name)) if name[i] in "bdfgklmnprstvz" and name[i] not in (name[i - 1], name[i + 1 : i + 2])]
    at = chance.choice(spots or [len(name) - 1])
    return name[:at] + name[at] + name[at:]


def change_letter(name: str, chance: random.Random) -> str:
    """Change a vowel within, or swap two neighbours."""
    vowels = [i for i in range(1, len(name) - 1) if name[i] in "aeiouy"]
    if vowels and chance.random() < MOSTLY:
        at = chance.choice(vowels)
        return name[:at] + chance.choice([v for v in "aeiou" if v != name[at]]) + name[at + 1 :]
    at = chance.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def lose_end(name: str, chance: random.Random) -> str:
    """Lose one or two letters of the beginning or the end."""
    count = chance.choice((1, 2)) if len(name) > LONG else 1
    return name[count:].capitalize() if chance.random() > MOSTLY else name[:-count]


def complete_otherwise(name: str, chance: random.Random) -> str:
    """Keep the stem and complete it as another name."""
    stem = name[: max(4, round(len(name) * 0.6))]
    return stem + chance.choice(("opol", "ograd", "ivka", "ynske", "odonsk", "yansk", "ets", "oye"))


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "letters lost within": lose_letters,
    "capital within": set_capital,
    "letter doubled": double_letter,
    "letter changed": change_letter,
    "end lost": lose_end,
    "stem completed otherwise": complete_otherwise,
}


def neighbours(place: Place, places: list[Place], chance: random.Random) -> list[Place]:
    """Return three other towns from the neighbourhood of `place`, or fewer."""
    near = [other for other in places if other.name != place.name and SAME < kilometres(place, other) < NEIGHBOURHOOD]
    near.sort(key=_people, reverse=True)
    return chance.sample(near[:12], min(OTHERS, len(near)))


def _people(place: Place) -> int:
    return place.population


def make_cases(gazetteer: Gazetteer, count: int, *, corrupt: bool) -> Iterator[Case]:
    """Yield `count` cases, the same every time; a change that leads to another true name of the theatre is drawn anew."""
    chance = random.Random(SEED if corrupt else SEED + 1)  # noqa: S311 - cases to be made again, no secret
    context = load_context(CONTEXT)
    within = [place for place in gazetteer.within(context.theatre.box) if place.feature.startswith("P.")]
    towns = [place for place in within if place.population >= LEAST_PEOPLE and re.fullmatch(r"[A-Z][a-z’']{4,}", place.name)]
    towns.sort(key=_key)
    true_forms = {latinise(place.name) for place in within}
    made = 0
    while made < count:
        place = chance.choice(towns)
        around = neighbours(place, towns, chance)
        if len(around) < OTHERS or place.country not in context.theatre.countries:
            continue
        change = list(CHANGES)[made % len(CHANGES)] if corrupt else ""
        written = CHANGES[change](place.name, chance) if corrupt else place.name
        if corrupt and (written == place.name or (latinise(written) in true_forms and change != "capital within")):
            continue
        names = dict(zip("abc", (other.name for other in around), strict=True))
        yield Case(chance.choice(PASSAGES).format(x=written, **names), written, place, change)
        made += 1


def is_right(toponyms: list[Toponym], true: Place) -> bool:
    """Tell whether every mention of the name that was found is read as the true place, and one was found."""
    read = [each.place.value for each in toponyms if isinstance(each.place, Known)]
    return bool(read) and len(read) == len(toponyms) and all(kilometres(place, true) <= SAME for place in read)


def score(count: int, *, engine: str = "whence", show: bool = False) -> dict[str, float]:
    """Return the share read rightly by change and over all, and the share of correct names that are flagged."""
    gazetteer, loaded = open_gazetteer(), load_engine(engine)
    context = load_context(CONTEXT)
    right: dict[str, list[bool]] = {change: [] for change in CHANGES}
    for case in make_cases(gazetteer, count, corrupt=True):
        found = [each for each in locate(loaded.analyse(case.text), gazetteer, context) if each.text == case.written]
        right[case.change].append(is_right(found, case.true))
        if show and not right[case.change][-1]:
            best = [each.place.value.name if isinstance(each.place, Known) else "-" for each in found]
            print(f"{case.change:26} {case.true.name} → {case.written}: {best}")
    flagged = total = 0
    for case in make_cases(gazetteer, count, corrupt=False):
        for each in locate(loaded.analyse(case.text), gazetteer, context):
            wrong = bool({PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL} & {*each.flags})
            flagged += wrong
            total += 1
            if show and wrong:
                print(f"flagged though correct: {each.text} → {each.because}")
    every = [case for cases in right.values() for case in cases]
    shares = {change: sum(cases) / len(cases) for change, cases in right.items() if cases}
    return {**shares, "all": sum(every) / len(every), "correct names flagged": flagged / total}


def _key(place: Place) -> str:
    return place.key


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=300)
    parser.add_argument("--show", action="store_true", help="print the cases that fail")
    arguments = parser.parse_args()
    for name, value in score(arguments.names, show=arguments.show).items():
        print(f"{name:28} {value:.3f}")


if __name__ == "__main__":
    main()
