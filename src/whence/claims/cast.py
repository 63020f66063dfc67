"""Who and what a report refers to: persons, bodies and things that can be sources, with every mention of each.

Enters: a Doc, the word lists and the places of the sources found. Leaves: figures and mentions, each mention with the figure it
means or, where the text does not settle it, the candidates. Names are joined by surname and by acronym, descriptions and pronouns
by the rules in `referring`. No first-name list and no world knowledge is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from whence.claims.kinds import kind_of_name, kind_of_noun, sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.tree import base, children, has_tree, kids, lemma, phrase, span_of, stretch, text_of
from whence.records import Reason, SourceKind, Span

POSSESSIVE = re.compile(r"(?:['’]s|['’])$")

SMALL_WORD = 4
"""How many letters an uncapitalised word within a name may have that its short form leaves out ("of", "and", "for the")."""


@dataclass(slots=True)
class Figure:
    """A person, body, place or thing of one report, gathered while its mentions are read; no part of any record."""

    number: int
    sort: str
    plural: bool = False
    definite: bool = True
    names: list[str] = field(default_factory=list)
    description: str = ""
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    roles: list[tuple[str, Span]] = field(default_factory=list)
    gender: str = ""
    gender_inferred: bool = False
    kind: SourceKind | None = None
    kind_because: tuple[Reason, ...] = ()
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the fullest name, or the first description where it has none."""
        return max(self.names, key=len) if self.names else self.description

    @property
    def named(self) -> bool:
        """Tell whether a reader could tell who it is: by a name, or as the one body of its kind of a named place or people."""
        return bool(self.names) or (self.sort == "body" and bool(self.modifiers) and self.definite and not self.plural)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a figure is meant. `figure` is None where several could be, listed in `candidates`."""

    head: int
    span: Span
    form: str
    figure: Figure | None
    sentence: int
    because: tuple[Reason, ...] = ()
    candidates: tuple[Figure, ...] = ()
    subject: bool = False
    speaker: bool = False
    quoted: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """All figures of a report, and the mention that each head word makes."""

    figures: tuple[Figure, ...]
    mentions: dict[int, Mention]

    def at(self, token: Token) -> Mention | None:
        """Return the mention whose head, or one of whose words, `token` is."""
        found = self.mentions.get(token.i)
        if found is not None:
            return found
        place = span_of(token)
        return next((mention for mention in self.mentions.values() if mention.form == "name" and mention.span.covers(place)), None)


def acronyms(text: str) -> dict[str, tuple[str, Span]]:
    """Return the short forms that a text introduces in brackets, as "Harbour Relief Council (HRC)", with full name and place."""
    found: dict[str, tuple[str, Span]] = {}
    for match in re.finditer(r"\(([A-Z][A-Z.]{1,7})\)", text):
        letters = match.group(1).replace(".", "")
        words = list(re.finditer(r"[\w’'.-]+", text[max(0, match.start() - 120) : match.start()]))
        offset = max(0, match.start() - 120)
        for first in range(len(words) - 1, max(-1, len(words) - 2 * len(letters) - 2), -1):
            run = words[first:]
            initials = "".join(word.group()[0] for word in run if word.group()[0].isupper())
            small = [word.group() for word in run if not word.group()[0].isupper()]
            if initials == letters and run[0].group()[0].isupper() and all(len(word) <= SMALL_WORD for word in small):
                name = text[offset + run[0].start() : offset + run[-1].end()]
                found.setdefault(match.group(1), (name, Span(offset + run[0].start(), offset + run[-1].end())))
    return found


@lru_cache(4096)
def bare(name: str) -> str:
    """Return a name without its possessive ending and article."""
    return re.sub(r"^(?:the|an?) ", "", POSSESSIVE.sub("", name.strip()), flags=re.IGNORECASE)


def name_words(name: str, lexicon: Lexicon) -> list[str]:
    """Return the words of a person's name without titles before it, in small letters."""
    words = bare(name).split()
    while len(words) > 1 and words[0].lower() in lexicon.referring.titles:
        words.pop(0)
    return [word.lower().strip(".,") for word in words]


def titles_of(name: str, lexicon: Lexicon) -> list[str]:
    """Return the titles before a name, as written."""
    words, titles = bare(name).split(), []
    while len(words) > 1 and words[0].lower() in lexicon.referring.titles:
        titles.append(words.pop(0))
    return titles


def same_person(one: list[str], other: list[str]) -> bool:
    """Tell whether two names may be one person's: the shorter one's words stand in the longer and both end alike.

    A single word must be the other's surname. "Anna Berg" and "Olaf Berg" are two.
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1 and len(long) > 1:
        return short[0] == long[-1]
    return short[-1] == long[-1] and all(any(_same_word(word, full) for full in long) for word in short)


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words of names are one, or one the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def same_body(one: str, other: str) -> bool:
    """Tell whether two names may be one body's: equal, or one the end of the other ("the Times" of "the Harbour Times")."""
    short, long = sorted((bare(one).lower().split(), bare(other).lower().split()), key=len)
    return bool(short) and long[-len(short) :] == short


def gender_of(words: list[str], lexicon: Lexicon) -> str:
    """Return the gender that titles or nouns tell, empty where none does."""
    for gender in ("masculine", "feminine"):
        if any(word.lower() in lexicon.referring.gender[gender] for word in words):
            return gender
    return ""


def describe(head: Token, lexicon: Lexicon, number: int) -> Figure:
    """Return a new figure from the noun phrase around `head`."""
    words = phrase(head, joined=False)
    told = kind_of_noun(head, lexicon, words=[token for token in words if not token.is_space])
    figure = Figure(number, sort_of_noun(head, lexicon) or "body", plural=head.tag_ in ("NNS", "NNPS"))
    figure.description = bare(stretch(words).cut(text_of(head.doc)))
    figure.definite = not any(child.lower_ in lexicon.small.indefinite for child in kids(head))
    figure.nouns.add(lemma(head))
    figure.modifiers.update(modifiers_of(head))
    figure.gender = gender_of([lemma(head), head.lower_], lexicon) if figure.sort == "person" else ""
    if told is not None:
        figure.kind, figure.kind_because = told[0], (told[1],)
    if figure.sort == "person" and len(words) > 1:
        figure.roles.append((figure.description, stretch(words)))
    return figure


def modifiers_of(head: Token) -> set[str]:
    """Return the capitalised words that tell one body or person of a kind from another, in small letters."""
    found = set()
    for token in phrase(head, joined=False, clauses=False):
        if (
            token.i != head.i
            and token.text[:1].isupper()
            and token.pos_ in ("PROPN", "ADJ", "NOUN")
            and token.lower_ not in ("the", "a", "an")
        ):
            found.add(bare(token.text).lower())
    return found


def roles_of(doc: Doc, head: Token, span: Span, lexicon: Lexicon) -> list[tuple[str, Span, Token]]:
    """Return the offices and affiliations that stand beside a name: before it, in apposition, or said of it ("is the head of …").

    Each comes with its place and the noun that heads it.
    """
    found: list[tuple[str, Span, Token]] = []
    for token in _role_nouns(head, lexicon):
        if sort_of_noun(token, lexicon) != "person" or span.covers(span_of(token)):
            continue
        words = [word for word in phrase(token, joined=False) if not span.overlaps(span_of(word))]
        run = [word for word in words if word.i < head.i] if token.i < span_token(doc, span) else words
        run = _unbroken(run, token)
        while run and run[-1].is_punct and run[-1].text != ".":
            run.pop()
        if run:
            found.append((bare(stretch(run).cut(text_of(doc))), stretch(run), token))
    if not found:
        found.extend(_linear_role(doc, span, lexicon))
    return found


def span_token(doc: Doc, span: Span) -> int:
    """Return the index of the first token of `span`."""
    cut = doc.char_span(span.start, span.end, alignment_mode="expand")
    return cut.start if cut is not None else 0


def _unbroken(run: list[Token], token: Token) -> list[Token]:
    """Return the part of `run` without gaps around `token`."""
    indices = {word.i for word in run}
    start = end = token.i
    while start - 1 in indices:
        start -= 1
    while end + 1 in indices:
        end += 1
    return [word for word in run if start <= word.i <= end]


def _role_nouns(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return the nouns that the tree puts beside a name."""
    found = [
        child
        for child in kids(head)
        if base(child) in ("appos", "compound", "flat", "nmod", "amod") and child.pos_ in ("NOUN", "PROPN")
    ]
    if base(head) in ("appos", "flat"):
        found.append(head.head)
        found.extend(child for child in kids(head.head) if base(child) == "appos" and child.i != head.i)
    if head.dep_ == "nsubj" and head.head.pos_ == "NOUN" and any(children(head.head, "cop")):
        found.append(head.head)
    return [
        token
        for token in found
        if not any(True for child in kids(token) if child.dep_ == "case" and child.lower_ in lexicon.small.locating)
    ]


def _linear_role(doc: Doc, span: Span, lexicon: Lexicon) -> list[tuple[str, Span, Token]]:
    """Return the office between commas behind a name, or with small letters right before it, where the tree shows none."""
    cut = doc.char_span(span.start, span.end, alignment_mode="expand")
    if cut is None:
        return []
    run: list[Token] = []
    if cut.end < len(doc) and doc[cut.end].text == ",":
        for token in doc[cut.end + 1 : cut.end + 14]:
            if token.text in ',.;:—–“”"\n' or token.pos_ in ("VERB", "AUX", "SCONJ"):
                break
            run.append(token)
        else:
            run = []
    nouns = [token for token in run if token.pos_ == "NOUN" and sort_of_noun(token, lexicon) == "person"]
    if (
        nouns
        and run[0].pos_ in ("DET", "NOUN", "ADJ", "PROPN", "ADV")
        and (not has_tree(doc) or nouns[0].dep_ not in ("nsubj", "obj", "nsubj:pass"))
    ):
        return [(bare(stretch(run).cut(text_of(doc))), stretch(run), nouns[0])]
    return []


def name_kind(name: str, label: str, span: Span, lexicon: Lexicon) -> tuple[SourceKind | None, tuple[Reason, ...]]:
    """Return the kind of source that a body's or place's name tells, with the reasons."""
    told = kind_of_name(name, span, lexicon)
    if told is not None:
        return told[0], (told[1],)
    if label in ("LOC", "GPE"):
        return SourceKind.OFFICIAL, (Reason("source kind", "a place that speaks stands for those who govern it", (span,)),)
    return None, ()
