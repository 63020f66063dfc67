"""`whence control`: what a control layer says of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.screen import prepare_streams, say_failure, write_out
from whence.errors import BadPoint, UnknownPlace, WhenceError
from whence.publish.visible import visible
from whence.records import Box, Known, Place

if TYPE_CHECKING:
    from whence.referents.control import ControlLayer, Distance, Ground

app = typer.Typer(no_args_is_help=True, help="Control layers: who held which ground on which day, as a layer's maker drew it.")

FAILED = 1

POINT = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*")
LATITUDE, LONGITUDE = 90.0, 180.0
MARGIN = 1.0
"""Degrees around a layer's areas within which a place is taken to be meant; some 100 km."""

# A southern latitude begins with a sign that would else begin an option.
SIGNED = {"ignore_unknown_options": True}

PlaceArgument = Annotated[
    str,
    typer.Argument(
        metavar="PLACE", help="The name of a place in any script, or latitude,longitude in degrees.", show_default=False
    ),
]
DayArgument = Annotated[
    datetime, typer.Argument(metavar="DATE", formats=["%Y-%m-%d"], help="A day, such as 2031-03-07.", show_default=False)
]
LayerOption = Annotated[
    str,
    typer.Option("--layer", metavar="FILE", help="The control layer: GeoJSON, as it is or compressed (.gz).", show_default=False),
]
HeldByOption = Annotated[
    str, typer.Option("--held-by", metavar="NAME", help="Who holds areas that name no holder.", show_default=False)
]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point, and the line that says what it is."""

    latitude: float
    longitude: float
    line: str


@app.command(context_settings=SIGNED)
def at(place: PlaceArgument, day: DayArgument, *, layer: LayerOption, held_by: HeldByOption = "") -> None:
    """Show who held a place on a day, and how far the line of contact was."""
    prepare_streams(data=False)
    try:
        put(at_lines(place, day.date(), read_layer(layer, held_by)))
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error


@app.command(context_settings=SIGNED)
def history(place: PlaceArgument, *, layer: LayerOption, held_by: HeldByOption = "") -> None:
    """Show who held a place over all days of a layer."""
    prepare_streams(data=False)
    try:
        put(history_lines(place, read_layer(layer, held_by)))
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error


def read_layer(path: str, held_by: str) -> ControlLayer:
    """Read a layer.

    Raises:
        WhenceError: if that cannot be done.
    """
    from whence.referents.control import load_layer  # noqa: PLC0415 - so that --help need not wait for it

    return load_layer(path, held_by=held_by)


def put(lines: Sequence[str]) -> None:
    """Print lines, with nothing in them that could steer a terminal."""
    write_out("".join(f"{visible(line)}\n" for line in lines))


def at_lines(place: str, day: date, layer: ControlLayer) -> list[str]:
    """Return what to print of a place on a day.

    Raises:
        UnknownPlace: if the gazetteer does not know the name,
        BadPoint: if the point is not on the globe.
    """
    spot = find_spot(place, layer.box())
    ground = layer.holder_at(spot.latitude, spot.longitude, day)
    if not isinstance(ground, Known):
        return [spot.line, f"{day}: not known", *(f"layer: {reason.detail}" for reason in ground.because)]
    distance = layer.distance_to_line(spot.latitude, spot.longitude, day)
    lines = [spot.line, f"{day}: {held_words(ground.value)}", *(f"layer: {reason.detail}" for reason in ground.because)]
    if isinstance(distance, Known):
        return [*lines, f"line of contact: {distance_words(distance.value)}"]
    return [*lines, *(reason.detail for reason in distance.because)]


def history_lines(place: str, layer: ControlLayer) -> list[str]:
    """Return what to print of a place over all days.

    Raises:
        UnknownPlace: if the gazetteer does not know the name,
        BadPoint: if the point is not on the globe.
    """
    from whence.referents.control import Ground  # noqa: PLC0415 - so that --help need not wait for it

    spot = find_spot(place, layer.box())
    lines = [spot.line, f"{layer.name}: {len(layer.days)} days from {layer.days[0]} to {layer.days[-1]}"]
    for period in layer.history(spot.latitude, spot.longitude):
        changed = f"; changed by {period.until}" if period.until is not None else ""
        lines.append(f"{period.first} to {period.last}: {held_words(Ground(period.first, period.holders))}{changed}")
    return lines


def held_words(ground: Ground) -> str:
    """Return who held the ground, in words."""
    if not ground.held:
        return "in no area of the layer"
    return "held by " + " and by ".join(holder or "the layer's holder" for holder in ground.holders)


def distance_words(distance: Distance) -> str:
    """Return how far the line is, in words."""
    return f"{distance.kilometres:.1f} km away, at {degrees(distance.latitude, distance.longitude)}"


def find_spot(text: str, box: Box) -> Spot:
    """Return the point that is given, or the place of that name; of several the first in or near the layer.

    Raises:
        UnknownPlace: if the gazetteer does not know the name,
        BadPoint: if the point is not on the globe.
    """
    if match := POINT.fullmatch(text):
        latitude, longitude = float(match[1]), float(match[2])
        if abs(latitude) > LATITUDE or abs(longitude) > LONGITUDE:
            raise BadPoint(text)
        return Spot(latitude, longitude, degrees(latitude, longitude))
    from whence.referents.gazetteer import open_gazetteer  # noqa: PLC0415 - a point needs no gazetteer

    places = [found.place for found in open_gazetteer().find(text)]
    if not places:
        raise UnknownPlace(text)
    return pick(places, box)


def pick(places: Sequence[Place], box: Box) -> Spot:
    """Return the first of some places that lies in or near a layer's rectangle, or else the first, and say which it is."""
    wide = box.widened(MARGIN)
    inside = [place for place in places if wide.holds(place.latitude, place.longitude)]
    place = (inside or list(places))[0]
    others = len(places) - 1
    more = "" if not others else f"; {others} other {'place' if others == 1 else 'places'} of that name left aside"
    far = "" if inside else "; it lies far outside the layer"
    where = ", ".join(part for part in (place.name, place.country) if part)
    return Spot(place.latitude, place.longitude, f"{where} ({degrees(place.latitude, place.longitude)}){more}{far}")


def degrees(latitude: float, longitude: float) -> str:
    """Return a point in words."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.4f} {north}, {abs(longitude):.4f} {east}"
