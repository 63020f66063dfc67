"""How a mention stands to what was first said, as the page shows it: a name, a sign and a word, so that no colour is needed."""

from __future__ import annotations

from dataclasses import dataclass

from whence.publish.trace.register import Register
from whence.records import Assertion, Mention, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """One way to stand to what was first said. `name` is its class in the style, `grave` orders what an editor looks at first."""

    name: str
    sign: str
    word: str
    meaning: str
    grave: int


FIRST = Standing("first", "●", "stands here first", "first said here, with a witness or by the report itself", 0)
FAITHFUL = Standing("faithful", "=", "faithful", "taken over as it was", 1)
GARBLED = Standing("garbled", "≈", "garbled", "taken over with something wrong: a name, a number, a date", 2)
EXAGGERATED = Standing("exaggerated", "↑", "exaggerated", "taken over and made more of", 3)
CONTRADICTED = Standing("contradicted", "≠", "contradicted", "said otherwise than where it was first said", 4)
ADDED = Standing("added", "+", "put in", "put in on the way: nobody is known to stand behind it", 5)
STANDINGS = (FIRST, FAITHFUL, GARBLED, EXAGGERATED, CONTRADICTED, ADDED)
BY_STATUS = {
    Status.FAITHFUL: FAITHFUL,
    Status.GARBLED: GARBLED,
    Status.EXAGGERATED: EXAGGERATED,
    Status.CONTRADICTED: CONTRADICTED,
    Status.ADDED: ADDED,
}


def stand(mention: Mention, assertion: Assertion, register: Register) -> Standing:
    """Return how a mention stands; what a rewriting repeats of what was put in is put in, however faithfully it is repeated."""
    if assertion.id in register.put_in and (mention.came_from is not None or register.derived(mention.report)):
        return ADDED
    if mention.status is Status.FAITHFUL and mention.came_from is None:
        return FIRST
    return BY_STATUS[mention.status]


def tell_source(mention: Mention, assertion: Assertion, register: Register) -> str:
    """Return where a mention came from in a few words: `from 4 The Courier`, `put in here`, `first said here`."""
    if mention.came_from is not None:
        return f"from {register.call(mention.came_from)}"
    return "put in here" if stand(mention, assertion, register) is ADDED else "stands here first"


def tell_standing(mention: Mention, assertion: Assertion, register: Register) -> str:
    """Return how a mention stands and where it came from, on one line: `garbled, from 4 The Courier`."""
    standing, source = stand(mention, assertion, register), tell_source(mention, assertion, register)
    return source if source.startswith(standing.word) else f"{standing.word}, {source}"
