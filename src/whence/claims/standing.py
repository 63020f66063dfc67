"""For whom a source speaks: the party of the context pack that it is or belongs to.

Enters: sources and the question which party some words mean. Leaves: the same sources with their party. A body that the pack knows
by the very name that the report gives it can be told by a reader, and is named.
"""

from __future__ import annotations

from dataclasses import replace

from whence.claims.cast import bare
from whence.claims.events.scene import PartyOf
from whence.records import Known, Party, Reason, Source, SourceKind
from whence.referents.gazetteer.folding import fold

BODIES = frozenset({SourceKind.OFFICIAL, SourceKind.PARTY})


def with_party(source: Source, party_of: PartyOf) -> Source:
    """Return a source with the party that its name, its words or its role tell, those beside it likewise."""
    source = replace(source, beside=tuple(with_party(other, party_of) for other in source.beside))
    for words in _ways(source):
        party = party_of(words)
        if isinstance(party, Known):
            return _standing(source, party.value, party.because)
    return source


def _ways(source: Source) -> tuple[str, ...]:
    """Return the words that may tell a source's party, the surest first."""
    known = [each.value for each in (source.name, source.role) if isinstance(each, Known)]
    return tuple(words for words in (*known[:1], source.text, *known[1:]) if words)


def _standing(source: Source, party: Party, because: tuple[Reason, ...]) -> Source:
    """Return a source with its party; named, where it is the party itself by one of its names."""
    held = replace(source, party=Known(party.id, because))
    names = {fold(bare(name)) for name in (party.name, *(alias.text for alias in party.aliases))}
    if source.named or source.kind not in BODIES or fold(bare(source.text)) not in names:
        return held
    spans = (source.span,) if source.span is not None else ()
    why = Reason("name", f"the context pack knows {party.name} by this name", spans)
    return replace(held, named=True, name=Known(party.name, (why,)), because=(*source.because, why))
