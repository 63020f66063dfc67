"""A small context pack, all of it invented."""

from __future__ import annotations

from pathlib import Path

PACK = """\
name = "halm-2031"
title = "War in Halm"
start = 2031-02-01
end = 2031-09-30

[sides]
east = "East Halm"
west = "West Halm"

[theatre]
south = 10.0
west = 20.0
north = 12.0
east = 22.5
countries = ["HA"]
words.en = ["Halm", "Dravik"]
words.ru = ["Хальм"]

[[parties]]
id = "east-army"
name = "Army of East Halm"
side = "east"
aliases.en = ["Eastern Army", "AEH"]
aliases.ru = ["армия Восточного Хальма"]

[[parties]]
id = "west-guard"
name = "Guard of West Halm"
side = "west"
part_of = "east-army"
label = "called a militia by East Halm"
source = { organisation = "Halm Institute", url = "https://institute.example/guard" }
aliases.en = [
    "Western Guard",
    "the Guard",
]

[[offices]]
id = "east-president"
name = "President of East Halm"
party = "east-army"
[[offices.holders]]
name = "Ilse Marn"
since = 2029-01-01
until = 2031-05-01
source = { organisation = "Halm Institute", url = "https://institute.example/marn" }
aliases.en = ["Marn"]
[[offices.holders]]
name = "Otto Brill"
since = 2031-05-02
source = { organisation = "Halm Institute", url = "https://institute.example/brill" }

[[outlets]]
name = "Halm Gazette"
domains = ["gazette.example"]
country = "HA"
ownership = "private"
source = { organisation = "Halm Institute", url = "https://institute.example/gazette" }

[[places]]
name = "Dravik Bridge"
latitude = 11.0
longitude = 21.0
aliases.en = ["Old Bridge"]
"""

LAYER = """
[[layers]]
name = "Ground held"
path = "ground.geojson"
held_by = "west-guard"
licence = "CC0-1.0"
source = { organisation = "Halm Institute", url = "https://institute.example/ground" }
"""


def changed(old: str, new: str) -> str:
    """Return the pack with one passage changed."""
    if old not in PACK:
        message = f"the pack has no {old!r}"
        raise ValueError(message)
    return PACK.replace(old, new, 1)


def line_with(text: str, words: str) -> int:
    """Return the number of the first line with these words."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if words in line)


def saved(folder: Path, text: str) -> Path:
    """Write a pack into a folder."""
    path = folder / "pack.toml"
    path.write_text(text, encoding="utf-8")
    return path
