"""One report in, all that it yields out: the sequence that every way of calling Whence shares.

Enters: a `Report`. Leaves: a `Reading`. Pure but for loading the engine, the gazetteer and the context packs; safe to run in as
many processes as there are cores.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from whence import claims, findings
from whence.findings import Material
from whence.language import SHIPPED, Engine, load_engine
from whence.language.english.component import embed_passages
from whence.records import Absent, Context, Known, Maybe, Reading, Reason, Report, Run, Span
from whence.referents.contexts import choose_context, load_context, shipped_contexts
from whence.referents.gazetteer import Gazetteer, open_gazetteer
from whence.referents.places import RULES as PLACE_RULES
from whence.referents.places import locate
from whence.referents.times import RULES as TIME_RULES
from whence.referents.times import find_times

if TYPE_CHECKING:
    from whence.referents.control import ControlLayer

READ_IN_FULL = frozenset({"en"})
"""Languages whose engine and word lists are here."""

AUTOMATIC = "auto"
NO_CONTEXT = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """What a reading may rest on beside the report.

    `engine` names a language engine (`whence.language.load_engine`). `context` is "auto" (the shipped pack that the report calls
    for), "none", or a pack's name or file. `layer` is the file of a control layer, `held_by` who holds its areas that name nobody.
    `gazetteer` is the file of an index, by default the one in the user's cache folder, which is compiled when it is missing;
    `progress` is told how far that is.
    """

    engine: str = SHIPPED
    context: str = AUTOMATIC
    layer: Path | None = None
    held_by: str = ""
    gazetteer: Path | None = None
    progress: Callable[[str, float], None] | None = None


class Reader:
    """Reads reports with one engine, one gazetteer and the same contexts, which are loaded with the first."""

    def __init__(self, options: ReaderOptions | None = None) -> None:
        """Keep the options."""
        self.options = options or ReaderOptions()

    @cached_property
    def engine(self) -> Engine:
        """Return the engine, loaded once.

        Raises:
            UnknownEngine: if no pipeline of that name is installed.
            UnfitEngine: if it has no dependencies or no entities.
        """
        return load_engine(self.options.engine)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Return the gazetteer, opened once.

        Raises:
            GazetteerUnwritable, GazetteerUnreadable, GazetteerOutdated: see `whence.referents.gazetteer.open_gazetteer`.
        """
        return open_gazetteer(self.options.gazetteer, progress=self.options.progress)

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        """Return the packs that are chosen from, or the one that was named.

        Raises:
            WhenceError: if a pack is not there or is not valid.
        """
        if self.options.context == NO_CONTEXT:
            return ()
        names = shipped_contexts() if self.options.context == AUTOMATIC else (self.options.context,)
        return tuple(load_context(name) for name in names)

    @cached_property
    def layer(self) -> ControlLayer | None:
        """Return the control layer, None where none was named.

        Raises:
            UnreadableLayer, LayerTooLarge, InvalidLayer: see `whence.referents.control.load_layer`.
        """
        if self.options.layer is None:
            return None
        from whence.referents.control import load_layer  # noqa: PLC0415 - geometry takes a while to load and few readings need it

        return load_layer(self.options.layer, held_by=self.options.held_by)

    def prepare(self) -> None:
        """Load everything now, so that what is missing is told before a report is read.

        Raises:
            WhenceError: what `engine`, `gazetteer`, `contexts` and `layer` raise.
        """
        _ = (self.engine, self.gazetteer, self.contexts, self.layer)

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
        chosen = self.choose_context(report)
        context = chosen.value if isinstance(chosen, Known) else None
        places = locate(doc, self.gazetteer, context)
        times = find_times(doc, report, war_start=context.start if context else None)
        attributions, stated = claims.read_claims(
            doc, report, places=places, times=times, context=context, published=_published(report)
        )
        sentences = tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())
        remarks = findings.check(Material(report, attributions, stated, places, times, context, self.layer))
        rules = (*claims.RULES, PLACE_RULES, TIME_RULES, findings.RULES, ("gazetteer", self.gazetteer.version))
        return Reading(
            report,
            sentences,
            attributions,
            stated,
            remarks,
            self._run(rules),
            shallow,
            places=places,
            times=times,
            context=chosen,
            claim_vectors=embed_passages(doc, [[(span.start, span.end) for span in claim.passages] for claim in stated]),
        )

    def choose_context(self, report: Report) -> Maybe[Context]:
        """Return the conflict that a report is about; a pack that was named applies without being asked."""
        if self.options.context not in {AUTOMATIC, NO_CONTEXT}:
            return Known(self.contexts[0], (Reason("context", f"{self.contexts[0].title}: it was asked for"),))
        if not self.contexts:
            return Absent((Reason("context", "no context was wanted"),))
        return choose_context(report.text, _published(report), self.contexts)

    def _run(self, rules: tuple[tuple[str, str], ...]) -> Run:
        return Run(_own_version(), f"{self.options.engine} {self.engine.version}" if rules else "none", rules)


@cache
def _own_version() -> str:
    """Return the version of the installed package, looked up once."""
    return version("whence")


def _published(report: Report) -> date | None:
    """Return the day of publication, None where the report tells none or less than a day."""
    if not isinstance(report.published_at, Known):
        return None
    try:
        return date.fromisoformat(report.published_at.value[:10])
    except ValueError:
        return None
