"""Make the shipped English model in one command.

    python -m training --data ../shared/data

Enters: the folder of public data sets. Leaves: the files in `src/whence/language/english/model` (or `--out`), and beside them
in `--run`, which git ignores, what training needs meanwhile. An hour and a half on two processor cores; minutes with `--device
cuda`.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from training.export import export, load_model
from training.train import train

SHIPPED = Path(__file__).parent.parent / "src" / "whence" / "language" / "english" / "model"


def main() -> None:
    """Parse the arguments, train and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear, ud and ner")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder for the shipped files")
    parser.add_argument("--run", type=Path, default=Path("build/training"), help="folder for what training keeps meanwhile")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--rate", type=float, default=2e-4, help="the encoder's highest learning rate")
    parser.add_argument("--start", type=Path, help="go on from this trained model, with the passes of a second run")
    parser.add_argument("--model", type=Path, help="export this trained model and do not train")
    parser.add_argument("--float", action="store_true", dest="as_float", help="export the encoder in float, to compare with")
    arguments = parser.parse_args()
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("training").setLevel(logging.INFO)
    model, state = load_model(arguments.model or train(arguments))
    export(model, state, arguments.out, as_float=arguments.as_float)


if __name__ == "__main__":
    main()
