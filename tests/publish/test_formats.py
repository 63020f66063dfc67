import json

import pytest

from tests.publish.dravik import dravik
from whence.publish import FORMATS, FormatName


def test_every_name_has_its_format() -> None:
    assert set(FORMATS) == set(FormatName)
    assert [form.name for form in FORMATS.values()] == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_a_format_writes_whole_lines(form: object) -> None:
    written = form.write(dravik())  # type: ignore[attr-defined]
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "Ilse Marn" in written


def test_json_lines_are_one_line_each() -> None:
    first, rest = (FORMATS[FormatName.JSON].write(dravik()) * 2).splitlines()
    assert json.loads(first) == json.loads(rest)


def test_the_terminal_form_in_a_file_is_whole_and_plain() -> None:
    written = FORMATS[FormatName.TERMINAL].write(dravik())
    assert "\x1b" not in written
    assert "Talks are due to resume" in written
    assert max(len(line) for line in written.splitlines()) <= 100
