"""A map of a report's places as one inline SVG: country outlines, a mark a place, labels; it loads nothing and runs nothing.

Enters: a reading. Leaves: the drawing with words to put under it; nothing where no place is known. A garbled or doubtful name
stands at its best reading in a dashed ring, a doubtful one with a line to the runner-up where the map shows it; what has no one
point (a region, a country, a river) is a label without a dot. Colours are the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.publish.map_ground import NAME_LETTERS, Ground, cut_ground
from whence.publish.map_labels import LETTERS, Label, Layout
from whence.publish.map_view import HEIGHT, LEAST, WIDTH, Point, View, choose_view, find_middle, measure, name_direction
from whence.publish.places import PlaceGroup, Regions, group_places, name_regions, tell_flags, tell_form, tell_place
from whence.publish.visible import shorten, visible
from whence.records import Place, PlaceFlag, Reading

# GeoNames' classes of what has one point: populated places and spots. All else is an area, a line or a range.
POINTED = ("P", "S")
# The least a view shows of what is more than a point, in kilometres across, by the beginning of GeoNames' feature code.
LEAST_OF = (("A.PCL", 1500.0), ("A.ADM1", 500.0), ("L.CONT", 6000.0))
LEAST_OF_AREA = 300.0
DOT, RING = 3.5, 8.0
SMALL = 10.5
CROSS = 3.0
# Characters of a label.
LABEL_SHOWN = 34
# Places beyond the map that are named under it.
BEYOND_SHOWN = 4
# The scale bar is a round number of kilometres, at most so long in units of the drawing.
BAR = 100.0
ROUND = (1, 2, 5)


# A view narrower than this, in kilometres, shows few borders: a small map says where in the world it is. How large that is beside
# the drawing, and how many kilometres across.
LOCAL = 700.0
INSET = 0.24
SURROUNDINGS = 2400.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One place and all the groups of names that are taken for it."""

    place: Place
    groups: tuple[PlaceGroup, ...]

    @property
    def point(self) -> Point:
        """Return latitude and longitude."""
        return self.place.latitude, self.place.longitude

    @property
    def pointed(self) -> bool:
        """Tell whether it has one point."""
        return self.place.feature[:1] in POINTED

    @property
    def suspect(self) -> bool:
        """Tell whether a garbled or doubtful name is taken for it."""
        return any(group.suspect for group in self.groups)

    @property
    def around(self) -> bool:
        """Tell whether the report names only areas by it."""
        return all(PlaceFlag.AREA in group.toponym.flags for group in self.groups)

    @property
    def words(self) -> str:
        """Return the label: the name and, in brackets, the suspect forms."""
        forms = list(dict.fromkeys(group.toponym.text for group in self.groups if group.suspect))
        written = f" (“{visible(forms[0])}”{' …' if len(forms) > 1 else ''})" if forms else ""
        return shorten(visible(self.place.name) + written, LABEL_SHOWN)


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing and the words under it: `legend` explains its marks, `beyond` names what it does not show."""

    drawing: Markup
    legend: tuple[tuple[str, str], ...]
    beyond: str


def draw_map(reading: Reading) -> Map | None:
    """Return the map of the places that the reading knows; None where it knows none."""
    marks = gather_marks(group_places(reading))
    if not marks:
        return None
    regions = name_regions(reading)
    pointed = [mark for mark in marks if mark.pointed]
    view = choose_view([mark.point for mark in pointed or marks], least=LEAST if pointed else max(map(least_of, marks)))
    shown = [mark for mark in marks if view.shows(mark.point)]
    ground = cut_ground(view)
    layout = Layout()
    bar = draw_bar(view, layout)
    for mark in shown:
        if mark.pointed:
            layout.take(*view.project(mark.point), RING if mark.suspect else DOT)
    inset = draw_inset(view, layout)
    drawn = [draw_mark(mark, view, layout, regions) for mark in sorted(shown, key=label_order)]
    countries = [draw_country(land, layout) for land in ground if land.name not in {mark.place.name for mark in shown}]
    lines = [draw_rivals(mark, view, regions) for mark in shown]
    parts = Markup().join([*(draw_land(land) for land in ground), *countries, *lines, *reversed(drawn), bar, inset])
    drawing = Markup(
        '<svg class="map" viewBox="0 0 {} {}" role="img" aria-labelledby="map-title map-desc"><title id="map-title">{}</title>'
        '<desc id="map-desc">{}</desc><rect class="sea" width="{}" height="{}"/>{}</svg>'
    ).format(WIDTH, HEIGHT, "Map of the places that the report names", describe(shown, regions), WIDTH, HEIGHT, parts)
    return Map(drawing, explain(shown, view), tell_beyond(marks, shown))


def gather_marks(groups: Iterable[PlaceGroup]) -> tuple[Mark, ...]:
    """Return a mark for each place, in the order of its first name."""
    named: dict[str, list[PlaceGroup]] = {}
    places: dict[str, Place] = {}
    for group in groups:
        if group.place is not None:
            places.setdefault(group.place.key, group.place)
            named.setdefault(group.place.key, []).append(group)
    return tuple(Mark(place, tuple(named[key])) for key, place in places.items())


def least_of(mark: Mark) -> float:
    """Return how many kilometres a map must show at least to show an area."""
    return next((least for feature, least in LEAST_OF if mark.place.feature.startswith(feature)), LEAST_OF_AREA)


def label_order(mark: Mark) -> tuple[bool, bool, int]:
    """Give room to suspect names first, then to points, then to what is named often."""
    return (not mark.suspect, not mark.pointed, -sum(len(group.mentions) for group in mark.groups))


def tell_mark(mark: Mark, regions: Regions) -> str:
    """Return a mark in words: the place, and how the report writes it where that is not plain."""
    forms = [f"{tell_form(group)} ({tell_flags(group.toponym)})" for group in mark.groups if group.toponym.flags]
    return tell_place(mark.place, regions) + (f": written {', '.join(forms)}" if forms else "")


def describe(shown: Sequence[Mark], regions: Regions) -> str:
    """Return all that is on the map in words."""
    return "; ".join(tell_mark(mark, regions) for mark in shown) + "."


def draw_land(land: Ground) -> Markup:
    """Return the outline of one country."""
    return Markup('<path class="land" d="{}"/>').format(land.path)


def draw_country(land: Ground, layout: Layout) -> Markup:
    """Return the name of a country as a faint label, where it has room for it."""
    room = layout.roomiest(land.rooms)
    label = None if room is None else layout.place(land.name.upper(), *room, radius=0, size=NAME_LETTERS)
    return Markup() if label is None else write_label(label, "country", SMALL)


def draw_mark(mark: Mark, view: View, layout: Layout, regions: Regions) -> Markup:
    """Return dot, ring and label of one place, with its tooltip."""
    x, y = view.project(mark.point)
    radius = 0.0 if not mark.pointed else RING if mark.suspect else DOT
    name = shorten(visible(mark.place.name), LABEL_SHOWN)
    label = layout.place(mark.words, x, y, radius=radius) or layout.place(name, x, y, radius=radius)
    parts: list[Markup] = []
    if mark.suspect and mark.pointed:
        parts.append(Markup('<circle class="ring" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(x, y, RING))
    if mark.pointed:
        parts.append(
            Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format("by" if mark.around else "dot", x, y, DOT)
        )
    if label is not None:
        parts.append(write_label(label, "point" if mark.pointed else "area", LETTERS))
    return Markup("<g><title>{}</title>{}</g>").format(tell_mark(mark, regions), Markup().join(parts))


def write_label(label: Label, kind: str, size: float) -> Markup:
    """Return words on the map."""
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="{}">{}</text>').format(
        kind, label.x, label.y, label.anchor, size, label.words
    )


def find_rivals(mark: Mark, view: View) -> Iterator[Place]:
    """Yield the first runner-up of each doubtful name that is taken for a place, where the view shows it."""
    for group in mark.groups:
        if PlaceFlag.DOUBTFUL in group.toponym.flags:
            rivals = [each.place for each in group.toponym.candidates if each.place.key != mark.place.key]
            yield from (place for place in rivals[:1] if view.shows((place.latitude, place.longitude)))


def draw_rivals(mark: Mark, view: View, regions: Regions) -> Markup:
    """Return a cross at each runner-up, with a thin line from there to the best reading."""
    to_x, to_y = view.project(mark.point)
    parts: list[Markup] = []
    for rival in find_rivals(mark, view):
        x, y = view.project((rival.latitude, rival.longitude))
        line = f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"
        cross = f"M{x - CROSS:.1f} {y - CROSS:.1f}l6 6m0 -6l-6 6"
        title = f"{tell_place(rival, regions)}: runner-up"
        parts.append(
            Markup('<g><title>{}</title><path class="rival" d="{}"/><path class="cross" d="{}"/></g>').format(title, line, cross)
        )
    return Markup().join(parts)


def draw_bar(view: View, layout: Layout) -> Markup:
    """Return the scale bar in the lower left corner, and take its room."""
    candidates = [size * 10**power for power in range(5) for size in ROUND]
    length = max((km for km in candidates if km * view.scale <= BAR), default=candidates[0])
    wide = length * view.scale
    layout.take(10 + BAR / 2, HEIGHT - 12, BAR / 2)
    path = f"M10 {HEIGHT - 14}v5h{wide:.1f}v-5"
    label = Label(f"{length:,} km", 10, HEIGHT - 18, "start")
    return Markup('<path class="rule" d="{}"/>{}').format(path, write_label(label, "scale", SMALL))


def draw_inset(view: View, layout: Layout) -> Markup:
    """Return a small map of the surroundings with the view as a box on it; nothing where it is not needed or has no room."""
    if WIDTH / view.scale > LOCAL:
        return Markup()
    width, height = WIDTH * INSET, HEIGHT * INSET
    right, bottom, margin = WIDTH - width, HEIGHT - height, 8.0
    corners = ((right - margin, bottom - margin), (right - margin, margin), (margin, margin))
    free = next((corner for corner in corners if layout.take_free(*corner, width, height)), None)
    if free is None:
        return Markup()
    around = View(view.latitude, view.longitude, WIDTH / SURROUNDINGS)
    wide = max(WIDTH * around.scale / view.scale, 14.0)
    tall = wide * HEIGHT / WIDTH
    lands = Markup().join(draw_land(land) for land in cut_ground(around, finest=1.5, speck=30.0))
    return Markup(
        '<svg class="inset" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" viewBox="0 0 {} {}"><rect class="sea" width="{}" '
        'height="{}"/>{}<rect class="here" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>'
        '<rect class="edge" width="{}" height="{}"/></svg>'
    ).format(
        *free,
        width,
        height,
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT,
        lands,
        (WIDTH - wide) / 2,
        (HEIGHT - tall) / 2,
        wide,
        tall,
        WIDTH,
        HEIGHT,
    )


def explain(shown: Sequence[Mark], view: View) -> tuple[tuple[str, str], ...]:
    """Return the kinds of mark that the map has, as pairs of class and words."""
    kinds = (
        ("dot", "a place", any(mark.pointed and not mark.around for mark in shown)),
        ("ring", "a garbled or doubtful name, at its best reading", any(mark.suspect for mark in shown)),
        ("cross", "the runner-up for a doubtful name", any(list(find_rivals(mark, view)) for mark in shown)),
        ("by", "an area by the place", any(mark.pointed and mark.around for mark in shown)),
        ("area", "a region or a country", any(not mark.pointed for mark in shown)),
    )
    return tuple((kind, words) for kind, words, there in kinds if there)


def tell_beyond(marks: Sequence[Mark], shown: Sequence[Mark]) -> str:
    """Return the points that the map leaves out, each with its distance and direction from the middle of the others."""
    beyond = [mark for mark in marks if mark.pointed and mark not in shown]
    if not beyond or not shown:
        return ""
    middle_point = find_middle([mark.point for mark in shown if mark.pointed])
    middle = next(mark for mark in shown if mark.point == middle_point)
    told = [
        f"{visible(mark.place.name)}, {measure(middle.point, mark.point):,.0f} km {name_direction(middle.point, mark.point)} of "
        f"{visible(middle.place.name)}"
        for mark in beyond[:BEYOND_SHOWN]
    ]
    more = len(beyond) - len(told)
    return "Beyond the map: " + "; ".join(told) + (f"; and {more} more" if more else "") + "."
