"""`whence diff`: two reports, or two versions of one article, side by side."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.document import Destination, put, settle_form
from whence.cli.options import EngineOption, ForceOption, OneOutputOption, OpenOption, WholeOption
from whence.cli.read import AllowPrivate, MaxBytes
from whence.cli.screen import prepare_streams, say_failure
from whence.cli.waiting import Waiting
from whence.errors import NotOneReport, WhenceError
from whence.publish.trace.forms import DIFF_FORMS, DiffForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.records import Report
    from whence.reports import LoadOptions

FAILED = 1
# Between a file and the id of one of its reports.
WITHIN = "#"

FORMAT_HELP = "; ".join(f"{form.name}: {form.meaning}" for form in DIFF_FORMS.values())
DiffFormOption = Annotated[
    DiffForm | None,
    typer.Option(
        "--format", "-f", help=f"{FORMAT_HELP}. By default what the suffix of --output says, else terminal.", show_default=False
    ),
]
ONE = "A file, an http(s) address, or - for standard input; one report of several in a file as FILE#ID."
First = Annotated[str, typer.Argument(metavar="A", help=f"The earlier report. {ONE}", show_default=False)]
Second = Annotated[str, typer.Argument(metavar="B", help="The later report, named alike.", show_default=False)]


def diff(
    first: First,
    second: Second,
    *,
    form: DiffFormOption = None,
    output: OneOutputOption = None,
    engine: EngineOption = "whence",
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
    full: WholeOption = False,
    force: ForceOption = False,
    open_page: OpenOption = False,
) -> None:
    """Show two reports, or two versions of one article, side by side: what was kept, changed, added, dropped.

    The first is taken for the earlier one.
    """
    settled = settle_form(form, DIFF_FORMS, output=output, open_page=open_page)
    from whence.cli.run import make_reader  # noqa: PLC0415 - so that --help need not wait for it
    from whence.collation import align  # noqa: PLC0415
    from whence.publish.trace.comparing import compare  # noqa: PLC0415
    from whence.publish.trace.terminal_diff import DiffView  # noqa: PLC0415
    from whence.reader import ReaderOptions  # noqa: PLC0415
    from whence.reports import LoadOptions  # noqa: PLC0415

    prepare_streams(data=settled is not DiffForm.TERMINAL)
    to = Destination(output=output, force=force, open_page=open_page)
    try:
        to.check()
        options = LoadOptions(max_bytes=max_bytes, allow_private=allow_private)
        reports = [load_one(named, options) for named in (first, second)]
        with Waiting(total=2) as waiting:
            reader = make_reader(ReaderOptions(engine=engine, context="none"), waiting)
            before, after = (reader.read(report) for report in reports)
            comparison = compare(before.report, after.report, align(before, after))
        put(comparison, DIFF_FORMS[settled], DiffView(comparison, full=full), to)
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error


def load_one(named: str, options: LoadOptions) -> Report:
    """Return the one report behind a name.

    Raises:
        NotOneReport: if there are several and none was chosen, or none of the id that was asked for.
        WhenceError: what the input itself fails with.
    """
    from whence.reports import Failure, load  # noqa: PLC0415 - what is heavy waits until it is needed

    name, wanted = named, ""
    if WITHIN in named and "://" not in named and not os.path.lexists(named):
        name, _, wanted = named.rpartition(WITHIN)
    found = list(load([name], options=options))
    reports = [item for item in found if not isinstance(item, Failure)]
    if wanted:
        chosen = [report for report in reports if report.id == wanted]
        return only(chosen, named, f"{len(chosen) or 'no'} report{'' if len(chosen) == 1 else 's'} of the id {wanted!r} in it")
    if not reports:
        raise next(item.error for item in found if isinstance(item, Failure))
    return only(reports, named, f"{len(reports)} reports in it")


def only(reports: Sequence[Report], named: str, otherwise: str) -> Report:
    """Return the one report.

    Raises:
        NotOneReport: if there is not exactly one.
    """
    if len(reports) != 1:
        raise NotOneReport(named, otherwise)
    return reports[0]
