"""The words of a claim as every format shows them: its passages, its cue with the grade, direct or not."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from whence.publish.chains import tell_maybe
from whence.publish.visible import shorten, visible
from whence.records import Claim, CueGrade, Known, Maybe, Reading, Report, Span

# What stands between the two halves of a quotation that "she said" splits.
GAP = " … "
# Characters of the text that stand in for a headline.
TITLE_LENGTH = 70
# Characters of a cue that are shown on one line with the rest.
CUE_SHOWN = 40
# A cue and its grade share so many first letters where the cue is a form of the grade's own word ("believes", believed).
SAME_WORD = 4
HOW_TO_READ_CUES = "A word in brackets grades the cue where it is more than “said” and the cue does not tell it itself."

ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def cut_words(spans: Iterable[Span], text: str) -> str:
    """Return the words of several passages, made safe to show, with a gap between them."""
    return join_told(GAP, *(visible(span.cut(text)) for span in spans))


def join_told(between: str, *parts: str) -> str:
    """Return the parts that say something, with `between` between them."""
    return between.join(part for part in parts if part)


def tell_passage(claim: Claim, text: str) -> str:
    """Return what the passages of a claim say."""
    return cut_words(claim.passages, text)


def tell_cue(claim: Claim, text: str) -> tuple[str, str]:
    """Return the cue in the report's words and its grade, the latter empty where the words already say it or it is "said".

    A claim without a cue of its own gives `("no cue word", grade)`; the report's own voice gives two empty strings.
    """
    if claim.own_voice:
        return "", ""
    cue = cut_words(claim.cue, text)
    grade = "" if claim.grade in {None, CueGrade.SAID} else str(claim.grade)
    if not cue:
        return "no cue word", grade
    return f"“{cue}”", "" if cue.casefold()[:SAME_WORD] == grade[:SAME_WORD] else grade


def tell_quotation(claim: Claim) -> str:
    """Return direct, indirect or mixed; empty for the report's own voice."""
    return "" if claim.quotation is None else str(claim.quotation)


def tell_saying(claim: Claim, text: str) -> str:
    """Return how a claim is said on one line: the cue, its grade in brackets, direct or not: `“told reporters” · direct`."""
    cue, grade = tell_cue(claim, text)
    return join_told(" · ", join_told(" ", shorten(cue, CUE_SHOWN), f"({grade})" if grade else ""), tell_quotation(claim))


def tell_title(report: Report) -> str:
    """Return the headline, or what stands in for one: the beginning of the text."""
    headline = tell_maybe(report.headline, absent="", undetermined="")
    return headline or textwrap.shorten(visible(report.text[: TITLE_LENGTH * 2]), TITLE_LENGTH, placeholder=" …")


def tell_time(maybe: Maybe[str], *, absent: str, undetermined: str) -> str:
    """Return a date, or date, time and zone to the minute: `2031-05-04 08:15 UTC`; what is not ISO 8601 stays as it is."""
    told = tell_maybe(maybe, absent=absent, undetermined=undetermined)
    if (match := ISO_TIME.fullmatch(told)) is None:
        return told
    day, minute, zone = match.groups()
    shown = "UTC" if zone in {"Z", "+00:00", "+0000"} else zone or "(no time zone)"
    return f"{day} {minute} {shown}"


def tell_making(reading: Reading) -> list[tuple[str, str]]:
    """Return what is known of a report's making as pairs of label and words, in reading order; unknown dates say so.

    Last comes the conflict that it was taken to be about, if any.
    """
    report = reading.report
    facts = [("outlet", tell_maybe(report.outlet, absent="outlet not told", undetermined="outlet undetermined"))]
    facts.append(("published", tell_time(report.published_at, absent="no date told", undetermined="date undetermined")))
    if updated := tell_time(report.updated_at, absent="", undetermined="undetermined"):
        facts.append(("updated", updated))
    if captured := tell_time(report.captured_at, absent="", undetermined="undetermined"):
        facts.append(("captured", captured))
    facts.append(("language", tell_maybe(report.language, absent="not told", undetermined="undetermined")))
    facts.append(("words", str(len(report.text.split()))))
    facts.append(("sha256", visible(report.sha256[:12])))
    if report.authors:
        facts.append(("by", ", ".join(visible(author) for author in report.authors)))
    told = [credit for credit in report.credits if credit.name is None or credit.name not in report.authors]
    if told:
        facts.append(("credits", "; ".join(f"{visible(credit.text)} ({visible(credit.kind)})" for credit in told)))
    if report.url or report.origin:
        facts.append(("from", visible(report.url or report.origin)))
    if isinstance(reading.context, Known):
        facts.append(("context", f"{visible(reading.context.value.title)} ({visible(reading.context.value.name)})"))
    return facts
