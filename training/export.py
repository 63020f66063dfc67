"""Export a trained model to what the package ships.

Enters: `model.pt`. Leaves: `encoder.onnx` (int8: weights of matrix products and the word embedding), `attribution.onnx`,
`relations.onnx` (float, small), `tokenizer.json` and `labels.json`. With `as_float` the encoder stays in float, for comparing
the two.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from training.model import PARTS, Reader, Sizes
from training.train import load_tokenizer
from whence.language.english.encoder import OUTPUTS

OPSET = 18
ANCHOR_THRESHOLD = -0.6
"""Logit above which a word begins a cue; swept from -2 to 0.5 on PolNeAR dev, where exact and overlap F1 together are highest."""


class WordScores(nn.Module):
    """The part of the model that becomes `encoder.onnx`: one window, without padding."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, codes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        r = self.reader
        e = r.encoder
        x = e.words(ids) + e.positions.weight[: ids.shape[1]] + e.kind
        for n, table in enumerate(e.codes):
            x = x + table(codes[:, :, n])
        x = e.norm(x)
        for layer in e.layers:
            x = layer(x, None)
        words = x[0, first]
        head = functional.gelu(r.arc_head(words))
        scale = r.sizes.arc**-0.5
        arc_head = (head @ r.arc.weight[:, :-1].T + r.arc.weight[:, -1]) * scale
        return (
            r.coarse(words),
            r.fine(words),
            r.start(words)[:, 0],
            r.names(words),
            r.root(words)[:, 0],
            r.anchor(words)[:, 0],
            functional.gelu(r.arc_dependent(words)),
            arc_head,
            functional.gelu(r.label_dependent(words)),
            functional.gelu(r.label_head(words)),
            r.pair_anchor(words),
            r.pair_word(words),
            r.meaning(words),
        )


class PartScores(nn.Module):
    """The part that becomes `attribution.onnx`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, word: Tensor, anchor: Tensor, distance: Tensor, inside: Tensor) -> Tensor:
        r = self.reader
        x = word + anchor[:, None] + r.pair_distance(distance)
        x = functional.gelu(r.pair_norm(x)).transpose(1, 2)
        inside = inside[:, None]
        x = x + functional.gelu(r.pair_near(x * inside))
        x = x + functional.gelu(r.pair_far(x * inside))
        scores: Tensor = r.part(x.transpose(1, 2))
        return scores


class RelationScores(nn.Module):
    """The part that becomes `relations.onnx`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        r = self.reader
        weight = r.label.weight
        count, size, _ = weight.shape
        crossed = (dependent @ weight.permute(1, 0, 2).reshape(size, count * size)).view(-1, count, size)
        scores: Tensor = (crossed @ head[:, :, None])[..., 0] + r.label.bias + r.label_own(torch.cat([dependent, head], -1))
        return scores


def _export(module: nn.Module, example: dict[str, Tensor], shapes: dict[str, Any], outputs: list[str], path: Path) -> None:
    module.eval()
    program = torch.onnx.export(
        module, (), kwargs=example, dynamic_shapes=shapes, output_names=outputs, opset_version=OPSET, dynamo=True, verbose=False
    )
    program.save(path)
    graph = onnx.load(path)
    onnx.checker.check_model(graph)
    for kind in (graph.graph.node, graph.graph.input, graph.graph.output, graph.graph.value_info):
        for entry in kind:
            entry.doc_string = ""
            if hasattr(entry, "metadata_props"):
                del entry.metadata_props[:]
    del graph.metadata_props[:]
    graph.doc_string = ""
    onnx.save(graph, path)


def load_model(path: Path) -> tuple[Reader, dict[str, Any]]:
    """Return the trained model in evaluation mode and what was saved with it."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    model = Reader(Sizes(**state["sizes"]), dropout=0.0)
    model.load_state_dict(state["weights"])
    return model.eval(), state


@torch.no_grad()
def export(model: Reader, state: dict[str, Any], out: Path, *, as_float: bool = False) -> None:
    """Write the shipped files of `model` into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    piece, word = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=2, max=512)
    anchor, reach = torch.export.Dim("anchors", min=1, max=4096), torch.export.Dim("reach", min=3, max=1024)
    row = torch.export.Dim("rows", min=1, max=1 << 20)
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        first = torch.arange(1, 21)
        example = {"ids": torch.arange(1000, 1030)[None], "codes": torch.ones(1, 30, 4, dtype=torch.long), "first": first}
        shapes: dict[str, Any] = {"ids": {1: piece}, "codes": {1: piece}, "first": {0: word}}
        _export(WordScores(model), example, shapes, list(OUTPUTS), whole)
        if as_float:
            shutil.copy(whole, out / "encoder.onnx")
        else:
            quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                ready, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )  # fmt: skip
    width, label = model.sizes.pair, model.sizes.label
    pairs = {
        "word": torch.randn(3, 33, width), "anchor": torch.randn(3, width),
        "distance": torch.ones(3, 33, dtype=torch.long), "inside": torch.ones(3, 33),
    }  # fmt: skip
    shapes = {
        "word": {0: anchor, 1: reach},
        "anchor": {0: anchor},
        "distance": {0: anchor, 1: reach},
        "inside": {0: anchor, 1: reach},
    }
    _export(PartScores(model), pairs, shapes, ["parts"], out / "attribution.onnx")
    vectors = {"dependent": torch.randn(7, label), "head": torch.randn(7, label)}
    _export(RelationScores(model), vectors, {"dependent": {0: row}, "head": {0: row}}, ["relations"], out / "relations.onnx")
    load_tokenizer().save(str(out / "tokenizer.json"), pretty=False)
    digest = hashlib.sha256(b"".join((out / f"{n}.onnx").read_bytes() for n in ("encoder", "attribution", "relations"))).hexdigest()
    card = {
        "version": digest[:12], **state["labels"], "names": list(state["names"]), "parts": list(PARTS), "anchor_threshold":
        ANCHOR_THRESHOLD,
    }  # fmt: skip
    (out / "labels.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
