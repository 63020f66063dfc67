"""Where the labels of a map stand: each beside its mark, none over another, and none at all where there is no room."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.publish.map_view import HEIGHT, WIDTH, Point

# Size of letters in units of the drawing, and the mean width of one as a share of it: measured on Latin and Cyrillic place names
# in DejaVu Sans, the widest of the common fonts, so that a label is rather thought too long than too short.
LETTERS = 13.0
LETTER_WIDTH = 0.62
LINE = 1.15
# Free room around a mark, and between a label and what is beside it.
GAP = 3.0
# Farther than this from everything else, a faint label has room enough.
AWAY = 60.0
# Labels keep so far from the frame.
EDGE = 2.0

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Taken room on the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rectangle) -> bool:
        """Tell whether the two share room."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def distance(self, point: Point) -> float:
        """Return how far a point is from the rectangle, 0 within it."""
        x, y = point
        return math.hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))

    @property
    def inside(self) -> bool:
        """Tell whether it lies wholly in the drawing."""
        return self.left >= EDGE and self.top >= EDGE and self.right <= WIDTH - EDGE and self.bottom <= HEIGHT - EDGE


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point of the drawing; `x` and `y` are where their baseline is anchored."""

    words: str
    x: float
    y: float
    anchor: Anchor


@dataclass(slots=True)
class Layout:
    """The room of one drawing as it fills up."""

    taken: list[Rectangle] = field(default_factory=list)

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep the room of a mark free."""
        self.taken.append(Rectangle(x - radius, y - radius, x + radius, y + radius))

    def place(self, words: str, x: float, y: float, *, radius: float, size: float = LETTERS) -> Label | None:
        """Return the first label around a mark that is free and take its room; None where there is none.

        With a radius of 0 the words stand on the point itself, or near it.
        """
        wide, tall = measure_words(words, size), size * LINE
        for left, top, anchor in around(x, y, wide, tall, radius):
            if Rectangle(left, top, left + wide, top + tall).inside and self.take_free(left, top, wide, tall):
                at = {"start": left, "middle": left + wide / 2, "end": left + wide}[anchor]
                return Label(words, at, top + tall * 0.78, anchor)
        return None

    def take_free(self, left: float, top: float, wide: float, tall: float) -> bool:
        """Take a rectangle if it is free, and tell whether it was."""
        room = Rectangle(left, top, left + wide, top + tall)
        if any(room.overlaps(other) for other in self.taken):
            return False
        self.taken.append(room)
        return True

    def roomiest(self, points: Iterable[Point]) -> Point | None:
        """Return the point farthest from all that is taken, counted up to `AWAY`; of equals, the one nearest the middle."""
        ranked = [
            (-min(AWAY, self.clearance(point)), math.hypot(point[0] - WIDTH / 2, point[1] - HEIGHT / 2), point) for point in points
        ]
        return min(ranked)[2] if ranked else None

    def clearance(self, point: Point) -> float:
        """Return how far a point is from the nearest taken room."""
        return min((room.distance(point) for room in self.taken), default=AWAY)


def measure_words(words: str, size: float) -> float:
    """Return how wide words will be at most, wide letters (Chinese, Japanese, Korean) counted as such."""
    return sum(size if unicodedata.east_asian_width(letter) in "WF" else size * LETTER_WIDTH for letter in words)


def around(x: float, y: float, wide: float, tall: float, radius: float) -> Iterable[tuple[float, float, Anchor]]:
    """Yield left, top and anchor of the rooms for a label, the best first: right, left, above, below, then the corners."""
    off = radius + GAP
    if not radius:
        shifts: Sequence[float] = (0, -1, 1, -2, 2)
        yield from ((x - wide / 2, y - tall / 2 + shift * tall, "middle") for shift in shifts)
        return
    middle = y - tall / 2
    yield x + off, middle, "start"
    yield x - off - wide, middle, "end"
    yield x - wide / 2, y - off - tall, "middle"
    yield x - wide / 2, y + off, "middle"
    for top in (y - off - tall * 0.6, y + off - tall * 0.4):
        yield x + off * 0.7, top, "start"
        yield x - off * 0.7 - wide, top, "end"
    for share in (0.25, 0.75):
        yield x - wide * share, y - off - tall, "start"
        yield x - wide * share, y + off, "start"
    yield x - wide / 2, y - off - 1.6 * tall, "middle"
    yield x - wide / 2, y + off + 0.6 * tall, "middle"
