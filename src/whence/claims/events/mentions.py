"""Words that tell of events: where one of the triggers stands in a document, with its conditions met.

Enters: a scene. Leaves: mentions in the order of the text, one a word. A noun behind a light verb ("launched an attack") is the
trigger, and the verb its host; it lends the noun its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from whence.claims.events.lexicon import Entry, Form, Group, load_frames
from whence.claims.events.scene import Scene
from whence.claims.tree import (
    acting_subject,
    antecedent,
    base,
    is_passive,
    kids,
    lemma,
    object_of,
    owner_of,
    prepositions,
    span_of,
    subject_of,
)
from whence.records import Span

GAP = 3
"""How many words may stand between the words of a phrase ("pulled its troops back", "laid siege to")."""

REACH = 6
"""How many words behind a phrase its object is looked for."""

APART = "~"
"""Where words must stand between those of a phrase, in the data: "leave ~ with"."""

ARMED = frozenset({"troops", "weapon"})

FOLLOWING = 8
"""How many words behind a phrase are looked at for one that it needs ("withdrew from the … treaty")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one word or phrase tells it. `head` is the word that governs it, `words` all of it, `host` its light verb."""

    head: Token
    words: tuple[Token, ...]
    form: Form
    group: Group
    host: Token | None = None

    @property
    def span(self) -> Span:
        """Return the place of the trigger: its words where they stand together, else the first of them."""
        last = self.words[-1]
        together = last.i - self.words[0].i == len(self.words) - 1
        return Span(self.words[0].idx, last.idx + len(last.text)) if together else span_of(self.head)

    @property
    def verb(self) -> Token:
        """Return the word whose subject and adverbials are the event's: its light verb, else its head."""
        return self.host or self.head


def find_mentions(scene: Scene) -> tuple[Mention, ...]:
    """Return every mention of an event in the order of the text; of several triggers that fit one word, the most demanding."""
    found: list[Mention] = []
    taken: set[int] = set()
    for token in scene.doc:
        if token.i in taken or token.is_punct or token.is_space:
            continue
        idiom = _idiom_at(scene, token)
        if idiom:
            taken.update(range(token.i, token.i + idiom))
            continue
        mention = _mention_at(scene, token)
        if mention is not None:
            found.append(mention)
            taken.update(word.i for word in mention.words)
    hosts = {mention.host.i for mention in found if mention.host is not None}
    figures = {sent.start for sent in scene.doc.sents if _is_figurative(scene, sent)}
    return tuple(
        mention
        for mention in found
        if (mention.host is not None or mention.head.i not in hosts)
        and (mention.head.sent.start not in figures or mention.group.type not in load_frames().figures)
    )


def _is_figurative(scene: Scene, sentence: Words) -> bool:
    """Tell whether a sentence speaks of sport, markets or politics, and of nobody who bears arms."""
    words = load_frames().figurative
    if not any(lemma(token) in words for token in sentence):
        return False
    return not any(scene.is_of(token, ARMED) for token in sentence if token.pos_ in ("NOUN", "PROPN"))


def _idiom_at(scene: Scene, token: Token) -> int:
    """Return how many words the set phrase has that begins with `token`, 0 where none does."""
    for words in scene.lexicon.idioms.get(lemma(token), ()):
        near = token.doc[token.i : token.i + len(words)]
        if len(near) == len(words) and all(word in (lemma(each), each.lower_) for word, each in zip(words, near, strict=True)):
            return len(words)
    return 0


def _mention_at(scene: Scene, token: Token) -> Mention | None:
    """Return the mention that begins with `token`, None where no trigger does or no trigger's conditions are met."""
    for form in _forms(token):
        known = scene.lexicon.entries[form]
        for entry in (entry for key in _keys(token, form) for entry in known.get(key, ())):
            words = _match(token, entry)
            if words is None or not _stands(scene, words, entry):
                continue
            head = words[-1] if form is Form.NOUN else words[0]
            host = _light_verb(scene, head) if form is Form.NOUN else None
            return Mention(head, words, form, entry.group, host)
    return None


def _forms(token: Token) -> tuple[Form, ...]:
    """Return the forms of triggers that a word can be, the likeliest first; engines mistake participles for adjectives."""
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        if token.tag_ == "JJ":
            return (Form.ADJECTIVE, Form.VERB)
        if base(token) == "amod" or (base(token) == "compound"):
            return (Form.ADJECTIVE, Form.NOUN)
        return (Form.VERB, Form.ADJECTIVE, Form.NOUN) if token.tag_ in ("VBN", "VBG") else (Form.VERB,)
    if token.pos_ in ("NOUN", "PROPN"):
        return (Form.NOUN,)
    return (Form.ADJECTIVE, Form.NOUN) if token.pos_ == "ADJ" else ()


def _keys(token: Token, form: Form) -> tuple[str, ...]:
    """Return what a trigger is looked up by: the lemma; for adjectives and nouns the word too ("shelling" has a verb's lemma)."""
    if form is Form.VERB:
        return (lemma(token),)
    return (token.lower_,) if form is Form.ADJECTIVE else tuple(dict.fromkeys((token.lower_, lemma(token))))


def _match(token: Token, entry: Entry) -> tuple[Token, ...] | None:
    """Return the words of a trigger that begins at `token`, None where its other words do not follow."""
    found = [token]
    doc, gap = token.doc, GAP if entry.form is Form.VERB else 0
    apart = False
    for word in entry.words[1:]:
        if word == APART:
            apart = True
            continue
        at = found[-1].i + 1
        near = doc[at : at + gap + 1] if len(found) == 1 else doc[at : _past_modifiers(doc, at) + 1]
        following = next((each for each in near if each.lower_ == word or lemma(each) == word), None)
        closes = word == entry.words[-1] and not apart
        if following is None or not _may_stand_apart(doc[found[-1].i + 1 : following.i], following, closes=closes):
            return None
        found.append(following)
    if entry.form is Form.NOUN and len(found) > 1 and found[-1].pos_ in ("VERB", "AUX"):
        return None
    return tuple(found)


def _past_modifiers(doc: Doc, at: int) -> int:
    """Return where the noun stands before which at most two modifiers stand at `at` ("under heavy mortar fire")."""
    end = at
    while end < min(at + 2, len(doc) - 1) and (doc[end].pos_ in ("ADJ", "DET") or _is_modifier(doc[end])):
        end += 1
    return end


def _may_stand_apart(between: Words, following: Token, *, closes: bool) -> bool:
    """Tell whether words may stand between those of a phrase: no verb, no comma, and not before a preposition that closes it."""
    if any(each.is_punct or each.pos_ == "VERB" for each in between):
        return False
    return not len(between) or not closes or base(following) != "case"


def _stands(scene: Scene, words: tuple[Token, ...], entry: Entry) -> bool:
    """Tell whether a trigger's conditions are met where it stands."""
    group, head, doc = entry.group, words[-1] if entry.form is Form.NOUN else words[0], words[0].doc
    last = words[-1].i + 1
    if last < len(doc) and doc[last].lower_ in group.not_before:
        return False
    if group.needs and not any(lemma(token) in group.needs or token.lower_ in group.needs for token in _clause_of(words, head)):
        return False
    if entry.form is Form.NOUN:
        if _is_modifier(words[-1]):
            return False
        return not group.of_is or any(scene.is_of(token, group.of_is) for token in nominal_patients(words[-1]))
    if entry.form is Form.ADJECTIVE:
        return _described(scene, head, group)
    first, second = subject_and_object(head, words)
    if group.subject == group.object == "patient" and first and second:
        return False
    if group.subject_is and not any(scene.is_of(token, group.subject_is) for token in first[:1]):
        return False
    return not group.object_is or any(scene.is_of(token, group.object_is) for token in second[:1])


def _clause_of(words: tuple[Token, ...], head: Token) -> Iterator[Token]:
    """Yield the words among which a needed one is looked for: those under a word; behind a phrase, those that follow it."""
    if len(words) > 1:
        end = min(words[-1].i + 1 + FOLLOWING, head.sent.end)
        return iter(head.doc[words[-1].i + 1 : end])
    return iter([*head.subtree, *(head.head.subtree if head.pos_ == "NOUN" else ())])


def _is_modifier(noun: Token) -> bool:
    """Tell whether a noun only modifies the next ("attack helicopters", "evacuation routes") and so tells of no event."""
    return base(noun) == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN")


def _described(scene: Scene, adjective: Token, group: Group) -> bool:
    """Tell whether what an adjective describes is of the sort that the group asks for."""
    if not group.object_is:
        return True
    noun = adjective.head if base(adjective) in ("amod", "acl") else subject_of(adjective)
    return noun is not None and scene.is_of(noun, group.object_is)


def _light_verb(scene: Scene, noun: Token) -> Token | None:
    """Return the light verb whose object a noun is ("carried out a strike"; "a strike was carried out"), None without one."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX") or base(noun) not in ("obj", "nsubj") or (base(noun) == "nsubj" and not is_passive(verb)):
        return None
    following = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 2]]
    light = any(lemma(verb) == words[0] and following[: len(words) - 1] == list(words[1:]) for words in scene.lexicon.light)
    return verb if light else None


def subject_and_object(verb: Token, words: tuple[Token, ...] = ()) -> tuple[list[Token], list[Token]]:
    """Return who does what a verb says and whom it befalls, the passive turned round, what "and" joins to each with it.

    Of a phrase ("drove out the rebels", "took control of the port") the object stands behind its last word.
    """
    passive = is_passive(verb)
    if passive:
        agent = next((child for child in kids(verb) if base(child) == "obl" and "by" in prepositions(child)), None)
        patient = subject_of(verb) or _second_subject(verb) or _described_noun(verb)
        return joined(agent), _on_one_side(verb, joined(patient))
    return _on_one_side(verb, joined(_subject(verb))), joined(_behind(words) if len(words) > 1 else _object(verb))


def _object(verb: Token) -> Token | None:
    """Return a verb's object; a noun beyond "before" or "as" is another clause's."""
    found = object_of(verb)
    if found is not None and any(token.pos_ == "SCONJ" for token in verb.doc[verb.i + 1 : found.i]):
        return None
    return found


def _on_one_side(verb: Token, nouns: list[Token]) -> list[Token]:
    """Return the nouns that stand on the same side of a verb as the first: one beyond it is the next verb's."""
    return [noun for noun in nouns if (noun.i < verb.i) == (nouns[0].i < verb.i)]


def _second_subject(verb: Token) -> Token | None:
    """Return the noun between two joined verbs that the engine joined to the first one's subject ("A was burned and B damaged")."""
    if base(verb) != "conj":
        return None
    between = verb.doc[verb.head.i + 1 : verb.i]
    return next(
        (token for token in between if base(token) == "conj" and token.pos_ in ("NOUN", "PROPN") and token.head.i < verb.head.i),
        None,
    )


def _behind(words: tuple[Token, ...]) -> Token | None:
    """Return the noun right behind a phrase; that between its words where there is one ("pulled its troops back")."""
    doc, last = words[0].doc, words[-1]
    spread = last.i - words[0].i >= len(words)
    for token in doc[words[0].i + 1 : last.i] if spread else doc[last.i + 1 : last.i + 1 + REACH]:
        bounds = token.lower_ in ("at", "up", "about", "to") and token.nbor().lower_ in ("least", "most", "to")
        if token.is_punct or (token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") and not bounds):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not _is_modifier(token) and token.dep_ not in ("nmod:poss", "poss"):
            return _top(token)
    return object_of(words[0])


def _top(token: Token) -> Token:
    """Return the word that heads the name in which a word stands."""
    return token.head if base(token) == "flat" and token.head.i < token.i else token


def _subject(verb: Token) -> Token | None:
    """Return a verb's subject, that of the verb above it where it has none; a relative pronoun stands for its noun."""
    own = subject_of(verb)
    hung = next(
        (child for child in kids(verb) if base(child) in ("obj", "obl") and child.i < verb.i and not prepositions(child)), None
    )
    if own is not None and prepositions(own) and hung is not None and own.i < hung.i:
        own = hung
    if own is not None and ((own.i > verb.i and lemma(verb) not in INVERTING) or prepositions(own)):
        own = None
    if own is None:
        own = _strayed(verb)
    if own is None and base(verb) == "xcomp" and verb.head.i < verb.i:
        above = _object(verb.head)
        own = above if above is not None and above.i < verb.i else None
    if own is None:
        described = _described_noun(verb) if base(verb) in ("acl", "amod") else None
        return described or acting_subject(verb)
    return antecedent(own) or own


INVERTING = frozenset({"be", "come", "lie", "stand", "sit", "go", "follow"})
"""Verbs behind which a subject may stand ("along the road lie …")."""


def _strayed(verb: Token) -> Token | None:
    """Return the subject right before a verb that the engine has hung on an earlier verb."""
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 8) : verb.i]):
        if token.pos_ == "VERB" or token.text in ";:":
            return None
        if base(token) == "nsubj" and token.head.i < token.i and not prepositions(token):
            return token
    return None


def _described_noun(verb: Token) -> Token | None:
    """Return the noun that a participle behind it describes ("the town taken by …", "troops holding …")."""
    if base(verb) in ("acl", "amod") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return verb.head
    above = verb.head
    if base(verb) == "conj" and above.i != verb.i and above.pos_ == "VERB":
        described = base(above) in ("acl", "amod") and above.head.pos_ in ("NOUN", "PROPN")
        return subject_of(above) or (above.head if described else None)
    return None


def joined(token: Token | None) -> list[Token]:
    """Return a noun with those that "and" joins to it."""
    if token is None:
        return []
    noun = antecedent(token) or token
    return [noun, *(child for child in kids(noun) if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM"))]


def owner_by_of(noun: Token) -> Token | None:
    """Return whose it is, by a possessive or "of": "by" and "from" tell other roles."""
    owner = owner_of(noun)
    return None if owner is not None and prepositions(owner)[-1:] in (["by"], ["from"]) else owner


def nominal_patients(noun: Token) -> list[Token]:
    """Return what stands behind "of" or owns a noun that tells an event ("the fall of X", "X's fall", "its capture")."""
    owner = owner_by_of(noun)
    found = [owner] if owner is not None else []
    found.extend(child for child in kids(noun) if base(child) == "nmod" and "of" in prepositions(child) and child != owner)
    return [each for token in found for each in joined(token)]


def prepositional(tokens: Iterator[Token] | list[Token]) -> Iterator[tuple[str, Token]]:
    """Yield each noun that stands behind a preposition, with the preposition."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            for word in prepositions(token)[-1:]:
                yield word, token
