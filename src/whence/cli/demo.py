"""`whence demo`: a claim sheet of the report that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files

import typer

from whence.cli.options import AllOption, EngineOption, ForceOption, FormatOption, OpenOption, OutputOption, settle_presentation


def demo(
    *,
    form: FormatOption = None,
    output: OutputOption = None,
    engine: EngineOption = "whence",
    full: AllOption = False,
    force: ForceOption = False,
    open_page: OpenOption = False,
) -> None:
    """Read the sample report that comes with Whence; everything in it is invented."""
    presentation = settle_presentation(form=form, output=output, full=full, force=force, open_page=open_page)
    from whence.cli.run import run  # noqa: PLC0415 - so that --help need not wait for it
    from whence.reader import ReaderOptions  # noqa: PLC0415
    from whence.reports import LoadOptions  # noqa: PLC0415

    with as_file(files("whence") / "sample" / "report.html") as sample:
        status = run([str(sample)], presentation, reader_options=ReaderOptions(engine=engine), options=LoadOptions())
    raise typer.Exit(status)
