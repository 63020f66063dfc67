"""Which PLOVER type a text is about by its triggers.

Enters: a parsed Doc. Leaves: a share for each type. The word that governs a sentence tells more than those under it, and the lead
more than what follows (an article's first sentence tells its event).
"""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from whence.claims.cast import Cast
from whence.claims.events.lexicon import Form, load_events
from whence.claims.events.mentions import Mention, find_mentions
from whence.claims.events.scene import set_scene
from whence.records import Absent, Maybe, Party

PLOVER_TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE",
    "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
"""The event types of PLOVER (Open Event Data Alliance), in the order of `rule_scores`."""

DEEPER = 0.5
"""By how much a trigger counts less for each step below the governing word of its sentence."""

LATER = 0.3
"""By how much a sentence counts less for each sentence before it: 1 / (1 + LATER × n)."""

NOMINAL = 0.6
"""What a noun counts where a verb counts 1."""


def rule_scores(doc: Doc) -> np.ndarray:
    """Return [16] float64, the share of each of PLOVER_TYPES among the triggers of `doc`, zeros where there is none.

    Raises:
        LexiconError: if the words of events cannot be read.
    """
    scene = set_scene(doc, load_events(), Cast((), {}), places=(), times=(), context=None, party_of=_nobody)
    scores = np.zeros(len(PLOVER_TYPES))
    starts = {sent.start: at for at, sent in enumerate(doc.sents)}
    for mention in find_mentions(scene):
        kind = mention.group.crosswalk.plover
        if kind in PLOVER_TYPES:
            scores[PLOVER_TYPES.index(kind)] += _weight(mention, starts[mention.head.sent.start])
    return scores / scores.sum() if scores.any() else scores


def _weight(mention: Mention, sentence: int) -> float:
    """Return how much a trigger tells of what the text is about."""
    depth = sum(1 for _ in mention.verb.ancestors)
    form = NOMINAL if mention.form is Form.NOUN and mention.host is None else 1.0
    return form * DEEPER**depth / (1 + LATER * sentence)


def _nobody(words: str) -> Maybe[Party]:
    """Know no party: the types are told without a context pack."""
    del words
    return Absent()
