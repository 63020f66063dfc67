"""Measure how long reading takes and how much memory it needs, on the machine at hand.

    python bench/read.py                 a table
    python bench/read.py --json          the same as one JSON object

Three things in one run, on reports of about 450 words joined from our gold: a *cold* process from its start to the printed sheet
(files in the system's cache: one run goes before those that count), *bulk* reading in one process held to one core, and the bare
*encoder* over the same texts in that same process, which is what a reading would cost if all else were free.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
if __package__ in {None, ""}:
    sys.path.insert(0, str(ROOT))

from bench import predict
from bench.gate import rows
from whence.reader import Reader

WORDS = 450
RUNS = 5
REPORTS = 25
KIBIBYTES_A_MEGABYTE = 1000**2 / 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the figures were measured, and with what."""

    processor: str
    cores: int
    system: str
    python: str
    whence: str
    onnxruntime: str


@dataclass(frozen=True, slots=True)
class Cold:
    """A process of its own for one report: seconds from start to end over some runs, and its peak memory in megabytes."""

    seconds: tuple[float, ...]
    megabytes: float


@dataclass(frozen=True, slots=True)
class Bulk:
    """One process on one core over many reports: seconds for all of them read, and for the encoder alone."""

    reports: int
    words: int
    seconds: float
    encoder_seconds: float


def machine() -> Machine:
    """Return the machine at hand."""
    processor = platform.processor() or platform.machine()
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        models = [line.partition(":")[2].strip() for line in listing.read_text().splitlines() if line.startswith("model name")]
        processor = models[0] if models else processor
    return Machine(
        processor=processor,
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        whence=version("whence"),
        onnxruntime=version("onnxruntime"),
    )


def texts(number: int = REPORTS) -> list[str]:
    """Return `number` reports of about WORDS words, each beginning with another passage of the gold."""
    passages = [row["text"] for row in rows("attributions.jsonl")]
    made = []
    for first in range(number):
        turn = first % len(passages)
        text = ""
        for passage in passages[turn:] + passages[:turn]:
            if len(text.split()) >= WORDS:
                break
            text += passage + "\n"
        made.append(text)
    return made


def cold(text: str, *, runs: int = RUNS) -> Cold:
    """Time `whence read` on one file in a process of its own, `runs` times after one that does not count."""
    command = [str(Path(sys.executable).with_name("whence")), "read", "--format", "json"]
    seconds, kibibytes = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_text(text, encoding="utf-8")
        for run in range(runs + 1):
            started = time.perf_counter()
            process = subprocess.Popen([*command, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
            printed = process.stdout.read() if process.stdout else b""
            _, status, usage = os.wait4(process.pid, 0)
            took = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode or not json.loads(printed)["attributions"]:
                sys.exit(f"{' '.join(command)} failed with status {process.returncode}")
            if run:
                seconds.append(took)
                kibibytes.append(usage.ru_maxrss)
    return Cold(tuple(seconds), max(kibibytes) / KIBIBYTES_A_MEGABYTE)


def bulk(*, reports: int = REPORTS) -> Bulk:
    """Time reading and the encoder alone in one new process that is held to one core and one thread."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    command = [sys.executable, __file__, "--worker", "--reports", str(reports)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | threads, stdout=subprocess.PIPE, text=True, check=True)
    return Bulk(**json.loads(done.stdout))


def worker(reports: int) -> Bulk:
    """Do the work of `bulk` in this process.

    The first report is read once before the clock starts; then each is read and encoded in turn, so that what else the machine does
    weighs on both alike.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    together = texts(reports)
    reader = Reader()
    reader.prepare()
    gc.freeze()  # as the command line does
    predict.read_all(together[:1], reader=reader)
    passes = predict.bare_encoder(together)
    passes[0]()
    reading = encoding = 0.0
    for text, encode in zip(together, passes, strict=True):
        reading += _timed(partial(predict.read_all, [text], reader=reader))
        encoding += _timed(encode)
    return Bulk(reports, sum(len(text.split()) for text in together), seconds=reading, encoder_seconds=encoding)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def table(here: Machine, alone: Cold, many: Bulk) -> str:
    """Return the figures as the Markdown table that the README shows."""
    words = many.words / many.reports
    beside = (many.seconds - many.encoder_seconds) / many.encoder_seconds
    place = f"{here.processor}, {here.cores} cores; {here.system}"
    lines = [
        "| measured | value |",
        "|---|---|",
        f"| one report of {WORDS} words, cold process, best of {len(alone.seconds)} | {min(alone.seconds):.2f} s |",
        f"| the same, median | {statistics.median(alone.seconds):.2f} s |",
        f"| peak memory of that process | {alone.megabytes:.0f} MB |",
        f"| reports of {words:.0f} words in bulk, one core | {many.reports / many.seconds:.1f} a second |",
        f"| the bare encoder on the same texts | {many.reports / many.encoder_seconds:.1f} a second |",
        f"| everything but the encoder, as a share of the encoder | {beside:.2f} |",
        "",
        f"{place}; Python {here.python}, onnxruntime {here.onnxruntime}, Whence {here.whence}.",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure speed and memory of reading.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--runs", type=int, default=RUNS, help="cold runs that count")
    parser.add_argument("--reports", type=int, default=REPORTS, help="reports in bulk")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        print(json.dumps(asdict(worker(options.reports))))
        return
    here, alone, many = machine(), cold(texts(1)[0], runs=options.runs), bulk(reports=options.reports)
    if options.json:
        print(json.dumps({"machine": asdict(here), "cold": asdict(alone), "bulk": asdict(many)}, indent=2))
    else:
        print(table(here, alone, many))


if __name__ == "__main__":
    main()
