"""How reports, outlets and witnesses are called in the messages of findings: short, and with nothing in them that acts on a screen.

Enters: records. Leaves: words. Names come from strangers' pages: invisible and control characters are left out, and long ones
are cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from whence.claims.evidence.links import host_of
from whence.records import Known, Report
from whence.referents.gazetteer.folding import fold
from whence.reports.called import called

SHOWN = 48
"""Characters of a name that a message shows; longer ones are cut."""

NAMED = 5
"""Names that a list shows before it counts the rest."""

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's categories of what is not seen but obeyed or hides: controls, formats, surrogates, separators of lines."""


def plain(words: str, limit: int = SHOWN) -> str:
    """Return words on one line, without what is not seen, cut to `limit` characters."""
    seen = "".join(" " if sign.isspace() else sign for sign in words if sign.isspace() or unicodedata.category(sign) not in UNSEEN)
    short = " ".join(seen.split())
    return short if len(short) <= limit else f"{short[: limit - 1].rstrip()}…"


def call(report: Report) -> str:
    """Return what a report is called, made safe to show."""
    return plain(called(report)) or plain(report.id)


def call_all(reports: Iterable[Report]) -> str:
    """Return what several reports are called, each name once, as a list."""
    return listed(tuple(dict.fromkeys(call(report) for report in reports)))


def listed(names: Sequence[str]) -> str:
    """Return names as a list: "A, B and C", the rest as a count where there are many."""
    shown = list(names[:NAMED])
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with what is counted: "1 report", "4 reports"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def outlet_key(report: Report) -> str:
    """Return what tells whether two reports are of one outlet: its name without article and case, else the host, else the id."""
    name = fold(report.outlet.value).removeprefix("the ") if isinstance(report.outlet, Known) else ""
    return name or host_of(report.url or "") or report.id
