"""Claims gathered by the chain of sources behind them, and the plain words for it that every format shares.

Enters: a reading. Leaves: one group for each chain, in the order of the text, the report's own voice last. Two mentions are one
source where the report gives them the same full name, or, without a name, where kind and words are the same; nothing more is
guessed here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from whence.publish.visible import shorten, visible
from whence.records import Absent, Claim, Known, Maybe, Source, SourceKind, Undetermined

ARROW = "←"
OWN_VOICE = "the report’s own voice"
# How many names the summary spells out for each side before it says "and 4 more".
NAMES_SHOWN = 3
# Characters of a name that the summary shows.
NAME_LENGTH = 40

# Sources that are things, not speakers: they are identified or not, and nobody gives a reason for not naming them.
THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT, SourceKind.SOCIAL})


@dataclass(frozen=True, slots=True)
class ChainGroup:
    """The claims on the word of one chain of sources. `chain` is empty for the report's own voice."""

    chain: tuple[Source, ...]
    claims: tuple[Claim, ...]

    @property
    def own_voice(self) -> bool:
        """Tell whether the report states these claims itself."""
        return not self.chain

    @property
    def statements(self) -> int:
        """Return how many statements stand on this word."""
        return count_statements(self.claims)

    @property
    def named(self) -> bool:
        """Tell whether the source nearest the event is named."""
        return bool(self.chain) and self.chain[-1].named


def identify(source: Source) -> tuple[str, ...]:
    """Return what tells one step of a chain from another: its name, or its kind and words, and so for those beside it."""
    others = tuple(part for other in source.beside for part in identify(other))
    if isinstance(source.name, Known):
        return ("name", source.name.value.casefold(), *others)
    return ("words", source.kind, source.text.casefold(), *others)


def richest(sources: Iterable[Source]) -> Source:
    """Return the mention that tells most of one source: with a role, a name, a reason for not naming; the earliest of equals."""
    return max(sources, key=count_told)


def count_told(source: Source) -> int:
    """Return how many things a mention tells of its source."""
    return sum(isinstance(maybe, Known) for maybe in (source.role, source.name, source.unnamed_because)) + source.named


def group_claims(claims: Iterable[Claim]) -> tuple[ChainGroup, ...]:
    """Return the groups in the order of their first claims, the report's own voice last."""
    by_chain: dict[tuple[tuple[str, ...], ...], list[Claim]] = {}
    for claim in claims:
        by_chain.setdefault(tuple(identify(source) for source in claim.chain), []).append(claim)
    groups = [
        ChainGroup(tuple(richest(claim.chain[step] for claim in members) for step in range(len(key))), tuple(members))
        for key, members in by_chain.items()
    ]
    return tuple(sorted(groups, key=sort_key))


def sort_key(group: ChainGroup) -> bool:
    """Put the report's own voice behind all others; sorting is stable, so the rest keeps the order of the text."""
    return group.own_voice


def distinct_sources(claims: Iterable[Claim]) -> tuple[Source, ...]:
    """Return every source in the chains once, in the order of the text, by the mention that tells most."""
    mentions: dict[tuple[str, ...], list[Source]] = {}
    for claim in claims:
        for source in claim.sources:
            mentions.setdefault(identify(by_itself(source)), []).append(by_itself(source))
    return tuple(richest(same) for same in mentions.values())


def count_statements(claims: Iterable[Claim]) -> int:
    """Return how many statements claims belong to: one that tells of three events is one saying."""
    return len({claim.statement for claim in claims})


def by_itself(source: Source) -> Source:
    """Return a source without those that stand beside it."""
    return replace(source, beside=())


def label(source: Source) -> str:
    """Return a source as shown: its full name, else its words in the report, else its kind; then those beside it."""
    name = visible(source.name.value) if isinstance(source.name, Known) else ""
    own = name or visible(source.text) or f"an unnamed source ({source.kind})"
    return " and ".join([own, *(label(other) for other in source.beside)])


def label_chain(chain: Iterable[Source]) -> str:
    """Return a chain as shown, the source nearest the reader first: `the newspaper ← a confidential report`."""
    return f" {ARROW} ".join(label(source) for source in chain) or OWN_VOICE


def tell_naming(source: Source) -> str:
    """Return whether a reader can tell who the source is, and if not, the report's reason."""
    thing = source.kind in THINGS
    if source.named:
        return "identified" if thing else "named"
    reason = source.unnamed_because
    naming = "not identified" if thing else "not named"
    if isinstance(reason, Known):
        return f"{naming}: “{visible(reason.value)}”"
    if isinstance(reason, Undetermined):
        return f"{naming}, the reason is unclear"
    return naming if thing else f"{naming}, no reason given"


def tell_about(source: Source, *, roles: bool = True) -> str:
    """Return kind, role and naming of one step of a chain, and after a semicolon those of each source that stands beside it.

    A role that only says again what the source is called by is left out: "Two officials" are two officials.
    """
    told = []
    for one in (source, *source.beside):
        role = tell_maybe(one.role, absent="", undetermined="") if roles else ""
        called = label(by_itself(one)).casefold()
        role = "" if role.casefold() in called or called in role.casefold() else role
        told.append(", ".join(part for part in (str(one.kind), role, tell_naming(one)) if part))
    return "; ".join(told)


def tell_maybe(maybe: Maybe[str], *, absent: str, undetermined: str) -> str:
    """Return a known value made safe to show, or the words for the other two."""
    if isinstance(maybe, Known):
        return visible(maybe.value)
    return absent if isinstance(maybe, Absent) else undetermined


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 claim` or `3 claims`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def list_names(told: list[tuple[str, int]]) -> str:
    """Return names, with their number of statements where it is more than one, the most first, the rest as a count."""
    ordered = sorted(told, key=by_claims)
    shown = [shorten(name, NAME_LENGTH) + (f" ({number})" if number > 1 else "") for name, number in ordered[:NAMES_SHOWN]]
    more = len(ordered) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def by_claims(told: tuple[str, int]) -> int:
    """Order by the number of statements, most first."""
    return -told[1]
