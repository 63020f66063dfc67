"""Score the engine on the public sets, by hand: they are not ours to carry.

    python bench/public.py --polnear DEV.jsonl.gz --ud EWT.conllu.gz GUM.conllu.gz --uner EWT.iob2.gz --re3d FOLDER

Attributions are those of a whole reading and, apart, those of the engine before the rules. Trees are built on the treebank's
words, once with its sentences and once with the engine's own; labels are compared without subtypes, as the CoNLL 2018 shared
task did. Entities are exact spans with their type. Every figure is of the engine named, as installed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from spacy.tokens import Doc

from bench import predict
from bench.score import Counts, Score, score_attributions, score_names
from whence.language import load_engine
from whence.reader import Reader, ReaderOptions

RE3D_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}

HELD_OUT = 5
"""Every fifth document of UNER's English EWT dev, counted from the fifth, is measured on: the others were trained on."""


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield line.rstrip("\n")


def score_polnear(path: Path, engine: str, *, predictions: Path | None = None) -> tuple[Score, Score]:
    """Return the scores of whole readings and of the engine alone.

    The readings' attributions go to `predictions` if it is given.
    """
    reader = Reader(ReaderOptions(engine=engine))
    whole, alone = Score(), Score()
    rows = []
    for line in _lines(path):
        article = json.loads(line)
        reading = reader.read(predict.report_of(article["text"], id=article["id"]))
        found = [predict.as_annotation(one) for one in reading.attributions]
        rows.append({"id": article["id"], "attributions": found})
        whole += score_attributions(article["attributions"], found)
        alone += score_attributions(article["attributions"], engine_attributions(reader.engine.analyse(article["text"])))
    if predictions is not None:
        predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return whole, alone


def engine_attributions(doc: Doc) -> list[dict[str, list[list[int]]]]:
    """Return the attributions that the engine marked in `doc`."""
    found: dict[int, dict[str, list[list[int]]]] = {}
    for span in doc.spans["attributions"]:
        one = found.setdefault(span.id, {"source": [], "cue": [], "content": []})
        one[span.label_].append([span.start_char, span.end_char])
    return list(found.values())


def read_trees(path: Path) -> Iterator[tuple[list[str], list[bool], list[tuple[int, str]], list[bool]]]:
    """Yield each document of a CoNLL-U file.

    It gives words, whether a space follows each, (head, relation) with a root naming itself, and whether each starts a sentence.
    """
    words: list[str] = []
    spaces: list[bool] = []
    arcs: list[tuple[int, str]] = []
    starts: list[bool] = []
    base = inside = 0
    for line in _lines(path):
        if line.startswith("# newdoc") and words:
            yield words, spaces, arcs, starts
            words, spaces, arcs, starts = [], [], [], []
        if not line:
            base, inside = len(words), 0
            if spaces:
                spaces[-1] = True
        elif line[0] != "#":
            row = line.split("\t")
            if "-" in row[0]:
                inside = int(row[0].split("-")[1])
                joined = "SpaceAfter=No" in row[9]
            elif "." not in row[0]:
                if row[0] == "1":
                    base = len(words)
                number = int(row[0])
                glued = (number < inside) or (number == inside and joined) or (number > inside and "SpaceAfter=No" in row[9])
                head = int(row[6])
                words.append(row[1])
                spaces.append(not glued)
                arcs.append((base + (head or number) - 1, row[7].split(":")[0]))
                starts.append(number == 1)
    if words:
        yield words, spaces, arcs, starts


def score_trees(path: Path, engine: str, *, own_sentences: bool) -> dict[str, float]:
    """Return labelled and unlabelled attachment, and the F1 of sentence starts."""
    pipeline = load_engine(engine).pipeline
    right = attached = total = 0
    sentences = Counts()
    for words, spaces, arcs, starts in read_trees(path):
        doc = Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=None if own_sentences else [*starts])
        for _, component in pipeline.pipeline:
            doc = component(doc)
        for token, (head, relation) in zip(doc, arcs, strict=True):
            same = token.head.i == head
            attached += same
            right += same and token.dep_.lower().split(":")[0] == relation
            total += 1
        gold = {i for i, start in enumerate(starts) if start}
        found = {sentence.start for sentence in doc.sents}
        sentences += Counts(len(gold & found), len(found), len(gold))
    return {"LAS": right / total, "UAS": attached / total, "sentence F1": sentences.f1}


def score_uner(path: Path, engine: str) -> dict[str, Counts]:
    """Return entity counts by type on word-a-line BIO, the words given, for the documents that were not trained on."""
    pipeline = load_engine(engine).pipeline
    counts = {"PER": Counts(), "ORG": Counts(), "LOC": Counts()}
    for number, (words, spaces, starts, tags) in enumerate(_read_bio(path)):
        if number % HELD_OUT != HELD_OUT - 1:
            continue
        doc = Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=[*starts])
        for _, component in pipeline.pipeline:
            doc = component(doc)
        gold = []
        for i, tag in enumerate(tags):
            if tag.startswith("B-"):
                end = i + 1
                while end < len(tags) and tags[end] == "I-" + tag[2:]:
                    end += 1
                gold.append((i, end, tag[2:]))
        found = [(e.start, e.end, predict.NAME_KINDS.get(e.label_, "")) for e in doc.ents]
        for kind in counts:
            counts[kind] += score_names([g for g in gold if g[2] == kind], [f for f in found if f[2] == kind])
    return counts


def _read_bio(path: Path) -> Iterator[tuple[list[str], list[bool], list[bool], list[str]]]:
    """Yield each document's words, whether a space follows, sentence starts and tags.

    A sentence alone would show the engine less than a reader sees.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    tags: list[str] = []
    text, begins = "", True
    for line in _lines(path):
        if line.startswith("# newdoc") and words:
            yield words, spaces, starts, tags
            words, spaces, starts, tags = [], [], [], []
        if line.startswith("# text = "):
            text, begins = line.removeprefix("# text = "), True
        elif line and line[0] != "#":
            row = line.split("\t")
            rest = text.lstrip()
            text = rest.removeprefix(row[1])
            words.append(row[1])
            spaces.append(not text or text[0].isspace())
            starts.append(begins)
            tags.append(row[2])
            begins = False
    if words:
        yield words, spaces, starts, tags


def score_re3d(folder: Path, engine: str) -> dict[str, Counts]:
    """Return entity counts by type on re3d's texts; the set was not used in training."""
    pipeline = load_engine(engine).pipeline
    counts = {"PER": Counts(), "ORG": Counts(), "LOC": Counts()}
    for path in sorted(folder.glob("*.jsonl.gz")):
        for line in _lines(path):
            entry = json.loads(line)
            doc = pipeline(entry["text"])
            gold = {(e["begin"], e["end"], RE3D_KINDS[e["type"]]) for e in entry["entities"] if e["type"] in RE3D_KINDS}
            found = {(e.start_char, e.end_char, predict.NAME_KINDS.get(e.label_, "")) for e in doc.ents}
            for kind in counts:
                counts[kind] += score_names([g for g in gold if g[2] == kind], [f for f in found if f[2] == kind])
    return counts


def _total(counts: dict[str, Counts]) -> Counts:
    total = Counts()
    for one in counts.values():
        total += one
    return total


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _say_score(title: str, score: Score) -> None:
    _say(title)
    for name, value in score.figures().items():
        _say(f"  {name:22} {value:.3f}")


def _say_counts(title: str, counts: dict[str, Counts]) -> None:
    _say(title)
    for kind, one in [*counts.items(), ("all", _total(counts))]:
        _say(f"  {kind:4} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  ({one.gold} gold)")


def report(*, engine: str, polnear: Path | None = None, treebanks: list[Path] | None = None, uner: Path | None = None,
           re3d: Path | None = None, predictions: Path | None = None) -> None:  # fmt: skip
    """Print the figures of every set that is given."""
    _say(f"engine {engine} {load_engine(engine).version}")
    for path in treebanks or ():
        for own in (False, True):
            figures = score_trees(path, engine, own_sentences=own)
            shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
            _say(f"{path.name}, {'own' if own else 'gold'} sentences: {shown}")
    if uner is not None:
        _say_counts(uner.name, score_uner(uner, engine))
    if re3d is not None:
        _say_counts(re3d.name, score_re3d(re3d, engine))
    if polnear is not None:
        whole, alone = score_polnear(polnear, engine, predictions=predictions)
        _say_score(f"{polnear.name}, whole readings", whole)
        _say_score(f"{polnear.name}, the engine before the rules", alone)


def main() -> None:
    """Parse the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", default="whence")
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--ud", type=Path, nargs="*", dest="treebanks")
    parser.add_argument("--uner", type=Path)
    parser.add_argument("--re3d", type=Path)
    parser.add_argument("--predictions", type=Path, help="write PolNeAR attributions here as JSON Lines, for other scorers")
    report(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
