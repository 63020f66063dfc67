"""The encoder and its heads, in PyTorch; used in training and for the export alone.

Enters: word pieces with their codes, the first piece of each word. Leaves: scores a word for part of speech, sentence start and
entity, a biaffine score a pair of words for dependencies (Dozat and Manning 2017), and for every cue a score a word for its
part in that cue's attribution, in the manner of span-free semantic role labelling: each attribution is labelled over the whole
window given its cue, so contents may nest and a role may have several passages.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from whence.language.english.features import GAPS, QUOTES, SHAPES

NEAR = 16
"""Word distances told apart one by one; beyond, by powers of the square root of two."""

DISTANCES = 2 * (NEAR + 12) + 1
PARTS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


@dataclass(frozen=True)
class Sizes:
    """The numbers that make a model."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    arc: int = 256
    label: int = 96
    pair: int = 128
    coarse: int = 17
    fine: int = 50
    labels: int = 50
    names: int = 9


class SharedDropout(nn.Module):
    """Dropout whose mask all windows of a batch share: drawing random numbers is dear on a processor without an accelerator."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.share == 0.0:
            return x
        keep = 1.0 - self.share
        return x * torch.empty_like(x[:1]).bernoulli_(keep).div_(keep)


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(attended.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with an added embedding of shape, gap, quotation state and continuation."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.kind = nn.Parameter(torch.zeros(sizes.width))
        self.codes = nn.ModuleList([nn.Embedding(n, sizes.width) for n in (len(SHAPES), len(GAPS), len(QUOTES), 2)])
        for codes in self.codes:
            nn.init.normal_(codes.weight, std=0.01)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(sizes, dropout) for _ in range(sizes.layers)])
        self.dropout = SharedDropout(dropout)

    def forward(self, ids: Tensor, codes: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        for n, table in enumerate(self.codes):
            x = x + table(codes[:, :, n])
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a BERT checkpoint, as safetensors names them."""
        e = "embeddings."
        self.words.weight.data.copy_(weights[e + "word_embeddings.weight"])
        self.positions.weight.data.copy_(weights[e + "position_embeddings.weight"])
        self.kind.data.copy_(weights[e + "token_type_embeddings.weight"][0])
        pairs: list[tuple[nn.Module, str]] = [(self.norm, e + "LayerNorm")]
        for n, layer in enumerate(self.layers):
            p = f"encoder.layer.{n}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{p}attention.self.{w}.{kind}"] for w in ("query", "key", "value")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            pairs += [
                (layer.out, p + "attention.output.dense"),
                (layer.norm1, p + "attention.output.LayerNorm"),
                (layer.up, p + "intermediate.dense"),
                (layer.down, p + "output.dense"),
                (layer.norm2, p + "output.LayerNorm"),
            ]
        for module, name in pairs:
            module.weight.data.copy_(weights[name + ".weight"])
            module.bias.data.copy_(weights[name + ".bias"])


def distance_codes(anchors: Tensor, count: int) -> Tensor:
    """Return [K, count] codes of how far each word stands from each anchor, signed."""
    away = torch.arange(count)[None, :] - anchors[:, None]
    size = away.abs().clamp(min=1).to(torch.float32)
    far = (NEAR + torch.floor(2 * torch.log2(size / NEAR))).clamp(max=NEAR + 11)
    steps = torch.where(away.abs() <= NEAR, away.abs().to(torch.float32), far + 1)
    return (torch.sign(away) * steps.clamp(max=NEAR + 12)).to(torch.int64) + NEAR + 12


class Reader(nn.Module):
    """The encoder with all its heads. Every output is a word's, in the order of the words of a window."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        width = sizes.width
        self.coarse = nn.Linear(width, sizes.coarse)
        self.fine = nn.Linear(width, sizes.fine)
        self.start = nn.Linear(width, 1)
        self.names = nn.Linear(width, sizes.names)
        self.arc_dependent = nn.Linear(width, sizes.arc)
        self.arc_head = nn.Linear(width, sizes.arc)
        self.arc = nn.Linear(sizes.arc + 1, sizes.arc, bias=False)
        self.root = nn.Linear(width, 1)
        self.label_dependent = nn.Linear(width, sizes.label)
        self.label_head = nn.Linear(width, sizes.label)
        self.label = nn.Bilinear(sizes.label, sizes.label, sizes.labels)
        self.label_own = nn.Linear(2 * sizes.label, sizes.labels)
        self.anchor = nn.Linear(width, 1)
        self.pair_anchor = nn.Linear(width, sizes.pair)
        self.pair_word = nn.Linear(width, sizes.pair)
        self.pair_distance = nn.Embedding(DISTANCES, sizes.pair)
        self.pair_norm = nn.LayerNorm(sizes.pair)
        self.pair_near = nn.Conv1d(sizes.pair, sizes.pair, 3, padding=1)
        self.pair_far = nn.Conv1d(sizes.pair, sizes.pair, 3, padding=3, dilation=3)
        self.part = nn.Linear(sizes.pair, len(PARTS))
        self.meaning = nn.Linear(width, width, bias=False)
        nn.init.eye_(self.meaning.weight)
        nn.init.normal_(self.pair_distance.weight, std=0.1)
        self.drop = nn.Dropout(dropout)
        self.drop_more = nn.Dropout(0.25 if dropout else 0.0)

    def states(self, ids: Tensor, codes: Tensor, mask: Tensor) -> Tensor:
        """Return the encoder's states [B, P, width]."""
        hidden: Tensor = self.encoder(ids, codes, mask)
        return hidden

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return for words [W, width] the scores [W, W] of column being the head of row, and [W] of being a root."""
        dependent = self.drop_more(functional.gelu(self.arc_dependent(words)))
        head = self.drop_more(functional.gelu(self.arc_head(words)))
        one = torch.ones_like(dependent[..., :1])
        return self.arc(torch.cat([head, one], -1)).matmul(dependent.transpose(-1, -2)).transpose(-1, -2) / math.sqrt(
            self.sizes.arc
        ), self.root(words)[..., 0]

    def dependency_labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return [W, labels] scores for the relation of each word to the word `heads` names ([W] indices; a root names itself)."""
        dependent = self.drop_more(functional.gelu(self.label_dependent(words)))
        head = self.drop_more(functional.gelu(self.label_head(words)))[heads]
        scores: Tensor = self.label(dependent, head) + self.label_own(torch.cat([dependent, head], -1))
        return scores

    def parts(self, words: Tensor, anchors: Tensor) -> Tensor:
        """Return [K, W, PARTS] scores of each word's part in the attribution whose cue begins at each of `anchors` [K]."""
        x = self.pair_word(words)[None] + self.pair_anchor(words)[anchors][:, None]
        x = functional.gelu(self.pair_norm(x + self.pair_distance(distance_codes(anchors, words.shape[0]))))
        x = x.transpose(1, 2)
        x = x + functional.gelu(self.pair_near(self.drop(x)))
        x = x + functional.gelu(self.pair_far(self.drop(x)))
        scores: Tensor = self.part(self.drop(x.transpose(1, 2)))
        return scores
