"""The stemma as one inline SVG: reports in rows by time, lost ancestors dashed under a Greek letter, lines with their probability.

Enters: the register of a trace and how many sentences each text put in or changed. Leaves: a drawing whose boxes and lines are
links to the sections below it; nothing where the reports are too many for a picture. `stemma_list.py` has the same in words.
Colours are the page's; it loads nothing and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.publish.chains import count, tell_maybe
from whence.publish.trace.moments import Moment, find_moment, tell_days, tell_hours, tell_moment
from whence.publish.trace.register import Register, call_outlet, fit
from whence.publish.trace.stemma_layout import BETWEEN_ROWS, Box, Layout, Text, lay_out
from whence.publish.trace.stemma_list import tell_descent
from whence.publish.trace.telling import tell_probability
from whence.publish.visible import visible
from whence.publish.wording import tell_title
from whence.records import Edge, Report

# More reports than this make no picture that anybody could read.
MOST_IN_PICTURE = 60
# Alternatives that are drawn, the most probable first: each is one more line across the picture.
ALTERNATIVES_DRAWN = 20
# The column of days and hours at the left, and the room around the whole, for labels above the topmost boxes.
AXIS, MARGIN = 126.0, 30.0
# Letters of a line in a box, by how wide they are on average; East Asian ones take two.
NAME_SHOWN, LINE_SHOWN = 21, 32
WITNESS_SHOWN = 30
UNTIMED = "time not known"
# Letters of a language code; longer words say that it is not known.
CODE = 3


@dataclass(frozen=True, slots=True)
class Work:
    """What a text did to what it was written from: how many sentences it put in, how many readings it changed."""

    put_in: int = 0
    changed: int = 0

    @property
    def signs(self) -> str:
        """Return both as signs: `+3 ≈2`."""
        return " ".join(
            part for part in (f"+{self.put_in}" if self.put_in else "", f"≈{self.changed}" if self.changed else "") if part
        )

    @property
    def words(self) -> str:
        """Return both in words."""
        put_in = f"put in {count(self.put_in, 'sentence')}" if self.put_in else ""
        changed = f"changed {count(self.changed, 'reading')}" if self.changed else ""
        return ", ".join(part for part in (put_in, changed) if part)


NO_WORK = Work()


def draw_stemma(register: Register, works: Mapping[str, Work]) -> Markup | None:
    """Return the picture; None where there are too many reports for one."""
    trace = register.trace
    if not 0 < len(trace.reports) <= MOST_IN_PICTURE:
        return None
    moments = {report.id: find_moment(report) for report in trace.reports}
    texts = [*(Text(id, moment) for id, moment in moments.items()), *(Text(lost.id, None, lost=True) for lost in trace.lost)]
    layout = lay_out(texts, ((edge.parent, edge.child) for edge in trace.edges))
    edges = {(edge.parent, edge.child): (number, edge) for number, edge in reversed(list(enumerate(trace.edges, start=1)))}
    width, height = AXIS + layout.width + MARGIN, layout.height + 2 * MARGIN
    drawn = (
        draw_axis(layout, moments, width),
        *draw_alternatives(layout, register),
        *(
            draw_edge(number, edge, layout, register)
            for number, edge in edges.values()
            if (edge.parent, edge.child) in layout.lines
        ),
        *(draw_report(report, layout.boxes[report.id], register, works.get(report.id, NO_WORK)) for report in trace.reports),
        *(draw_lost(lost.id, layout.boxes[lost.id], register, works.get(lost.id, NO_WORK)) for lost in trace.lost),
        *(label_edge(edge, layout) for _, edge in edges.values() if (edge.parent, edge.child) in layout.lines),
    )
    return Markup(
        '<svg class="stemma-picture" width="{:.0f}" height="{:.0f}" viewBox="0 0 {:.0f} {:.0f}" role="img" '
        'aria-labelledby="stemma-title stemma-desc"><title id="stemma-title">{}</title><desc id="stemma-desc">{}</desc>'
        '<g transform="translate({} {})">{}</g></svg>'
    ).format(
        width,
        height,
        width,
        height,
        "Stemma: which report was written from which, from the earliest at the top to the latest",
        describe(register),
        AXIS,
        MARGIN,
        Markup().join(drawn),
    )


def describe(register: Register) -> str:
    """Return the picture in words: a line for each report."""
    told = [tell_descent(id, register) for id in register.order]
    return "; ".join(told) + ". The same stands in the list under the picture."


def draw_axis(layout: Layout, moments: Mapping[str, Moment | None], width: float) -> Markup:
    """Return days and hours beside the rows, a faint line where a day begins, and the band of those without a time."""
    parts: list[Markup] = []
    before = ""
    for row in layout.rows:
        held = [moment for id in row.ids if (moment := moments.get(id))]
        day, hours = (tell_days(held), tell_hours(held)) if held else ("", "")
        day = day if row.timed else UNTIMED
        if day and day != before:
            if before:
                look, up = ("day", BETWEEN_ROWS / 2) if row.timed else ("day unknown", BETWEEN_ROWS * 3 / 4)
                parts.append(Markup('<path class="{}" d="M{:.1f} {:.1f}H{:.1f}"/>').format(look, -AXIS, row.y - up, width - AXIS))
            first, dash, last = day.partition(" – ")
            parts += [write_axis("axis", row.y + 20, first + dash), write_axis("axis", row.y + 38, last)]
        parts.append(write_axis("hours", row.y + 38, hours))
        before = day or before
    return Markup().join(parts)


def write_axis(look: str, y: float, words: str) -> Markup:
    """Return words beside a row, nothing where there are none."""
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(look, 8 - AXIS, y, words) if words else Markup()


def draw_edge(number: int, edge: Edge, layout: Layout, register: Register) -> Markup:
    """Return one line as a link to its evidence, as thick as it is probable."""
    path = draw_path(layout.lines[edge.parent, edge.child])
    return Markup(
        '<a href="#edge-{}" class="edge" data-from="{}" data-to="{}"><title>{}</title><path class="reach" d="{}"/>'
        '<path class="line" d="{}" stroke-width="{:.1f}"/>{}</a>'
    ).format(
        number,
        register.anchors.get(edge.parent, ""),
        register.anchors.get(edge.child, ""),
        f"{register.call(edge.child)} was written from {register.call(edge.parent)}: {tell_probability(edge.probability)}",
        path,
        path,
        0.8 + 2.0 * max(0.0, min(1.0, edge.probability)),
        draw_arrow(layout.lines[edge.parent, edge.child]),
    )


def draw_path(points: Sequence[tuple[float, float]]) -> str:
    """Return a line that leaves and arrives upright: curves between rows, straight past them."""
    (x, y), *rest = points
    path = f"M{x:.1f} {y:.1f}"
    for index, (to_x, to_y) in enumerate(rest):
        if index % 2 == 1:
            path += f"V{to_y:.1f}"
        else:
            middle = (y + to_y) / 2
            path += f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = to_x, to_y
    return path


def draw_arrow(points: Sequence[tuple[float, float]]) -> Markup:
    """Return the head of a line at the text that was written."""
    (_, before), (x, y) = points[-2:]
    back = -7 if y > before else 7
    return Markup('<path class="head" d="M{:.1f} {:.1f}l-4 {}h8z"/>').format(x, y, back)


def label_edge(edge: Edge, layout: Layout) -> Markup:
    """Return the probability of a line, beside its end: outwards where several arrive, else on the side it does not come from."""
    (from_x, before), (x, y) = layout.lines[edge.parent, edge.child][-2:]
    at = y - 11 if y > before else y + 18
    middle = layout.boxes[edge.child].x
    left = x < middle - 1 or (abs(x - middle) <= 1 and from_x > x)
    return Markup('<text class="chance" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
        x - 6 if left else x + 6, at, "end" if left else "start", tell_probability(edge.probability)
    )


def draw_alternatives(layout: Layout, register: Register) -> Iterable[Markup]:
    """Yield what the stemma does not hold but could, as thin dotted lines behind all else."""
    held = sorted(enumerate(register.trace.alternatives, start=1), key=alternative_order)
    for number, edge in held[:ALTERNATIVES_DRAWN]:
        parent, child = layout.boxes.get(edge.parent), layout.boxes.get(edge.child)
        if parent is None or child is None or parent is child:
            continue
        path = draw_path(join_boxes(parent, child))
        told = f"Also possible: {register.call(edge.child)} from {register.call(edge.parent)}, {tell_probability(edge.probability)}"
        yield Markup(
            '<a href="#alternative-{}" class="edge alternative"><title>{}</title><path class="reach" d="{}"/>'
            '<path class="line" d="{}"/></a>'
        ).format(number, told, path, path)


def alternative_order(numbered: tuple[int, Edge]) -> tuple[float, int]:
    """Order alternatives by probability, highest first."""
    return -numbered[1].probability, numbered[0]


def join_boxes(parent: Box, child: Box) -> tuple[tuple[float, float], ...]:
    """Return a straight way from one box to another, out of the border that faces it."""
    if parent.y == child.y:
        side, middle = (1 if child.x > parent.x else -1), parent.y + parent.height / 2
        return (parent.x + side * parent.width / 2, middle), (child.x - side * child.width / 2, middle)
    down = child.y > parent.y
    return (parent.x, parent.y + (parent.height if down else 0)), (child.x, child.y + (0 if down else child.height))


def draw_report(report: Report, box: Box, register: Register, work: Work) -> Markup:
    """Return the box of one report: number, outlet, time, language, headline, and what it put in."""
    first = not register.derived(report.id)
    heard = [register.witnesses[witness.id] for witness in register.trace.witnesses if report.id in witness.reports]
    told = tell_maybe(report.language, absent="language not told", undetermined="language unclear")
    title = " · ".join(
        part
        for part in (
            register.call(report.id),
            tell_moment(find_moment(report)),
            told,
            f"“{tell_title(report)[:300]}”",
            "written from no other report at hand" if first else "",
            f"{count(len(heard), 'witness', 'witnesses')} at first hand" if heard else "",
            work.words,
        )
        if part
    )
    lines = (
        write_line("outlet", 19, fit(f"{register.mark(report.id)} {call_outlet(report)}", NAME_SHOWN)),
        write_line(
            "when",
            37,
            fit(f"{tell_moment(find_moment(report))} · {fit(told.upper() if len(told) <= CODE else told, 8)}", LINE_SHOWN),
        ),
        write_line("headline", 55, fit(tell_title(report), LINE_SHOWN)),
        Markup('<text class="work" x="{:.0f}" y="37" text-anchor="end">{}</text>').format(box.width - 10, work.signs)
        if work.signs
        else "",
    )
    above = hang_witnesses(report.id, box, register) if heard and first else ""
    return Markup(
        '<g class="node{}" data-id="{}">{}<a href="#{}"><title>{}</title><svg x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}">'
        '<rect class="box" x="1" y="1" width="{:.1f}" height="{:.1f}" rx="7"/>{}</svg></a></g>'
    ).format(
        " first-hand" if first else "",
        register.anchors[report.id],
        above,
        register.anchors[report.id],
        title,
        box.x - box.width / 2,
        box.y,
        box.width,
        box.height,
        box.width - 2,
        box.height - 2,
        Markup().join(lines),
    )


def hang_witnesses(id: str, box: Box, register: Register) -> Markup:
    """Return who speaks at first hand in a report, above its box."""
    names = [visible(witness.name) for witness in register.trace.witnesses if id in witness.reports]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return Markup('<a href="#witnesses"><title>{}</title><text class="witness" x="{:.1f}" y="{:.1f}">◆ {}</text></a>').format(
        f"Speaking at first hand: {'; '.join(names)[:600]}",
        box.x - box.width / 2 + 4,
        box.y - 8,
        fit(names[0], WITNESS_SHOWN) + more,
    )


def write_line(look: str, y: float, words: str) -> Markup:
    """Return one line of a box."""
    return Markup('<text class="{}" x="11" y="{}">{}</text>').format(look, y, words)


def draw_lost(id: str, box: Box, register: Register, work: Work) -> Markup:
    """Return a lost ancestor: a dashed ring with its letter."""
    title = f"{register.call(id)}: not at hand, but what was written from it shows that it was there" + (
        f"; {work.words}" if work.words else ""
    )
    signs = (
        Markup('<text class="work" x="{:.1f}" y="{:.1f}">{}</text>').format(box.x + box.height / 2 + 5, box.y + 16, work.signs)
        if work.signs
        else ""
    )
    return Markup(
        '<g class="node lost" data-id="{}"><a href="#{}"><title>{}</title><circle class="box" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>'
        '<text class="letter" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>{}</a></g>'
    ).format(
        register.anchors[id],
        register.anchors[id],
        title,
        box.x,
        box.y + box.height / 2,
        box.height / 2 - 2,
        box.x,
        box.y + box.height / 2 + 7,
        register.letter(id),
        signs,
    )
