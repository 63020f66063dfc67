"""The walk through a report's text in which its figures are gathered.

Enters: a Doc, the word lists, and where quotations, contents and speakers stand. Leaves: figures and mentions, entered one by one
by `names`, `descriptions` and `pronouns`. The stage is the one value of this room that changes while it is worked on; `referring`
builds and drops it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from whence.claims.cast import Figure, Mention
from whence.claims.lexicon import Lexicon
from whence.claims.tree import SUBJECTS, span_of
from whence.records import Reason, Span


@dataclass(slots=True)
class Stage:
    """What is known so far while the text is walked through."""

    doc: Doc
    lexicon: Lexicon
    quotes: Sequence[Span]
    contents: Sequence[Span]
    speakers: frozenset[int]
    sentence: dict[int, int]
    short: dict[str, tuple[str, Span]]
    outlet: str | None = None
    figures: list[Figure] = field(default_factory=list)
    mentions: dict[int, Mention] = field(default_factory=dict)
    beside: dict[int, int] = field(default_factory=dict)
    offices: dict[int, Token] = field(default_factory=dict)

    def enter(self, sort: str) -> Figure:
        """Return a new figure."""
        self.figures.append(Figure(len(self.figures), sort))
        return self.figures[-1]

    def note(
        self,
        head: Token,
        span: Span,
        form: str,
        figure: Figure | None,
        because: tuple[Reason, ...],
        *,
        others: tuple[Figure, ...] = (),
    ) -> None:
        """Keep a mention."""
        place = span_of(head)
        mention = Mention(
            head.i, span, form, figure, self.sentence.get(head.i, 0), because, others, subject=_is_subject(head),
            speaker=head.i in self.speakers, quoted=any(quote.covers(place) for quote in self.quotes),
            reported=any(span.covers(place) for span in self.contents),
        )  # fmt: skip
        self.mentions[head.i] = mention
        if figure is not None:
            figure.mentions.append(mention)


def _is_subject(head: Token) -> bool:
    """Tell whether `head`, or the noun it is joined to by "and", is the subject of a clause that is no relative clause."""
    top = head.head if head.dep_ == "conj" else head
    return top.dep_ in SUBJECTS and top.head.dep_ not in ("acl:relcl", "relcl", "acl")
