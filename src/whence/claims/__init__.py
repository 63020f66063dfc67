"""From a report's text to its claims: who says what, on whose word, through whom.

Enters: the engine's Doc and the Report. Leaves: attributions and claims, with reasons. The order of work, a file each:

    quotes       where quotation marks stand, told apart from apostrophes
    drafts       what the engine marked
    framed       what the shape of the sentence shows besides
    comments     what the reporter adds in a participle is taken out of what was said
    speakers     quotations made whole, given their speakers, carried on over paragraphs
    cast         persons, bodies and things with their mentions; `referring` joins names, descriptions and pronouns
    kinds        what kind of source a noun or name stands for
    outlets      an outlet's own words under another name; `conjoined` finds the sources that "and" joins
    sources      from a passage to a source with kind, name and role; `naming` tells why it is unnamed
    chains       who passes on whose word
    statements   claims, the report's own voice among them

The words that all of them go by are data: `whence/language/<language>/*.toml`, read by `lexicon`.
"""

from whence.claims import attribute as attributing
from whence.claims import detail
from whence.claims.attribute import Attributed, attribute
from whence.claims.detail import read_claims

RULES = (attributing.RULES, detail.RULES)
"""The names and versions of this room's rules, for the run record."""

__all__ = ["RULES", "Attributed", "attribute", "read_claims"]
