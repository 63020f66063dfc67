"""What the tree at hand says of a text, in the shapes that score.py compares.

The benches reach the package through this file alone, so that a change of its interface is mended in one place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import onnxruntime

from whence.language import load_engine
from whence.language.english.component import gaps_between, load_encoder, shipped_model
from whence.language.english.encoder import OUTPUTS
from whence.reader import Reader, ReaderOptions
from whence.records import Attribution, Known, Reading, Report, Span

NAME_KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}
"""How pipelines label the kinds of names that gold knows."""


def report_of(text: str, *, id: str = "bench") -> Report:
    """Return an English report with `text` and nothing else known of it."""
    return Report(id=id, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), language=Known("en"))


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def as_annotation(attribution: Attribution) -> dict[str, list[list[int]]]:
    """Return the attribution in the interchange's shape."""
    return {
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(attribution.content),
    }


def read_all(texts: list[str], *, reader: Reader) -> list[Reading]:
    """Return the reading of each text by `reader`."""
    return [reader.read(report_of(text, id=f"bench-{number}")) for number, text in enumerate(texts)]


def attributions(texts: list[str], *, engine: str = "whence") -> list[list[dict[str, list[list[int]]]]]:
    """Return for each text its attributions."""
    readings = read_all(texts, reader=Reader(ReaderOptions(engine=engine)))
    return [[as_annotation(one) for one in reading.attributions] for reading in readings]


def names(texts: list[str], *, engine: str = "whence") -> list[list[tuple[int, int, str]]]:
    """Return for each text its names of people, organisations and places as (start, end, kind)."""
    loaded = load_engine(engine)
    found = []
    for text in texts:
        entities = [(each.start_char, each.end_char, NAME_KINDS.get(each.label_)) for each in loaded.analyse(text).ents]
        found.append([(start, end, kind) for start, end, kind in entities if kind])
    return found


def bare_encoder(texts: list[str]) -> list[Callable[[], None]]:
    """Return for each text a function that runs nothing but the shipped encoder over it, window by window, in one thread.

    What goes into it is made ready here, so that calling the function costs the forward passes alone: what a reading would cost if
    all else were free.
    """
    pipeline = load_engine().pipeline
    encoder = load_encoder(shipped_model())
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(shipped_model() / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    passes: list[Callable[[], None]] = []
    for text in texts:
        words = [token for token in pipeline.make_doc(text) if not token.is_space]
        windows = encoder.inputs([word.text for word in words], gaps_between(words, text))
        passes.append(partial(_run_windows, session, [feed for feed, _, _ in windows]))
    return passes


def _run_windows(session: onnxruntime.InferenceSession, feeds: list[dict[str, Any]]) -> None:
    for feed in feeds:
        session.run(OUTPUTS, feed)
