"""Made-up traditions of reports: many families at once, whose descent is known because they were generated.

Enters: how many reports, and a seed. Leaves: `Tradition`: the parents of every text, those kept back, and for each text its
`Text`: what it says, fact by fact, in which words. `lineage_readings.py` makes readings of them.

It imitates what makes the task hard at scale. Families are of one to sixty texts, by a power law with exponent 1.5. Incidents are
alike: towns, parties and days are drawn from small pools, every third family tells of an incident of which another family tells,
at first hand and from its own notes. A copy keeps, drops and reorders facts, puts other words in the place of words, mangles
numbers and names of towns (which its own copies inherit), and makes facts up; some are verbatim, some are written from two texts,
some say whom they copy, and one in twenty is not handed over. It imitates no language: facts are templates, and nothing about how
well real reports are traced follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from whence.records import EventType

FIRST_DAY = datetime(2031, 1, 1, tzinfo=UTC)
LARGEST = 60
"""Texts in the largest family."""
SMALL = 3
"""A family no larger than this has one root, and none of it is kept back."""
EXPONENT = 1.5
TOWNS = 240
PARTIES = 16
SPEAKERS = 80

# How often a copyist, or the lot, does what: chosen to be hard, not measured on anything.
SAME_INCIDENT = 1 / 3
IN_ONE_TOWN = 0.7
SECOND_PARENT = 0.08
VERBATIM = 0.15
DECLARED = 0.2
KEPT_BACK = 0.05
DAY_ALONE = 0.1
NO_TIME = 0.03
DROPPED = 0.2
REWORDED = 0.45
NUMBER_MANGLED = 0.05
TOWN_MANGLED = 0.03
MADE_UP = 0.5

_ONSETS = ("b", "br", "d", "dr", "g", "gr", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z")
_VOWELS = ("a", "e", "i", "o", "u")
_CODAS = ("", "l", "n", "r", "s", "sk", "v")
_TOWN_ENDS = ("ovo", "grad", "aja", "inka", "esk", "any")
_PARTY_KINDS = ("Brigade", "Corps", "Front", "Guard", "Legion", "Union")


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of fact: its event and its words, with "|" between words that may stand for one another."""

    event: EventType
    words: str
    unit: str = ""


TEMPLATES = (
    Template(EventType.WITHDRAWAL, "The {agent} {withdrew from|pulled out of|left|gave up} {town} {overnight|before dawn}"),
    Template(EventType.CAPTURE, "The {agent} {took|seized|occupied|entered} {town} after {a brief fight|some hours}"),
    Template(EventType.SHELLING, "{n} shells {fell on|struck|landed in} {town} {late|at noon|in the evening}", "shells"),
    Template(EventType.CASUALTIES, "At least {n} {people|residents|inhabitants} were {killed|slain} in {town}", "people"),
    Template(EventType.CASUALTIES, "{n} soldiers of the {agent} were {wounded|hurt|injured} {near|by} {town}", "soldiers"),
    Template(EventType.EVACUATION, "Some {n} families were {taken out of|moved from} {town} by {bus|lorry}", "families"),
    Template(EventType.DAMAGE, "The {bridge|crossing} at {town} was {damaged|wrecked} by {n} blasts", "blasts"),
    Template(EventType.AID, "{n} tons of {flour|food|grain} {reached|arrived in|were brought to} {town}", "tons"),
    Template(EventType.CEASEFIRE, "A {truce|ceasefire} of {n} hours {began|took hold} around {town}", "hours"),
    Template(EventType.DETENTION, "The {agent} {held|detained|arrested} {n} men {near|outside|at} {town}", "men"),
    Template(EventType.MOVEMENT, "A column of {n} trucks of the {agent} {passed|crossed|went through} {town}", "trucks"),
    Template(EventType.ADVANCE, "The {agent} {advanced|moved up|pushed} {n} kilometres {towards|to} {town}", "kilometres"),
    Template(EventType.STRIKE, "A drone of the {agent} {hit|struck} a {depot|store|warehouse} in {town}"),
    Template(EventType.NEGOTIATION, "Envoys of the {agent} {met|held talks with|sat down with} elders of {town}"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What is so, or is said to be: `id` tells facts apart, however they are worded."""

    id: str
    template: int
    agent: str
    town: int
    number: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact as one text tells it: the `choices` among words that may stand for one another, the number and the town as written."""

    fact: Fact
    choices: tuple[int, ...]
    number: int
    town: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a tradition. Its id tells nothing of its family or its order.

    `written` is when; what the text tells of that may be the day alone, or nothing.
    """

    id: str
    family: int
    outlet: str
    written: datetime
    hour_told: bool
    time_told: bool
    tellings: tuple[Telling, ...]
    parents: tuple[str, ...]
    credit: str | None
    kept_back: bool


@dataclass(frozen=True, slots=True)
class Tradition:
    """All texts, family by family, and the towns they may speak of."""

    texts: tuple[Text, ...]
    towns: tuple[str, ...]

    @property
    def handed_over(self) -> tuple[Text, ...]:
        """Return the texts that are not kept back."""
        return tuple(text for text in self.texts if not text.kept_back)


@dataclass(frozen=True, slots=True)
class World:
    """What incidents are made of, and the dice."""

    random: Random
    towns: tuple[str, ...]
    parties: tuple[str, ...]
    speakers: tuple[str, ...]


def syllables(random: Random, number: int) -> str:
    """Return an invented stem."""
    return "".join(random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS) for _ in range(number))


def slots(words: str) -> list[tuple[str, ...]]:
    """Return what stands in braces: the words that may stand for one another, or a single name of a slot."""
    return [tuple(part.partition("}")[0].split("|")) for part in words.split("{")[1:]]


def make_world(seed: int) -> World:
    """Return the towns, parties and speakers of a seed."""
    random = Random(seed)  # noqa: S311 - a seeded generator is the point
    return World(
        random,
        tuple((syllables(random, 1 + each % 2) + random.choice(_TOWN_ENDS)).capitalize() for each in range(TOWNS)),
        tuple(f"{syllables(random, 2).capitalize()} {random.choice(_PARTY_KINDS)}" for _ in range(PARTIES)),
        tuple(f"{syllables(random, 1).capitalize()} {syllables(random, 2).capitalize()}" for _ in range(SPEAKERS)),
    )


def grow(number: int, *, seed: int = 0) -> Tradition:
    """Return a tradition of which `number` texts are handed over."""
    world = make_world(seed)
    random = world.random
    sizes = range(1, LARGEST + 1)
    weights = [size**-EXPONENT for size in sizes]
    texts: list[Text] = []
    facts: tuple[Fact, ...] = ()
    start, left, family = FIRST_DAY, number, 0
    while left:
        if not facts or random.random() > SAME_INCIDENT:
            facts = tuple(_facts(world, f"i{family}"))
            start = FIRST_DAY + timedelta(hours=random.randrange(24 * 60))
        size = min(random.choices(sizes, weights)[0], left)
        texts.extend(_family(world, family, size, facts, start))
        left, family = left - size, family + 1
    return Tradition(tuple(texts), world.towns)


def _facts(world: World, incident: str) -> Iterator[Fact]:
    """Yield what is so of an incident: most of it in one town, popular towns more often."""
    random = world.random
    centre = int(len(world.towns) * random.random() ** 2)
    pair = random.sample(world.parties, 2)
    for number, template in enumerate(random.sample(range(len(TEMPLATES)), random.randint(5, 11))):
        town = centre if random.random() < IN_ONE_TOWN else random.randrange(len(world.towns))
        yield Fact(f"{incident}-{number}", template, random.choice(pair), town, random.randint(3, 400))


def _family(world: World, family: int, size: int, facts: Sequence[Fact], start: datetime) -> list[Text]:
    """Return the texts of one family, `size` of them handed over: one to three at first hand, then copies of what is there."""
    random = world.random
    texts: list[Text] = []
    first_hand = random.randint(1, 3) if size > SMALL else 1
    while sum(not text.kept_back for text in texts) < size:
        id = f"{random.getrandbits(48):012x}"
        if len(texts) < first_hand:
            above: tuple[Text, ...] = ()
            tellings = _first_hand(world, facts)
            moment = start + timedelta(hours=random.random() * 8)
        else:
            above = _choose_parents(random, texts)
            tellings = _copy(world, id, above)
            moment = max(text.written for text in above) + timedelta(minutes=30 + random.expovariate(1 / 300))
        outlet = f"{syllables(random, 2).capitalize()} {random.choice(('Herald', 'News', 'Post', 'Wire'))}"
        texts.append(
            Text(
                id=id,
                family=family,
                outlet=outlet,
                written=moment,
                hour_told=random.random() > DAY_ALONE,
                time_told=random.random() > NO_TIME,
                tellings=tellings,
                parents=tuple(text.id for text in above),
                credit=above[0].outlet if above and random.random() < DECLARED else None,
                kept_back=bool(above) and size > SMALL and random.random() < KEPT_BACK,
            )
        )
    return texts


def _choose_parents(random: Random, texts: Sequence[Text]) -> tuple[Text, ...]:
    """Return the one text, or the two, that a copy is written from; recent ones more often."""
    one = texts[int(len(texts) * random.random() ** 0.7)]
    others = [text for text in texts if text is not one]
    return (one, random.choice(others)) if others and random.random() < SECOND_PARENT else (one,)


def _telling(world: World, fact: Fact) -> Telling:
    """Return a fact in words of one's own, one in three on somebody's word."""
    random = world.random
    choices = tuple(random.randrange(len(words)) for words in slots(TEMPLATES[fact.template].words))
    speaker = random.choice(world.speakers) if random.random() < 1 / 3 else ""
    return Telling(fact, choices, fact.number, world.towns[fact.town], speaker)


def _first_hand(world: World, facts: Sequence[Fact]) -> tuple[Telling, ...]:
    """Return what one who was there tells: most of the facts, in an order of one's own."""
    known = world.random.sample(facts, max(3, len(facts) - world.random.randint(0, 3)))
    return tuple(_telling(world, fact) for fact in known)


def _copy(world: World, id: str, above: Sequence[Text]) -> tuple[Telling, ...]:
    """Return what one tells who has only read."""
    random = world.random
    if len(above) == 1 and random.random() < VERBATIM:
        return above[0].tellings
    found = {telling.fact.id: telling for text in reversed(above) for telling in text.tellings}
    kept = [telling for telling in found.values() if random.random() > DROPPED] or list(found.values())
    told = [_reworded(random, telling) for telling in kept]
    if random.random() < MADE_UP:
        town = told[0].fact.town
        fact = Fact(f"{id}-x", random.randrange(len(TEMPLATES)), random.choice(world.parties), town, random.randint(3, 400))
        told.insert(random.randrange(len(told) + 1), _telling(world, fact))
    if len(told) > 1 and random.random() < REWORDED:
        place = random.randrange(len(told) - 1)
        told[place], told[place + 1] = told[place + 1], told[place]
    return tuple(told)


def _reworded(random: Random, telling: Telling) -> Telling:
    """Return a telling in other words, now and then with a number or a name that is not what was read."""
    options = slots(TEMPLATES[telling.fact.template].words)
    choices = tuple(
        random.randrange(len(words)) if random.random() < REWORDED else choice
        for words, choice in zip(options, telling.choices, strict=True)
    )
    number, town = telling.number, telling.town
    if random.random() < NUMBER_MANGLED:
        number = int(str(number)[::-1]) + random.choice((0, 10, 100))
    if random.random() < TOWN_MANGLED:
        place = random.randrange(1, len(town))
        town = town[:place] + random.choice(_VOWELS) + town[place + 1 :]
    return replace(telling, choices=choices, number=number, town=town)
