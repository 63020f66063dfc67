"""A small gazetteer of real and invented places, written by the package's own writer; synthetic throughout."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from whence.records import Box, Context, ContextPlace, Place, Theatre
from whence.referents.gazetteer.opening import MAKER
from whence.referents.gazetteer.store import SCHEMA, Entry, Writer, fresh_index

EAST = Box(46.0, 34.0, 51.0, 40.0)
"""Around the towns of `EASTERN`."""

PACIFIC = Box(-20.0, 177.0, -12.0, -170.0)
"""Across the antimeridian."""


def entry(
    number: int,
    name: str,
    at: tuple[float, float],
    code: str,
    population: int = 0,
    *others: str,
    feature: str = "P.PPL",
    verbatim: tuple[str, ...] = (),
) -> Entry:
    """Return a place in the region `code` ("UA.05", "UA" for none), with its other names."""
    country, _, region = code.partition(".")
    return Entry(
        Place(f"geonames:{number}", name, *at, feature, country, region, population, number), names=others, verbatim=verbatim
    )


EASTERN = (
    entry(694403, "Siversk", (48.865, 38.097), "UA.05", 10875, "Seversk", "Северск", "Сіверськ"),
    entry(713174, "Bakhmut", (48.594, 38.001), "UA.05", 73212, "Artemivsk", "Бахмут"),
    entry(702320, "Lyman", (48.985, 37.811), "UA.05", 22315, "Лиман"),
    entry(704147, "Kramatorsk", (48.723, 37.556), "UA.05", 157362, "Краматорск"),
    entry(691999, "Sievierodonetsk", (48.948, 38.493), "UA.14", 106500, "Severodonetsk", "Северодонецк"),
    entry(709717, "Donetsk", (48.023, 37.802), "UA.05", 901645, "Донецьк"),
)
WORLD = (
    *EASTERN,
    entry(496360, "Sevsk", (52.15, 34.49), "RU.10", 7620, "Севск"),
    entry(703448, "Kyiv", (50.455, 30.524), "UA.12", 2797553, "Kiev"),
    entry(2643743, "London", (51.509, -0.126), "GB.ENG", 8961989),
    entry(690791, "Ukraine", (49.0, 32.0), "UA", 0, feature="A.PCLI"),
    entry(2017370, "Russia", (60.0, 100.0), "RU", 0, feature="A.PCLI"),
    entry(6255148, "Europe", (48.7, 9.1), "", 0, feature="L.CONT"),
    entry(709716, "Donetsk Oblast", (48.0, 37.5), "UA.05", 0, feature="A.ADM1"),
    entry(361058, "Alexandria", (31.2, 29.9), "EG.06", 5263542),
    entry(4314550, "Alexandria", (31.31, -92.45), "US.LA", 47723),
    entry(4331987, "Louisiana", (31.0, -92.0), "US.LA", 0, feature="A.ADM1"),
    entry(4826850, "West Virginia", (38.5, -80.5), "US.WV", 0, feature="A.ADM1", verbatim=("W.Va.",)),
    entry(2198148, "Suva", (-18.14, 178.44), "FJ.01", 77366),
    entry(2202064, "Labasa", (-16.43, 179.36), "FJ.02", 27949),
    entry(4035413, "Apia", (-13.83, -171.77), "WS.00", 40407),
    entry(1007311, "Durban", (-29.858, 31.029), "ZA.02", 3120282),
    entry(989921, "KwaDukuza", (-29.328, 31.29), "ZA.02", 161177),
    # Invented ones.
    entry(91000001, "Sievierodovetsk", (40.1, -88.2), "US.IL", 900),
    entry(91000002, "Kelm", (10.0, 20.0), "UA.01", 5000),
    entry(91000003, "Kelm", (-10.0, 50.0), "RU.02", 5000),
    entry(91000004, "Kelmouth", (10.1, 20.1), "TD.09", 30000),
    entry(91000005, "Orvel", (60.0, 10.0), "NO.01", 50),
    entry(91000006, "Orvel", (61.0, 11.0), "NO.02", 0, feature="H.STM"),
    entry(91000007, "Nova", (1.0, 1.0), "GH.01", 9_000_000),
    entry(91000008, "Nova Kelm", (2.0, 2.0), "GH.02", 8_000_000),
    entry(91000009, "Y", (49.8, 3.0), "FR.32", 90_000),
    entry(91000010, "Halden", (59.1, 11.4), "NO.01", 31_000),
    entry(91000011, "Stratford-upon-Avon", (52.2, -1.7), "GB.ENG", 30_495),
    entry(91000012, "N’Darva", (12.0, 15.0), "TD.10", 1_600_000),
    entry(91000014, "Ostermark", (20.0, 20.0), "SD.01", 600),
    entry(91000015, "Ostermark", (21.0, 21.0), "SD.02", 9000),
    *(entry(91000020 + nth, "Springvale", (30.0 + nth, -90.0), f"US.{nth}", 2000 + nth) for nth in range(9)),
    entry(91000016, "Sievierodometsk", (40.0, -90.0), "US.IL", 300_000),
    entry(91000013, "Saint-Orvel", (48.9, 2.4), "FR.11", 111_000),
)


def write_world(path: Path, entries: Iterable[Entry] = WORLD) -> None:
    """Write an index of `entries`."""
    with fresh_index(path) as base:
        writer = Writer(base)
        for each in entries:
            writer.put(each)
        writer.finish(**{"schema": str(SCHEMA), MAKER: version(MAKER), "version": "a small world for tests"})


def known(number: int) -> Place:
    """Return the place of a GeoNames number (or of one of ours beyond 91 million)."""
    return next(each.place for each in WORLD if each.place.geonameid == number)


def conflict(*places: ContextPlace, box: Box = EAST) -> Context:
    """Return a context with a theatre and the places that it adds."""
    return Context("halm", "War in Halm", date(2031, 2, 1), Theatre(box, ("UA",)), places=places)
