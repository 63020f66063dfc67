"""Make the light model that tells PLOVER's event types apart.

    python -m training.plover --data ../shared/data --out DIR

Enters: the synthetic stories of the NGEC project and the invented sentences of `plover_sentences.toml`. Leaves: `light.npz` in the
folder `--out`. It learns from four fifths of the stories, chosen by a hash of the headline so
that no headline is on both sides, from those stories' headlines and from the sentences; on the last fifth it is measured
(`bench/events.py`). Ten minutes on one core, most of them for the engine's vectors. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional

from bench.events import held_out
from training.light import LEAD, WIDTH, Floats, PloverModel, word_vectors
from whence.claims.events.plover import PLOVER_TYPES

SENTENCES = Path(__file__).parent / "plover_sentences.toml"

ACTORS = (
    "the government",
    "rebels",
    "Kenya",
    "the opposition",
    "President Obrecht",
    "the foreign minister of Peru",
    "Turkey",
    "the army",
    "the United Nations",
    "a militant group",
    "India",
    "officials in Georgia",
    "the European Union",
    "Colombia",
    "union leaders",
    "the Sudanese government",
    "Polish authorities",
    "the police",
)
COUNTRIES = ("Kenya", "Peru", "Ukraine", "Turkey", "Sudan", "Iran", "Germany", "India", "Colombia", "Nigeria", "Vietnam", "France")
PLACES = ("Lima", "Nairobi", "Ankara", "Khartoum", "Odesa", "Lagos", "Hanoi", "Bogota", "Lahore", "Jakarta")
TAILS = ("", "", "", " on Monday", ", officials said on Friday", " after weeks of tension")

FILLINGS = 4
"""How often each invented sentence and each headline is filled with other actors and places."""

CONTEXT = 40
"""Words behind the lead that the encoder reads along."""

SHARES = {"sentences": 1.0, "headlines": 1.0, "stories": 0.3}
"""What each source counts, however many examples it has."""

PASSES, RATE, DECAY, DROPOUT, SMOOTHING, BATCH = 8, 3e-3, 0.01, 0.3, 0.05, 64
SCALE = 0.5
"""By which vectors are shrunk while learning, so that their length is a few; the shipped weights take them as they are."""

log = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its type, and which of the SHARES it belongs to."""

    text: str
    type: str
    source: str


def read_stories(path: Path) -> list[dict[str, str]]:
    """Return the stories, each with text, title and label."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fill_sentence(line: str, number: int) -> str:
    """Return an invented sentence with actors and places, other ones for each `number`."""
    chance = random.Random(f"{line}{number}")
    first, second = chance.sample(ACTORS, 2)
    said = line.replace("{a}", first).replace("{b}", second).replace("{p}", chance.choice(PLACES))
    tail = chance.choice(TAILS)
    said = f"{said.rstrip('.')}{tail}."
    return said[0].upper() + said[1:]


def fill_headline(title: str, number: int) -> str:
    """Return a headline's pattern with countries and a city, other ones for each `number`."""
    chance = random.Random(f"{title}{number}")
    countries = chance.sample(COUNTRIES, len(COUNTRIES))
    named = re.sub(r"\{country_(\d)\}", lambda slot: countries[int(slot[1])], title)
    return re.sub(r"\{city[^}]*\}", chance.choice(PLACES), named).strip()


def gather(stories: Sequence[dict[str, str]], sentences: Path) -> list[Example]:
    """Return all examples to learn from, in a fixed order, none of a held-out headline."""
    known = [story for story in stories if not held_out(story["title"])]
    titles = sorted({(story["title"], story["label"]) for story in known})
    lines = tomllib.loads(sentences.read_text("utf-8"))
    return [
        *(Example(fill_sentence(line, n), type_, "sentences") for type_ in lines for line in lines[type_] for n in range(FILLINGS)),
        *(Example(fill_headline(title, n), label, "headlines") for title, label in titles for n in range(FILLINGS)),
        *(Example(story["text"], story["label"], "stories") for story in known),
    ]


def embed(texts: Sequence[str]) -> list[Floats]:
    """Return the word vectors of each text's lead, [words, 384]."""
    blank = spacy.blank("en")
    vectors = []
    for number, text in enumerate(texts):
        vectors.append(word_vectors(blank(text)[: LEAD + CONTEXT].as_doc())[:LEAD])
        if number % 500 == 499:
            log.info("%d of %d texts read", number + 1, len(texts))
    return vectors


class Pooling(nn.Module):
    """The model as it learns: per type a softmax over words, and what each word says."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, len(PLOVER_TYPES), bias=False)
        self.tell = nn.Linear(WIDTH, len(PLOVER_TYPES))
        nn.init.zeros_(self.attend.weight)

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        heat = self.attend(words).masked_fill(~mask[..., None], -1e9)
        told: Tensor = self.tell(functional.dropout(words, DROPOUT, self.training))
        pooled: Tensor = (heat.softmax(1) * told).sum(1)
        return pooled


def weigh(examples: Sequence[Example]) -> Tensor:
    """Return what each example counts: SHARES by source, and within all as much for each type."""
    sizes = {source: sum(each.source == source for each in examples) for source in SHARES}
    counts = np.array([SHARES[each.source] / sizes[each.source] for each in examples])
    types = np.array([PLOVER_TYPES.index(each.type) for each in examples])
    counts /= np.bincount(types, weights=counts, minlength=len(PLOVER_TYPES))[types]
    return torch.tensor(counts / counts.mean(), dtype=torch.float32)


def fit(vectors: Sequence[Floats], examples: Sequence[Example], *, passes: int = PASSES, seed: int = 20) -> PloverModel:
    """Return the model learnt from `vectors`, one [words, 384] for each of `examples`; the rate falls in a straight line."""
    torch.manual_seed(seed)
    model, weights = Pooling(), weigh(examples)
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=DECAY)
    types = torch.tensor([PLOVER_TYPES.index(each.type) for each in examples])
    steps = passes * -(-len(examples) // BATCH)
    step = 0
    for number in range(passes):
        for batch in torch.split(torch.randperm(len(examples)), BATCH):
            optimiser.param_groups[0]["lr"] = RATE * (1 - step / steps)
            step += 1
            rows = [torch.from_numpy(vectors[int(n)]) * SCALE for n in batch]
            words = nn.utils.rnn.pad_sequence(rows, batch_first=True)
            mask = torch.arange(words.shape[1])[None] < torch.tensor([len(row) for row in rows])[:, None]
            losses = functional.cross_entropy(model(words, mask), types[batch], reduction="none", label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            (losses * weights[batch]).mean().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
        log.info("pass %d of %d", number + 1, passes)
    attend, tell = (layer.weight.detach().numpy().T * np.float32(SCALE) for layer in (model.attend, model.tell))
    return PloverModel(attend, tell, model.tell.bias.detach().numpy())


def save(model: PloverModel, folder: Path) -> Path:
    """Write the model in half precision and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "light.npz"
    parts = {name: getattr(model, name).astype(np.float16) for name in ("attend", "tell", "base")}
    np.savez_compressed(path, types=np.array(PLOVER_TYPES), **parts)
    return path


def main() -> None:
    """Parse the arguments, train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with plover/synthetic-train.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder for light.npz")
    parser.add_argument("--seed", type=int, default=20)
    arguments = parser.parse_args()
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("training").setLevel(logging.INFO)
    torch.use_deterministic_algorithms(mode=True)
    examples = gather(read_stories(arguments.data / "plover" / "synthetic-train.jsonl.gz"), SENTENCES)
    model = fit(embed([example.text for example in examples]), examples, seed=arguments.seed)
    log.info("wrote %s", save(model, arguments.out))


if __name__ == "__main__":
    main()
