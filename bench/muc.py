"""Who attacked whom, with what? Events and their main arguments on MUC-4, read from lower-case text.

    python bench/muc.py DEV.json.gz                               the table
    python bench/muc.py TRAIN.json.gz --sample 200 --misses 40    of 200 documents evenly drawn, and 40 mistakes to look at
    python bench/muc.py DEV.json.gz --recase                      capitals put where the engine itself sees names

The files (Du, Rush & Cardie 2021) give for each document of MUC-4 the entities in five roles of its attacks, each as the set of
mentions that mean it. They do not give the kind of incident, so what is measured is:

*relevance*: a document with any role filled should yield a claim of an attack, one with none should not.

*role fillers by CEAF-REE* (Du, Rush & Cardie, "GRIT: Generative Role-filler Transformers for Document-level Event Entity
Extraction", EACL 2021): within a document and a role, predicted and gold entities are aligned one to one so that as many as
possible agree; a predicted entity agrees with a gold one if all its mentions are among the gold one's. Mentions are compared as
strings without articles and punctuation. Precision is the share of the predicted that agree, recall that of the gold, over all
documents; the last line is over all roles. We predict one mention an entity, so it agrees if it is one of the gold mentions.

*role fillers by head*: the same alignment, but entities agree if a head noun of the one is a head noun of the other ("powerful
bomb" and "bomb"). Systems that learn without templates are measured in some such way; theirs is a rough yardstick.

Published, on the TEST split, which is not measured here (200 documents): GRIT 54.5 F1 by CEAF-REE, trained on 1,300 documents;
Chambers & Jurafsky ("Template-Based Information Extraction without the Templates", ACL 2011) .40 by head, without gold templates.
In this data "Victim" holds people by name alone. How a reading becomes fillers is told in `muc_fillers.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import networkx as nx
from spacy.tokens import Doc

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.muc_fillers import ROLES, Entity, Fillers, alike, fillers, is_attack
from bench.predict import report_of
from bench.score import Counts
from whence.reader import Reader, ReaderOptions
from whence.records import Claim

BEHIND = frozenset({"of", "for", "in", "from", "with", "to", "at", "on", "by", "who", "that", "which", "belonging", "loaded"})
"""Words behind which the head of a noun phrase does not stand."""

STAGES = ("in no claim", "in claims of no attack", "in an attack's words, none of its actors", "an actor, not taken for this role")
"""How far an entity that was missed came."""

Agree: TypeAlias = Callable[[Entity, Entity], bool]


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the entities in the roles of its attacks, none where it tells of none."""

    id: str
    text: str
    gold: Fillers


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as far as mistakes are looked for in it; `gloss` is all of it in a line."""

    attack: bool
    words: str
    actors: tuple[str, ...] = ()
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading yields for a document: who and what took part in attacks, and the claims."""

    document: Document
    found: Fillers
    claims: tuple[Told, ...] = ()

    @property
    def attack(self) -> bool:
        """Tell whether any claim tells of an attack."""
        return any(claim.attack for claim in self.claims)


def read_documents(path: Path, *, sample: int | None = None) -> list[Document]:
    """Return the documents of a file, or so many of them evenly drawn."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    count = min(sample or len(rows), len(rows))
    return [
        Document(
            row["docid"],
            row["doctext"],
            {role: tuple(frozenset(alike(text) for text, _ in mentions) for mentions in row["extracts"][role]) for role in ROLES},
        )
        for row in (rows[at * len(rows) // count] for at in range(count))
    ]


def head_word(mention: str) -> str:
    """Return the head noun of a mention, as far as word order tells: the last word before "of" and its like."""
    words = mention.split()
    end = next((at for at, word in enumerate(words) if at and word in BEHIND), len(words))
    return words[end - 1] if words else ""


def within(gold: Entity, found: Entity) -> bool:
    """Tell whether all mentions of what was found are among those of gold."""
    return found <= gold


def same_head(gold: Entity, found: Entity) -> bool:
    """Tell whether a mention of what was found has the head noun of one of gold's."""
    return not {head_word(mention) for mention in gold}.isdisjoint(head_word(mention) for mention in found)


def align(gold: Sequence[Entity], found: Sequence[Entity], agree: Agree) -> list[tuple[int, int]]:
    """Return the largest one-to-one alignment of gold and found entities that agree, as positions."""
    graph = nx.Graph((("gold", g), ("found", f)) for g, a in enumerate(gold) for f, b in enumerate(found) if agree(a, b))
    pairs = [dict(pair) for pair in nx.max_weight_matching(graph)]
    return sorted((pair["gold"], pair["found"]) for pair in pairs)


def tally(answers: Iterable[Answer], role: str, agree: Agree) -> Counts:
    """Return how many entities of a role agree, were found, and were to be found."""
    counts = Counts()
    for answer in answers:
        gold, found = answer.document.gold[role], answer.found[role]
        counts += Counts(len(align(gold, found, agree)), len(found), len(gold))
    return counts


def relevance(answers: Iterable[Answer]) -> Counts:
    """Return how many documents were rightly taken for telling of an attack, how many were taken so, and how many do."""
    counts = Counts()
    for answer in answers:
        gold = any(answer.document.gold.values())
        counts += Counts(gold and answer.attack, answer.attack, gold)
    return counts


def recase(doc: Doc) -> str:
    """Return the text of a Doc with capitals where a sentence starts and where the engine itself sees a name."""
    letters = list(doc.text)
    for token in doc:
        if token.is_alpha and (token.is_sent_start or token.pos_ == "PROPN" or token.ent_type_):
            letters[token.idx] = letters[token.idx].upper()
    return "".join(letters)


def answer_all(documents: Iterable[Document], *, recased: bool = False) -> Iterator[Answer]:
    """Yield what Whence reads in each document, knowing of no conflict."""
    reader = Reader(ReaderOptions(context="none"))
    for document in documents:
        text = recase(reader.engine.analyse(document.text)) if recased else document.text
        reading = reader.read(report_of(text, id=document.id))
        yield Answer(document, fillers(reading, reader.engine.analyse(text)), tuple(_told(claim, text) for claim in reading.claims))


def _told(claim: Claim, text: str) -> Told:
    """Return a claim as mistakes are looked for in it; attacks are starred."""
    what = f"{claim.event.type} “{claim.event.trigger.cut(text)}”" if claim.event is not None else "no event"
    who = ", ".join(f"{actor.role}: {actor.text}" for actor in claim.actors)
    words = " … ".join(span.cut(text) for span in claim.passages)
    gloss = f"{'*' if is_attack(claim) else ' '} {what} [{who}] {words}"
    return Told(is_attack(claim), alike(words), tuple(alike(actor.text) for actor in claim.actors), gloss)


def where_lost(answer: Answer, role: str) -> Iterator[str]:
    """Yield, for each gold entity of a role that was missed, how far it came: one of `STAGES`."""
    gold = answer.document.gold[role]
    pairs = align(gold, answer.found[role], within)
    for entity in (each for at, each in enumerate(gold) if at not in {g for g, _ in pairs}):
        attacks = [claim for claim in answer.claims if claim.attack]
        if any(_is_in(entity, actor) for claim in attacks for actor in claim.actors):
            yield STAGES[3]
        elif any(_is_in(entity, claim.words) for claim in attacks):
            yield STAGES[2]
        else:
            yield STAGES[1] if any(_is_in(entity, claim.words) for claim in answer.claims) else STAGES[0]


def _is_in(entity: Entity, words: str) -> bool:
    """Tell whether one of an entity's mentions stands in some words."""
    return any(f" {mention} " in f" {words} " for mention in entity)


def misses(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield for each document with mistakes what was missed and what was wrong, with its claims (those of attacks starred)."""
    for answer in answers:
        wrong: list[str] = []
        for role in ROLES:
            gold, found = answer.document.gold[role], answer.found[role]
            pairs = align(gold, found, within)
            missed = [" = ".join(sorted(each)) for at, each in enumerate(gold) if at not in {g for g, _ in pairs}]
            extra = [" = ".join(sorted(each)) for at, each in enumerate(found) if at not in {f for _, f in pairs}]
            wrong.extend(f"    {role}: missed {each}" for each in missed)
            wrong.extend(f"    {role}: wrongly {each}" for each in extra)
        if wrong:
            yield "\n".join((f"--- {answer.document.id}", *wrong, *(claim.gloss for claim in answer.claims)))


def show(name: str, counts: Counts) -> None:
    """Print one row of the table."""
    print(f"{name:12} P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}  of {counts.gold}")


def report(answers: Sequence[Answer]) -> None:
    """Print the table."""
    show("relevance", relevance(answers))
    for title, agree in (("CEAF-REE", within), ("by head", same_head)):
        print(title)
        counts = {role: tally(answers, role, agree) for role in ROLES}
        for role, each in counts.items():
            show(f"  {role}", each)
        show("  all", sum(counts.values(), start=Counts()))
    lost = Counter((role, stage) for answer in answers for role in ROLES for stage in where_lost(answer, role))
    print("missed entities by how far they came")
    for stage in STAGES:
        print(f"  {stage:40}" + "".join(f"  {role} {lost[role, stage]:3}" for role in ROLES))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, help="documents of MUC-4, one JSON object a line, gzipped")
    parser.add_argument("--sample", type=int, help="read so many documents, evenly drawn")
    parser.add_argument("--recase", action="store_true", help="put capitals where the engine sees names, and read that")
    parser.add_argument("--misses", type=int, default=0, help="print the mistakes in so many documents")
    options = parser.parse_args()
    answers = list(answer_all(read_documents(options.documents, sample=options.sample), recased=options.recase))
    for _, told in zip(range(options.misses), misses(answers), strict=False):
        print(told)
    report(answers)


if __name__ == "__main__":
    main()
