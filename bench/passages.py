"""How much of the specification by example is read as it says, key by key?

    python bench/passages.py             for each key of an expected claim the share that is right
    python bench/passages.py --misses    and each passage that is not, expected and found side by side

The passages stand in tests/claims/passages.toml, and in the manual (docs/reference/passages.md). They are few and chosen, and rules
are mended until they hold; so the figures tell what is covered, not how good Whence is on news.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.claims.passages import Answer, answers, load_passages, read_passage, side_by_side

WHOLE = "whole passages"


def measure() -> dict[str, tuple[int, int]]:
    """Return for each key how many expectations are right and how many there are, and the same of passages with all right."""
    each = [tuple(answers(passage, read_passage(passage.id))) for passage in load_passages()]
    return tally([answer for answered in each for answer in answered]) | {
        WHOLE: (sum(_whole(answered) for answered in each), len(each))
    }


def tally(answered: list[Answer]) -> dict[str, tuple[int, int]]:
    """Return for each key how many answers are right and how many there are, the most asked first."""
    asked = Counter(answer.key for answer in answered)
    right = Counter(answer.key for answer in answered if answer.right)
    return {key: (right[key], count) for key, count in asked.most_common()}


def _whole(answered: tuple[Answer, ...]) -> bool:
    return all(answer.right for answer in answered)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is not as specified")
    options = parser.parse_args()
    if options.misses:
        for passage in load_passages():
            if not _whole(tuple(answers(passage, read_passage(passage.id)))):
                print(f"--- {passage.id}{side_by_side(passage, read_passage(passage.id))}\n")
    for key, (right, asked) in measure().items():
        print(f"{key:17} {right:3} of {asked:3}  {right / asked:.3f}")


if __name__ == "__main__":
    main()
