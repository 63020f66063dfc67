import pytest

from tests.publish.trace.traces import family
from whence.publish.trace.comparing import compare
from whence.publish.trace.forms import DIFF_FORMS, TRACE_FORMS, DiffForm, TraceForm
from whence.publish.trace.sheet import TraceSheet


def test_every_name_has_its_form() -> None:
    assert list(TRACE_FORMS) == list(TraceForm)
    assert list(DIFF_FORMS) == list(DiffForm)
    assert [form.name for form in TRACE_FORMS.values()] == list(TraceForm)
    assert [form.name for form in DIFF_FORMS.values()] == list(DiffForm)


@pytest.mark.parametrize("form", TraceForm)
def test_a_trace_is_written_in_whole_lines(form: TraceForm) -> None:
    written = TRACE_FORMS[form].write(TraceSheet(family()))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "Küstenbote" in written


@pytest.mark.parametrize("form", DiffForm)
def test_two_reports_are_written_in_whole_lines(form: DiffForm) -> None:
    written = DIFF_FORMS[form].write(compare(family().reports[0], family().reports[1], ()))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "Coastline Press" in written


def test_the_terminal_form_in_a_file_is_whole_and_plain() -> None:
    written = TRACE_FORMS[TraceForm.TERMINAL].write(TraceSheet(family()))
    assert "\x1b" not in written
    assert "The dam is next." in written
    assert max(len(line) for line in written.splitlines()) <= 100
