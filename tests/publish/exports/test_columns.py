import pytest

from tests.publish.exports.norn import norn
from whence.errors import LexiconError
from whence.publish.exports import FORMS, ExportName, ExportOptions, Include, Scheme
from whence.publish.exports.columns import columns_of, header_of, words_of
from whence.records import EventType, SourceKind

EVERYTHING = frozenset(Include)


@pytest.mark.parametrize("name", ["acled", "ucdp", "whence"])
def test_every_column_says_what_it_means_and_how_it_is_filled(name: str) -> None:
    columns = columns_of(name).columns
    assert [each.name for each in columns if not each.meaning or not each.filled] == []
    assert len({each.name for each in columns}) == len(columns)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_row_has_the_columns_of_the_header_and_no_others(scheme: Scheme) -> None:
    rows = FORMS[ExportName.CSV].take(norn(), ExportOptions(columns=scheme, include=EVERYTHING)).pieces
    assert len(rows) > 3
    for row in rows:
        assert set(row) == set(header_of(scheme))


@pytest.mark.parametrize("scheme", Scheme)
def test_only_codes_that_are_documented_are_given(scheme: Scheme) -> None:
    rows = FORMS[ExportName.CSV].take(norn(), ExportOptions(columns=scheme, include=EVERYTHING)).pieces
    coded = [column for column in (*columns_of(scheme).columns, *columns_of("whence").columns) if column.codes]
    for column in coded:
        given = {part for row in rows if row[column.name] not in ("", None) for part in str(row[column.name]).split("; ")}
        assert given - {part for code in column.codes for part in code.split("; ")} == set(), column.name


def test_tags_are_documented() -> None:
    rows = FORMS[ExportName.CSV].take(norn(), ExportOptions(include=EVERYTHING)).pieces
    given = {tag for row in rows for tag in row["tags"].split("; ") if tag}
    known = set(columns_of("whence").tags)
    assert len(given) > 5
    assert [tag for tag in given if tag not in known and f"{tag.partition('=')[0]}=…" not in known] == []


@pytest.mark.parametrize(
    ("scheme", "days", "code"),
    [
        (Scheme.ACLED, 1, 1), (Scheme.ACLED, 2, 2), (Scheme.ACLED, 7, 2), (Scheme.ACLED, 8, 3), (Scheme.ACLED, 31, 3),
        (Scheme.ACLED, 32, None), (Scheme.UCDP, 1, 1), (Scheme.UCDP, 6, 2), (Scheme.UCDP, 7, 3), (Scheme.UCDP, 30, 4),
        (Scheme.UCDP, 366, 5), (Scheme.UCDP, 367, None),
    ],
)  # fmt: skip
def test_the_precision_of_a_time_is_by_its_days(scheme: Scheme, days: int, code: int | None) -> None:
    assert columns_of(scheme).days_code(days) == code


@pytest.mark.parametrize(
    ("feature", "area", "acled", "ucdp"),
    [
        ("P.PPL", False, 1, 1), ("P.PPLC", True, 2, 2), ("S.AIRP", False, 1, 1), ("A.ADM1", False, 3, 4), ("A.ADM2", False, 2, 3),
        ("A.PCLI", False, None, 6), ("H.STM", False, 3, 5), ("H.SEA", False, 3, 7), ("L.RGN", False, 3, 5),
        ("L.CONT", False, None, None),
        ("X.NEW", False, None, None),
    ],
)  # fmt: skip
def test_the_precision_of_a_place_is_by_its_kind(feature: str, *, area: bool, acled: int | None, ucdp: int | None) -> None:
    assert columns_of("acled").where_code(feature, area=area) == acled
    assert columns_of("ucdp").where_code(feature, area=area) == ucdp


def test_the_kinds_of_events_of_ucdp_exist() -> None:
    assert columns_of("ucdp").events <= set(EventType)
    assert SourceKind.MEDIA not in columns_of("ucdp").events


def test_nobody_is_counted_twice_among_kinds_of_people() -> None:
    assert not words_of("civilians") & words_of("fighters")
    assert not words_of("civilians") & words_of("people")
    assert not words_of("fighters") & words_of("people")


def test_columns_that_are_not_there_are_an_error_with_a_code() -> None:
    with pytest.raises(LexiconError, match=r"W301"):
        columns_of("nobody")
