"""Draw the README's picture: what `whence demo` shows in a terminal, as SVG.

    python docs/pictures/make.py

The sheet is that of a real run on the sample report. Rich's drawing names a web font; it is taken out, so that the picture loads
nothing.
"""

from __future__ import annotations

import io
import re
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console

import whence

PICTURE = Path(__file__).parent / "claim-sheet.svg"
WIDTH = 112
LINES = 48
"""The most that fits on one screen of the README; the sheet of the sample is longer and cut between two sources."""


def draw() -> str:
    """Return the head of the sample's sheet as an SVG drawing."""
    with as_file(files("whence") / "sample" / "report.html") as sample:
        sheet = whence.read(sample)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor", highlight=False)
    lines = console.render_lines(sheet, pad=False)[:LINES]
    blank = [number for number, line in enumerate(lines) if not "".join(segment.text for segment in line).strip()]
    for line in lines[: blank[-1]]:
        for segment in line:
            console.print(segment.text, style=segment.style, end="", markup=False, emoji=False, soft_wrap=True)
        console.print()
    drawing = console.export_svg(title="whence demo", unique_id="whence-demo")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawing, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
    print(PICTURE.name)
