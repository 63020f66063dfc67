"""One report in, all that it yields out: the sequence that every way of calling Whence shares.

Enters: a `Report`. Leaves: a `Reading`. Pure but for loading the engine; safe to run in as many processes as there are cores.
"""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version

from whence import claims, findings
from whence.language import SHIPPED, Engine, load_engine
from whence.records import Known, Reading, Reason, Report, Run, Span

READ_IN_FULL = frozenset({"en"})
"""Languages whose engine and word lists are here."""


class Reader:
    """Reads reports with one engine, which is loaded with the first."""

    def __init__(self, *, engine: str = SHIPPED) -> None:
        """Choose the engine by name; see `whence.language.load_engine`."""
        self.engine_name = engine

    @cached_property
    def engine(self) -> Engine:
        """Return the engine, loaded once.

        Raises:
            UnknownEngine: if no pipeline of that name is installed.
            UnfitEngine: if it has no dependencies or no entities.
        """
        return load_engine(self.engine_name)

    def read(self, report: Report) -> Reading:
        """Return all that `report` yields.

        A report in a language without an engine is kept with no claims, and `shallow` says so; one whose language could not be told
        is read as English and `shallow` says that.

        Raises:
            TextTooLong: if the text is beyond what an engine takes.
        """
        shallow: tuple[Reason, ...] = ()
        if isinstance(report.language, Known) and report.language.value.split("-")[0].lower() not in READ_IN_FULL:
            detail = f"no engine for the language {report.language.value!r} is here: text and credits are kept, claims are not read"
            return Reading(report, (), (), (), (), self._run(()), (Reason("language", detail),))
        if not isinstance(report.language, Known):
            shallow = (Reason("language", "the language could not be told; it was read as English"),)
        doc = self.engine.analyse(report.text)
        attributions, stated = claims.attribute(doc, report)
        sentences = tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())
        remarks = findings.check(report, attributions, stated)
        return Reading(report, sentences, attributions, stated, remarks, self._run((claims.RULES, findings.RULES)), shallow)

    def _run(self, rules: tuple[tuple[str, str], ...]) -> Run:
        return Run(version("whence"), f"{self.engine_name} {self.engine.version}" if rules else "none", rules)
