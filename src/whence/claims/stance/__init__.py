"""How sure each of those behind a claim tells it, and what kind of claim it is.

Enters: a parsed Doc, the words that tell an event, the chain of sources. Leaves: certainties and a kind, with reasons. In order:

    lexicon      words of certainty and of judgement, from `language/english/certainty.toml` and `assessment.toml`
    words        what sways an event from right beside it: modals, negation, adverbs, adjectives
    scope        what governs it from farther up the tree
    certainty    what all of them make of it, for the source nearest the event and for those who pass it on
    kind         event, assessment, background or speculation
"""

from whence.claims.stance.certainty import tell_certainty
from whence.claims.stance.kind import tell_kind

__all__ = ["tell_certainty", "tell_kind"]
