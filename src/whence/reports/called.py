"""What a report is called where several are told from one another."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit

from whence.records import Known, Report


def called(report: Report) -> str:
    """Return a report's outlet, else the host of its address, else its file's name if the id is but a digest, else the id."""
    if isinstance(report.outlet, Known) and report.outlet.value.strip():
        return report.outlet.value
    try:
        host = urlsplit(report.url or "").hostname
    except ValueError:
        host = None
    if host:
        return host.removeprefix("www.")
    digest = report.sha256.startswith(report.id.split("-")[0])
    return (PurePath(report.origin).name if digest else "") or report.id
