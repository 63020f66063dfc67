"""Every row of the case table, through the engine."""

from __future__ import annotations

import pytest

from tests.claims.stance.cases import code, rows, tell


@pytest.mark.parametrize("row", rows(), ids=[f"{row['trigger']}: {row['text'][:50]}" for row in rows()])
def test_a_sentence_is_told_as_the_table_says(row: dict[str, str]) -> None:
    told = tell(row)

    assert code(told.certainties[-1]) == row["nearest"], told.certainties[-1].because
    assert not row["report"] or code(told.certainties[0]) == row["report"], told.certainties[0].because
    assert told.kind.value == row["kind"], told.why
