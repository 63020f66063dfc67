"""The populated places of a rectangle, to be searched by likeness: where a name the gazetteer does not know is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whence.records import Place
from whence.referents.gazetteer.skeleton import latinise

# Less alike than this is another name: below it a five-letter name would meet one that shares only two letters with it.
LEAST_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Written:
    """A place with its names as the index joins them, and its Latin forms; `nth[i]` tells the name of `forms[i]`."""

    place: Place
    names: str
    forms: tuple[str, ...]
    nth: tuple[int, ...]

    @classmethod
    def read(cls, place: Place, names: str, latin: str) -> Written:
        """Take the Latin forms apart, which the index joins with the number of the name before each."""
        lines = [line.partition(" ") for line in latin.split("\n")]
        return cls(place, names, tuple(form for _, _, form in lines), tuple(int(nth) for nth, _, _ in lines))


@dataclass(frozen=True, slots=True)
class Nearby:
    """Places of a box and the Latin forms they are searched by; `owners[i]` tells the place of `forms[i]` and its nth name."""

    places: tuple[Place, ...]
    names: tuple[str, ...]
    forms: tuple[str, ...]
    owners: tuple[tuple[int, int], ...]

    @classmethod
    def over(cls, places: Iterable[Written]) -> Nearby:
        """Gather places with their names and forms."""
        known = tuple(places)
        return cls(
            tuple(each.place for each in known),
            tuple(each.names for each in known),
            tuple(form for each in known for form in each.forms),
            tuple((owner, nth) for owner, each in enumerate(known) for nth in each.nth),
        )

    def search(self, name: str, *, limit: int) -> tuple[tuple[Place, str, float], ...]:
        """Return the places most like a name, each with the name that is and how like it is, the likest and largest first."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - so that opening a gazetteer need not wait for it

        asked = latinise(name)
        if not asked or not self.forms:
            return ()
        (scores,) = process.cdist([asked], self.forms, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS * 100)
        best: dict[int, tuple[float, int]] = {}
        for index in scores.argsort(kind="stable")[::-1]:
            score = float(scores[index])
            if score <= 0 or (len(best) >= limit and score < min(found for found, _ in best.values())):
                break
            owner, nth = self.owners[index]
            best.setdefault(owner, (score, nth))
        ranked = sorted(
            (-score, -self.places[owner].population, self.places[owner].key, owner) for owner, (score, _) in best.items()
        )
        return tuple(
            (self.places[owner], self.written(owner, best[owner][1]), round(-score / 100, 4))
            for score, _, _, owner in ranked[:limit]
        )

    def written(self, owner: int, nth: int) -> str:
        """Return the nth name of a place."""
        return self.names[owner].split("\n")[nth]
