"""Lines of dumps, made up of invented places in the form that GeoNames uses."""

import gzip
import zipfile
from pathlib import Path

VILLAGE = 90000001
DISTRICT = 90000002
REGION = 90000003
COUNTY = 90000004


def line(
    number: int,
    name: str,
    *,
    others: str = "",
    at: tuple[float, float] = (48.7, 38.2),
    feature: str = "P.PPL",
    country: str = "UA",
    region: str = "05",
    second: str = "",
    population: int = 0,
) -> str:
    kind, code = feature.split(".")
    numbers = [str(number), name, name, others, str(at[0]), str(at[1]), kind, code, country, "", region, second, "", ""]
    return "\t".join([*numbers, str(population), "", "100", "Europe/Kyiv", "2031-03-01"])


DUMP = [
    "# a comment",
    line(VILLAGE, "Ozerne Druhe", others="Озерне Друге,QQ,123,Ozernoye Vtoroye"),
    line(694403, "Siversk", others="Siversk Novyi", at=(48.9, 38.1), population=11000),
    line(DISTRICT, "Ozernenskyi Raion", feature="A.ADM2", second="14"),
    line(REGION, "Donets'ka Oblast'", others="Donetsk Oblast,Donechchyna", feature="A.ADM1"),
    line(COUNTY, "Rapides Parish", feature="A.ADM2", country="US", region="LA", second="079", at=(31.2, -92.5)),
    line(90000005, "Hromivske Airfield", feature="S.AIRF"),
    line(90000006, "Shkola No. 7", feature="S.SCH"),
    line(90000007, "Doroha M-99", feature="R.RD"),
    "",
    "broken line",
    line(90000008, "Nowhere", at=(91.0, 38.0)),
    line(VILLAGE, "Ozerne Druhe, told again"),
]
TAKEN, PASSED_OVER, BAD = 7, 2, 2

NAMES = [
    f"1\t{VILLAGE}\tcs\tDruhé Jezerné\t\t\t\t",
    f"2\t{VILLAGE}\tlink\thttps://example.org/ozerne\t\t\t\t",
    "3\t694403\tpl\tSiwersk Nowy\t\t\t\t",
    "4\t99999999\ten\tA place not at hand\t\t\t\t",
    "5\tbroken",
]


def write_dump(path: Path, lines: list[str]) -> Path:
    text = "\n".join(lines).encode()
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text))
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "what the columns mean")
            archive.writestr(f"{path.stem}.txt", text)
    else:
        path.write_bytes(text)
    return path
