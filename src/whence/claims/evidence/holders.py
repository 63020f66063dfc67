"""Who is said to have a piece of evidence, and what lets a reader look it up.

Enters: the noun that tells evidence, the sources beside it, the report's links and times. Leaves: the holder, and whether it could
be looked up, with what the report tells for that and what it does not. Secret and leaked things never can.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from whence.claims.evidence.links import links_of, platform_links
from whence.claims.evidence.words import evidence_words
from whence.claims.kinds import sort_of_noun
from whence.claims.lexicon import load_lexicon
from whence.claims.tree import (
    agent_of,
    antecedent,
    base,
    children,
    kids,
    lemma,
    name_behind,
    object_of,
    phrase,
    prepositions,
    span_of,
    stretch,
    subject_of,
    text_of,
)
from whence.records import Absent, EvidenceKind, Known, Maybe, Reason, Report, Source, Span, TimeExpression, TimeKind

HELD = "holder"
DATES = frozenset({TimeKind.DATE, TimeKind.TIME})
QUOTED = '“"«‘'
TITLED = 2
"""Words in capitals within quotation marks or in a row that make a title."""

HOLDERS = frozenset({"ORG", "PER", "PERSON"})
"""Labels of names that may have evidence; a place's name before "images" says what they show."""

ENDINGS = frozenset({"'s", "’s", "'", "’"})

PLACES = frozenset({"LOC", "GPE"})
"""Labels of names that have it as owners alone: "Halm's figures" are those of its government."""


def holder_of(head: Token, chain: Sequence[Source]) -> Maybe[str]:
    """Return who is said to have, to have made or to have published what `head` names, by the words about it."""
    found = _participant(head) or _owner(head) or _maker(head) or _publisher(head)
    if found is None:
        return Absent((Reason(HELD, "the report does not say who has it", (span_of(head),)),))
    span = stretch(_without_ending(found))
    text = span.cut(text_of(head.doc))
    name = next((fullest(source) for source in chain if source.span is not None and span.covers(source.span)), text)
    return Known(name, (Reason(HELD, f"the report names “{text}” with it", (span, span_of(head))),))


def _without_ending(tokens: list[Token]) -> list[Token]:
    """Return the words of a name without the possessive ending behind it."""
    return tokens[:-1] if len(tokens) > 1 and (tokens[-1].tag_ == "POS" or tokens[-1].text in ENDINGS) else tokens


def fullest(source: Source) -> str:
    """Return the fullest name of a source, its words where it has none."""
    return source.name.value if isinstance(source.name, Known) else source.text


def _participant(head: Token) -> list[Token] | None:
    """Return by whom it was published or obtained, or to whom it was given, as a participle behind it tells."""
    words = evidence_words()
    for verb in (child for child in kids(head) if base(child) in ("acl", "relcl") or child.dep_ == "acl:relcl"):
        if lemma(verb) not in words.publishing | words.having:
            continue
        agent = agent_of(verb) or _given(verb) or _relative_subject(verb, head)
        if agent is not None:
            return _whole(agent)
    return None


def _whole(noun: Token) -> list[Token]:
    """Return somebody's phrase with the name behind its noun ("the firm Skyward Lens")."""
    words = phrase(noun, clauses=False)
    return [*words, *name_behind(noun)] if words[-1].i == noun.i else words


def _given(verb: Token) -> Token | None:
    """Return to or with whom something was given: "provided to the newspaper", "shared with reporters"."""
    for child in children(verb, "obl", "iobj"):
        if any(word in ("to", "with") for word in prepositions(child)):
            return child
    return None


def _relative_subject(verb: Token, head: Token) -> Token | None:
    """Return who has it in "footage that the ministry published"."""
    subject = subject_of(verb)
    return None if subject is None or subject.i == head.i or antecedent(subject) is not None else subject


def _owner(head: Token) -> list[Token] | None:
    """Return whose it is ("the ministry's figures", "figures from the institute"); "images of" tells what they show."""
    for child in kids(head):
        if child.dep_ in ("nmod:poss", "poss") and (_is_somebody(child) or child.ent_type_ in PLACES):
            return _whole(child)
    for child in children(head, "nmod", "obl"):
        told = prepositions(child)
        if any(word in ("from", "by") for word in told) and _is_somebody(child):
            return _whole(child)
        if "of" in told and child.ent_type_ in HOLDERS and kind_allows_of(head):
            return _whole(child)
    return None


def kind_allows_of(head: Token) -> bool:
    """Tell whether "of" behind a noun may name its maker, as with figures; that of pictures names what they show."""
    return evidence_words().nouns.get(lemma(head)) in (EvidenceKind.STATISTICS, EvidenceKind.DOCUMENT)


def _is_somebody(noun: Token) -> bool:
    """Tell whether a noun names a person or a body."""
    return noun.ent_type_ in HOLDERS or sort_of_noun(noun, load_lexicon()) in ("person", "body")


def _maker(head: Token) -> list[Token] | None:
    """Return the name right before it: "Planet Labs images", "a Halm Institute report"."""
    for child in children(head, "compound", "nmod", "amod"):
        if child.i < head.i and child.ent_type_ in HOLDERS and child.dep_ not in ("nmod:poss", "poss"):
            ent = next((ent for ent in head.doc.ents if ent.start <= child.i < ent.end), None)
            if ent is not None and head.i < ent.end:
                return None
            tokens = [token for token in ent if token.i < head.i] if ent is not None else [child]
            return [token for token in tokens if token.text not in ENDINGS] or [child]
    return None


def _publisher(head: Token) -> list[Token] | None:
    """Return who published it: the subject of the verb whose object it is."""
    verb, words = head.head, evidence_words()
    known = words.publishing | words.having - {"see", "hear"}
    if base(head) != "obj" or lemma(verb) not in known or lemma(verb) in words.citing or object_of(verb) is None:
        return None
    subject = subject_of(verb)
    return None if subject is None or subject.pos_ == "PRON" else _whole(subject)


def dates_with(head: Token | None, span: Span, times: Iterable[TimeExpression]) -> tuple[Span, ...]:
    """Return the dates that stand with a piece of evidence: in its passage or in the words that hang on its noun."""
    around = [span]
    if head is not None:
        around.append(stretch(phrase(head, joined=False)))
    return tuple(time.span for time in times if time.kind in DATES and any(place.covers(time.span) for place in around))


def title_in(head: Token | None, words: str) -> bool:
    """Tell whether a document has a title: in quotation marks, or written in capitals with its noun ("the Sorn Report")."""
    if any(mark in words for mark in QUOTED):
        return True
    return head is not None and head.pos_ == "PROPN" and sum(word[:1].isupper() for word in words.split()) >= TITLED


def weigh(
    report: Report,
    span: Span,
    holder: Maybe[str],
    *,
    dates: Sequence[Span] = (),
    titled: bool = False,
    platform: str = "",
    fullest_name: str = "",
) -> tuple[bool, tuple[Reason, ...]]:
    """Return whether a reader could look a piece of evidence up, with what is told for that and what is missing.

    `fullest_name` is what the report calls it where it is told of more fully ("the report" of "a leaked report").
    """
    words = f"{span.cut(report.text)} {fullest_name}"
    hidden = sorted({word for word in words.lower().replace(",", " ").split() if word in evidence_words().hidden})
    if hidden:
        return False, (Reason("kept from readers", f"the report calls it {' and '.join(hidden)}", (span,)),)
    linked = links_of(holder.value, report.links) if isinstance(holder, Known) else ()
    linked = linked or (platform_links(platform, report.links) if platform else ())
    if linked:
        return True, (Reason("linked", f"the report links {linked[0]}", (span,)),)
    told: list[Reason] = []
    missing: list[str] = []
    if isinstance(holder, Known):
        told.append(Reason(HELD, f"the report says with whom it is: {holder.value}", _spans(holder)))
    else:
        missing.append("holder")
    if dates:
        told.append(Reason("date", f"a date stands with it: “{dates[0].cut(report.text)}”", tuple(dates)))
    if titled:
        told.append(Reason("title", "it is told by name", (span,)))
    if not dates and not titled:
        missing.append("date or title")
    if missing:
        lacks = ", ".join(f"no {what}" for what in (*missing, "link"))
        return False, (*told, Reason("missing", f"the report gives {lacks}", (span,)))
    return True, tuple(told)


def _spans(holder: Known[str]) -> tuple[Span, ...]:
    return holder.because[0].spans if holder.because else ()
