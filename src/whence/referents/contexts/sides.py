"""Which party of a conflict some words name, by the context pack.

Enters: the words of a mention ("the Ukrainian Air Force", "Denis Pushilin, the head of the DPR"), a context pack, and the day of
which they are said. Leaves: the party, with the name in the pack that says so. Names and aliases of parties, offices and holders
are looked for first, the longest first, a holder also by a surname that is nobody else's; then a body told by whom it serves
("Ukrainian soldiers"), by the pack's aliases of that kind; at last a state or a capital that stands for its government. Whoever is
named by none of this is Absent, which does not mean neutral.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from whence.language.tables import read_table
from whence.records import Absent, Alias, Context, Holder, Known, Maybe, Party, Reason, Undetermined
from whence.referents.contexts.choose import flexible
from whence.referents.gazetteer.folding import fold

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*['’ʼ]?")
POSSESSIVE = re.compile(r"['’ʼ]s?$")
ACRONYM = 5
"""Letters up to which a name written in capitals is looked for in capitals alone: "HUR" is a name, "hur" is none."""

REACH = 6
"""Words behind whose name a body is looked for: "Ukrainian and Russian air defence units"."""

ARMED, GOVERNING = "armed", "governing"
NAMED, SERVES, STANDS_FOR = "party named", "party served", "state for government"
"""Kinds of the reason by which a party is told; a caller who asks of a place may pass over the last."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a mention: folded as written, and without a possessive ending; and how it is written."""

    form: str
    bare: str
    written: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the pack, word by word, the party that it tells, and whose it is, in the words of a reason.

    `holder` is the person who bears it, if it is a person's; `surname` tells that it is the last word of a longer name.
    """

    words: tuple[str, ...]
    text: str
    party: str
    owner: str
    holder: Holder | None = None
    surname: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Words that name a party: from the word numbered `first` up to, not including, `end`."""

    first: int
    end: int
    party: Party
    reason: Reason


def party_of(words: str, context: Context, on: date | None) -> Maybe[Party]:
    """Return the party that `words` name on a day (None where it is not known).

    Of parties that belong to one another the narrowest is told ("the army" of "the ministry's army"). Undetermined where the words
    join several ("Ukrainian and Russian officials") or the name is that of several; Absent where the pack knows nobody by them.
    """
    found = parties_in(words, context, on)
    if not found:
        return Absent((Reason("party", f"{context.title}: no party, office or holder is named by “{words}”"),))
    party = found[0].party
    for match in found[1:]:
        if _belongs(match.party, party, context):
            party = match.party
        elif not _belongs(party, match.party, context):
            return Undetermined(tuple(each.reason for each in found))
    return Known(party, tuple(each.reason for each in found))


def parties_in(words: str, context: Context, on: date | None) -> tuple[Match, ...]:
    """Return what names parties in `words`, in their order: the first, and whatever is joined to it or stands right beside it.

    A party behind a preposition ("Russian troops in Ukraine", "the envoy to Russia's army") says of somebody else than the first.
    """
    written = _words(words)
    found = _names_in(written, context, on)
    served = [
        each for each in _served_in(written, context) if not any(each.first < name.end and name.first < each.end for name in found)
    ]
    found = sorted([*found, *served], key=_first) or _stands_for(written, context)
    kept = found[:1]
    for one, other in pairwise(found):
        between = [word.form for word in written[one.end : other.first]]
        if not between or set(between) & set(_bodies()["joining"]) or _belongs_either_way(one.party, other.party, context):
            kept.append(other)
            continue
        break
    return tuple(kept)


def side_name(party: Party, context: Context) -> str:
    """Return the name of the side that a party stands on."""
    return next((side.name for side in context.sides if side.id == party.side), party.side)


def _names_in(written: list[Word], context: Context, on: date | None) -> list[Match]:
    """Return the longest names of the pack in a row of words, none overlapping, in their order."""
    index = _index(context)
    hits: dict[tuple[int, int], list[Name]] = {}
    for first, word in enumerate(written):
        for name in index.get(word.form[:2], ()):
            end = first + len(name.words)
            if _fits(name, written[first:end]) and _in_office(name, on):
                hits.setdefault((first, end), []).append(name)
    taken: list[Match] = []
    for first, end in sorted(hits, key=_longest):
        if any(first < match.end and match.first < end for match in taken):
            continue
        taken.extend(_settle(first, end, hits[first, end], context))
    return sorted(taken, key=_first)


def _settle(first: int, end: int, names: list[Name], context: Context) -> list[Match]:
    """Return the match of a name, of several where several parties bear it; somebody in two offices stands for the pack's first."""
    persons = {name.holder.name for name in names if name.holder is not None}
    if len(persons) > 1 and any(name.surname for name in names):
        return []
    chosen = names[:1] if len(persons) == 1 and all(name.holder for name in names) else names
    found: dict[str, Match] = {}
    for name in chosen:
        party = context.party(name.party)
        if party is not None:
            reason = Reason(NAMED, f"“{name.text}” is {name.owner} in {context.title}")
            found.setdefault(party.id, Match(first, end, party, reason))
    return list(found.values())


def _fits(name: Name, written: list[Word]) -> bool:
    """Tell whether a row of words is a name of the pack, its last word perhaps with a possessive ending."""
    if len(written) < len(name.words):
        return False
    for part, word in zip(name.words, written, strict=True):
        if part not in {word.form, word.bare} and not _inflected(part, word.form):
            return False
    short = len(name.text) <= ACRONYM and name.text.isupper()
    if short or name.surname:
        shown = POSSESSIVE.sub("", written[-1].written)
        return shown.isupper() if short else shown[:1].isupper()
    return True


def _inflected(part: str, form: str) -> bool:
    """Tell whether a word is a case form of a name's word, which only long words in Cyrillic have."""
    return not part.isascii() and _pattern(part).fullmatch(form) is not None


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """Return the pattern of a word in any of its case forms."""
    return re.compile(flexible(part))


def _in_office(name: Name, on: date | None) -> bool:
    """Tell whether a person may speak for the office on a day; other names are good on every day."""
    return name.holder is None or on is None or name.holder.holds_on(on)


def _served_in(written: list[Word], context: Context) -> list[Match]:
    """Return the parties that bodies of `bodies.toml` serve ("Ukrainian soldiers"), by the pack's aliases of that kind.

    Of two who share a body ("Ukrainian and Russian soldiers") each is one; the match covers the name alone.
    """
    masters, bodies = _masters(context), _bodies()
    whose = {name for _, name in masters}
    found: list[Match] = []
    for first, word in enumerate(written):
        if word.form not in whose:
            continue
        for end, each in enumerate(written[first + 1 : first + REACH], start=first + 2):
            kind = next((kind for kind in (ARMED, GOVERNING) if each.bare in bodies[kind]), "")
            party = context.party(masters.get((kind, word.form), ""))
            follows = written[end].bare if end < len(written) else ""
            if party is not None and not (each.form in bodies["between"] and follows in bodies[ARMED] | bodies[GOVERNING]):
                said = " ".join(each.written for each in written[first:end])
                reason = Reason(SERVES, f"“{said}” are taken for {party.name}, by names alike in {context.title}")
                found.append(Match(first, first + 1, party, reason))
                break
            if each.form not in bodies["between"] | bodies["joining"] | whose:
                break
    return found


def _stands_for(written: list[Word], context: Context) -> list[Match]:
    """Return the government for which a state's or capital's name stands, where the words are nothing else."""
    kept = [at for at, word in enumerate(written) if word.form not in _bodies()["articles"]]
    if len(kept) != 1 or not written[kept[0]].written[:1].isupper():
        return []
    word, masters = written[kept[0]], _masters(context)
    key = f"{word.bare}s"
    root = _root(masters.get((GOVERNING, key)) or masters.get((ARMED, key)) or "", context)
    if root is None:
        return []
    detail = f"“{word.written}” stands for {root.name} where it acts or speaks"
    return [Match(kept[0], kept[0] + 1, root, Reason(STANDS_FOR, detail))]


def _root(id: str, context: Context) -> Party | None:
    """Return the party that a party belongs to in the end."""
    party = context.party(id)
    for _ in context.parties:
        above = context.party(party.part_of) if party is not None and party.part_of else None
        if above is None:
            break
        party = above
    return party


def _belongs(party: Party, to: Party, context: Context) -> bool:
    """Tell whether a party is another or a part of it."""
    at: Party | None = party
    for _ in context.parties:
        if at is None or at.id == to.id:
            break
        at = context.party(at.part_of) if at.part_of else None
    return at is not None and at.id == to.id


def _belongs_either_way(one: Party, other: Party, context: Context) -> bool:
    return _belongs(one, other, context) or _belongs(other, one, context)


@lru_cache(maxsize=32)
def _index(context: Context) -> dict[str, tuple[Name, ...]]:
    """Return all names of a pack by their first two letters, which no case ending touches."""
    found: dict[str, list[Name]] = {}
    for name in _all_names(context):
        found.setdefault(name.words[0][:2], []).append(name)
    return {start: tuple(names) for start, names in found.items()}


def _all_names(context: Context) -> Iterator[Name]:
    """Yield the names of parties, offices and holders, and the surnames of those who bear more than one name."""
    for party in context.parties:
        yield from _under(party.name, party.aliases, party.id, f"a name of {party.name}")
    for office in context.offices:
        yield from _under(office.name, office.aliases, office.party, f"the office of {office.name}")
        for holder in office.holders:
            owner = f"{holder.name}, {office.name}"
            whole = list(_under(holder.name, holder.aliases, office.party, owner, holder=holder))
            yield from whole
            last = {name.words[-1]: name for name in whole if len(name.words) > 1}
            alone = {name.words[0] for name in whole if len(name.words) == 1}
            for surname, name in last.items():
                if surname not in alone:
                    yield Name((surname,), name.text.split()[-1], office.party, owner, holder, surname=True)


def _under(name: str, aliases: tuple[Alias, ...], party: str, owner: str, *, holder: Holder | None = None) -> Iterator[Name]:
    """Yield a name and its aliases, an article before them left off."""
    for text in dict.fromkeys((name, *(alias.text for alias in aliases))):
        words = tuple(word.form for word in _words(text))
        words = words[1:] if len(words) > 1 and words[0] == "the" else words
        if words:
            yield Name(words, text, party, owner, holder)


@lru_cache(maxsize=32)
def _masters(context: Context) -> dict[tuple[str, str], str]:
    """Return who is served under which name: ("armed", "ukrainian") → the party with the alias "Ukrainian forces".

    A name that parties of two sides have ("Sudan's army" and "Sudan's other army") tells none.
    """
    bodies, found = _bodies(), dict[tuple[str, str], list[Party]]()
    for party in context.parties:
        for name in _under(party.name, party.aliases, party.id, ""):
            kind = next((kind for kind in (ARMED, GOVERNING) if name.words[-1] in bodies[kind]), "")
            if kind and (len(name.words) == 2 or name.words[1:-1] == (ARMED,)):  # noqa: PLR2004 - a name and a body
                found.setdefault((kind, name.words[0]), []).append(party)
    return {key: parties[0].id for key, parties in found.items() if len({party.side for party in parties}) == 1}


@cache
def _bodies() -> dict[str, frozenset[str]]:
    """Return the lists of bodies.toml."""
    return {key: frozenset(words) for key, words in read_table("english", "bodies.toml").items()}


@lru_cache(maxsize=1024)
def _folded(word: str) -> str:
    return fold(word).replace(" ", "")


def _words(text: str) -> list[Word]:
    """Return the words of a text as they are compared."""
    found = []
    for match in WORD.finditer(text):
        written = match.group()
        form = _folded(written)
        if form:
            found.append(Word(form, _folded(POSSESSIVE.sub("", written)) or form, written))
    return found


def _longest(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


def _first(match: Match) -> tuple[int, int]:
    return match.first, match.end
