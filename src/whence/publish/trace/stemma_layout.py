"""Where each report of a stemma stands in the picture: rows in the order of time, from top to bottom, an axis of days beside them.

Enters: texts with their moments, and who was written from whom. Leaves: boxes, rows and the points that each line runs through.
The method is that of layered drawings (Sugiyama, Tagawa & Toda 1981) with layers that are stretches of time: within a row nobody
was written from anybody, a row stands wholly behind the one above it, so a line between known times always runs downwards. Lines
from one text share a trunk past the rows between. Crossings are lessened by barycentres, and places within a row settled by least
squares under the least distance that boxes need (pool adjacent violators). The same texts in any order give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.publish.trace.moments import Moment
from whence.publish.trace.sequence import order_known, order_unknown

# Sizes in the picture's own units, CSS pixels at full size: a report's box, a lost ancestor's ring and the
# room for it with its signs, what a trunk takes between boxes.
WIDTH, HEIGHT = 210.0, 68.0
LOST, LOST_WIDTH = 48.0, 124.0
TRUNK = 18.0
APART, BETWEEN_ROWS, BEFORE_UNKNOWN = 18.0, 62.0, 40.0
# Boxes in a row: so many are readable on a screen side by side.
MOST_IN_ROW = 5
# Lines that arrive at one box stand so far apart, so that their labels do.
PORT = 46.0
SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Text:
    """A report or a lost ancestor to be placed; the latter has no moment."""

    id: str
    moment: Moment | None = None
    lost: bool = False

    @property
    def width(self) -> float:
        """Return how wide its box is."""
        return LOST_WIDTH if self.lost else WIDTH


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text stands: its middle, its upper border, its width and height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the picture from its upper border on; `timed` is false in the band of reports whose time is not known."""

    y: float
    ids: tuple[str, ...]
    timed: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture. `lines` hold for each pair of parent and child the points of the line, first the parent's."""

    boxes: Mapping[str, Box]
    rows: tuple[Row, ...]
    lines: Mapping[tuple[str, str], tuple[tuple[float, float], ...]]
    width: float
    height: float


Pair = tuple[str, str]
Item = tuple[str, str]
"""What stands in a row: `("", id)` a text, `("down", id)` and `("up", id)` the trunk of the lines from a text."""
Rank = list[Item]


def lay_out(texts: Iterable[Text], pairs: Iterable[Pair]) -> Layout:
    """Return the picture of the texts; pairs of parent and child that name others are left out."""
    known = {text.id: text for text in sorted(texts, key=id_of)}
    held = sorted({pair for pair in pairs if pair[0] in known and pair[1] in known and pair[0] != pair[1]})
    timed = order_known({id: (text.moment, text.lost) for id, text in known.items()}, held)
    untimed = order_unknown([id for id in known if id not in set(timed)], held)
    cut = [(row, True) for row in cut_rows(timed, held, known)] + [(row, False) for row in cut_rows(untimed, held, known)]
    ranks, links = add_trunks([row for row, _ in cut], held)
    ranks = uncross(ranks, links)
    places, width = settle(ranks, links, known)
    rows: list[Row] = []
    at = 0.0
    for index, (_, is_timed) in enumerate(cut):
        at += BEFORE_UNKNOWN if index and not is_timed and cut[index - 1][1] else 0.0
        rows.append(Row(at, tuple(id for kind, id in ranks[index] if not kind), is_timed))
        at += HEIGHT + BETWEEN_ROWS
    boxes = {id: place_box(known[id], places[index]["", id], row.y) for index, row in enumerate(rows) for id in row.ids}
    return Layout(boxes, tuple(rows), draw_lines(held, rows, boxes, places), width, max(0.0, at - BETWEEN_ROWS))


def place_box(text: Text, x: float, y: float) -> Box:
    """Return the box of a text in the row that begins at `y`; a lost ancestor's is smaller and stands in the row's middle."""
    height = LOST if text.lost else HEIGHT
    return Box(x, y + (HEIGHT - height) / 2, text.width, height)


def id_of(text: Text) -> str:
    """Return the id of a text."""
    return text.id


def cut_rows(order: Sequence[str], pairs: Sequence[Pair], known: Mapping[str, Text]) -> list[list[str]]:
    """Return the texts in rows: a new one where a text is tied to one of the row, the day changes, or the row is full."""
    tied = {*pairs, *((child, parent) for parent, child in pairs)}
    days = {moment.day for text in known.values() if (moment := text.moment)}
    by_day = len(days) <= MOST_IN_ROW * 2
    rows: list[list[str]] = []
    for id in order:
        moment = known[id].moment
        there = [known[other].moment for other in rows[-1]] if rows else []
        new_day = by_day and moment is not None and any(other is not None and other.day != moment.day for other in there)
        if not rows or len(rows[-1]) >= MOST_IN_ROW or new_day or any((id, other) in tied for other in rows[-1]):
            rows.append([])
        rows[-1].append(id)
    return rows


def add_trunks(rows: Sequence[Sequence[str]], pairs: Sequence[Pair]) -> tuple[list[Rank], list[set[tuple[Item, Item]]]]:
    """Return the rows with the trunks that pass them, and what is linked between each row and the next."""
    level = {id: index for index, row in enumerate(rows) for id in row}
    ranks: list[Rank] = [[("", id) for id in row] for row in rows]
    links: list[set[tuple[Item, Item]]] = [set() for _ in rows]
    for pair in pairs:
        path = find_path(pair, level)
        for index, item in path[1:-1]:
            if item not in ranks[index]:
                ranks[index].append(item)
        for (index, item), (below, other) in pairwise(sorted(path)):
            links[min(index, below)].add((item, other))
    return ranks, links


def find_path(pair: Pair, level: Mapping[str, int]) -> list[tuple[int, Item]]:
    """Return the items from parent to child with their rows."""
    parent, child = pair
    step = 1 if level[child] >= level[parent] else -1
    trunk = ("down" if step > 0 else "up", parent)
    between = [(index, trunk) for index in range(level[parent] + step, level[child], step)]
    return [(level[parent], ("", parent)), *between, (level[child], ("", child))]


def uncross(ranks: list[Rank], links: Sequence[set[tuple[Item, Item]]]) -> list[Rank]:
    """Return the rows ordered so that fewer lines cross; of equals the first found."""
    best, fewest = ranks, count_crossings(ranks, links)
    current = ranks
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        current = [list(rank) for rank in current]
        indices = range(1, len(current)) if down else range(len(current) - 2, -1, -1)
        for index in indices:
            near = index - 1 if down else index + 1
            where = {item: number for number, item in enumerate(current[near])}
            tied = [(other, item) if down else (item, other) for item, other in links[min(index, near)]]
            current[index] = order_by_barycentre(current[index], [(mine, where[other]) for mine, other in tied])
        crossings = count_crossings(current, links)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def order_by_barycentre(rank: Rank, ties: Iterable[tuple[Item, int]]) -> Rank:
    """Return a row ordered by the mean place of what each item is tied to; what is tied to nothing keeps its place."""
    places: dict[Item, list[int]] = {}
    for item, place in ties:
        places.setdefault(item, []).append(place)
    means = {item: sum(where) / len(where) for item, where in places.items()}
    keyed = [(means.get(item, float(number)), number, item) for number, item in enumerate(rank)]
    return [item for _, _, item in sorted(keyed)]


def count_crossings(ranks: Sequence[Rank], links: Sequence[set[tuple[Item, Item]]]) -> int:
    """Return how many lines cross between neighbouring rows."""
    total = 0
    for index, (upper, lower) in enumerate(pairwise(ranks)):
        above = {item: number for number, item in enumerate(upper)}
        below = {item: number for number, item in enumerate(lower)}
        ends = sorted((above[item], below[other]) for item, other in links[index])
        total += sum(one[0] < other[0] and one[1] > other[1] for number, one in enumerate(ends) for other in ends[number + 1 :])
    return total


def settle(
    ranks: Sequence[Rank], links: Sequence[set[tuple[Item, Item]]], known: Mapping[str, Text]
) -> tuple[list[dict[Item, float]], float]:
    """Return where the middle of each item stands, and how wide the picture is."""
    widths = [[TRUNK if item[0] else known[item[1]].width for item in rank] for rank in ranks]
    total = max((sum(row) + APART * (len(row) - 1) for row in widths), default=0.0)
    places = [
        dict(zip(rank, spread(row, [total / 2] * len(row), total), strict=True)) for rank, row in zip(ranks, widths, strict=True)
    ]
    for sweep in range(SWEEPS):
        order = range(len(ranks)) if sweep % 2 == 0 else range(len(ranks) - 1, -1, -1)
        for index in order:
            near: dict[Item, list[float]] = {}
            for item, other in links[index - 1] if index else ():
                near.setdefault(other, []).append(places[index - 1][item])
            for item, other in links[index] if index + 1 < len(ranks) else ():
                near.setdefault(item, []).append(places[index + 1][other])
            wanted = [sum(near[item]) / len(near[item]) if item in near else places[index][item] for item in ranks[index]]
            places[index] = dict(zip(ranks[index], spread(widths[index], wanted, total), strict=True))
    return places, total


def spread(widths: Sequence[float], wanted: Sequence[float], total: float) -> list[float]:
    """Return the places nearest to the wanted ones at which boxes in this order neither overlap nor leave `total`."""
    offsets = [0.0]
    for one, other in pairwise(widths):
        offsets.append(offsets[-1] + (one + other) / 2 + APART)
    if not widths:
        return []
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        value, size = place - offset, 1
        while pools and pools[-1][0] > value:
            mean, many = pools.pop()
            value, size = (mean * many + value * size) / (many + size), many + size
        pools.append((value, size))
    least, most = widths[0] / 2, total - widths[-1] / 2 - offsets[-1]
    values = [min(max(value, least), max(most, least)) for value, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(values, offsets, strict=True)]


def draw_lines(
    pairs: Sequence[Pair], rows: Sequence[Row], boxes: Mapping[str, Box], places: Sequence[Mapping[Item, float]]
) -> dict[Pair, tuple[tuple[float, float], ...]]:
    """Return the points of each line: out of the parent, along its trunk, into a port of the child."""
    level = {id: index for index, row in enumerate(rows) for id in row.ids}
    through: dict[Pair, list[tuple[float, float]]] = {}
    for pair in pairs:
        path = find_path(pair, level)
        through[pair] = []
        for index, item in path[1:-1]:
            ends = [rows[index].y, rows[index].y + HEIGHT]
            through[pair] += [(places[index][item], y) for y in (ends if level[pair[1]] > level[pair[0]] else reversed(ends))]
    lines: dict[Pair, tuple[tuple[float, float], ...]] = {}
    for child in sorted({pair[1] for pair in pairs}):
        coming = [(through[pair][-1][0] if through[pair] else boxes[pair[0]].x, pair) for pair in pairs if pair[1] == child]
        arriving = [pair for _, pair in sorted(coming)]
        for number, pair in enumerate(arriving):
            parent, box = boxes[pair[0]], boxes[child]
            down = level[child] > level[pair[0]]
            room = min(PORT, (box.width - 12) / max(1, len(arriving) - 1)) if len(arriving) > 1 else 0.0
            x = box.x + (number - (len(arriving) - 1) / 2) * room
            start = (parent.x, parent.y + (parent.height if down else 0.0))
            lines[pair] = (start, *through[pair], (x, box.y + (0.0 if down else box.height)))
    return lines
