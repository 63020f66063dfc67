"""Are place names found, and read as the right places?

    python bench/places.py                                     our own passages (gold/places.txt)
    python bench/places.py --texts TEXTS.jsonl > PLACES.jsonl  read texts ({"id", "text"} a line) for an outside scorer

On our own passages: recognition (precision, recall and F1 of overlapping names) and the share of the recognised that have the
gold's very entry. The second form prints for each text {"id", "places": [{"span", "geonameid", "lat", "lon"}]}, which scorers of
LGL, TR-News and their like read.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.notation import GOLD
from bench.predict import report_of
from bench.score import Counts
from whence.publish.interchange import to_dict
from whence.reader import Reader, ReaderOptions
from whence.records import Known, Toponym


def measure(*, engine: str = "whence") -> tuple[float, float]:
    """Return recognition F1 and the share of recognised names with the right entry, on our own passages."""
    reader = Reader(ReaderOptions(engine=engine))
    counts, right, read = Counts(), 0, 0
    for line in (GOLD / "places.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = reader.read(report_of(row["text"], id=row["id"])).places
        pairs = [(gold, _over(found, gold)) for gold in row["places"]]
        hits = [(gold[2], each) for gold, each in pairs if each is not None]
        counts += Counts(len(hits), len(found), len(row["places"]))
        read += len(hits)
        right += sum(key == _key(each) for key, each in hits)
    return counts.f1, right / read if read else 0.0


def _over(found: tuple[Toponym, ...], gold: list[Any]) -> Toponym | None:
    return next((each for each in found if each.span.start < gold[1] and gold[0] < each.span.end), None)


def _key(toponym: Toponym) -> str:
    return toponym.place.value.key if isinstance(toponym.place, Known) else ""


def predict_places(path: Path) -> None:
    """Print the places of each text as JSON Lines."""
    reader = Reader()
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):  # a text may hold what else splitlines splits at
        row = json.loads(line)
        places = to_dict(reader.read(report_of(row["text"], id=row["id"])))["places"]
        kept = [{key: place[key] for key in ("span", "geonameid", "lat", "lon")} for place in places]
        print(json.dumps({"id": row["id"], "places": kept}))


def main() -> None:
    """Measure, or predict for an outside scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="texts to read, one JSON object a line")
    arguments = parser.parse_args()
    if arguments.texts is not None:
        predict_places(arguments.texts)
        return
    recognised, same = measure()
    print(f"places F1     {recognised:.3f}")
    print(f"places same   {same:.3f}")


if __name__ == "__main__":
    main()
