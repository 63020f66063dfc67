"""The claim sheet as one self-contained HTML page.

Enters: a reading. Leaves: a page that loads nothing, sends nothing, and reads without its script: each passage of the report's
text is a link to its row in the claim table, each row links back. The content security policy names the page's own style and
script by their hashes and forbids all else, so that even an escaping mistake could not run anything. Jinja2 escapes all that
the template shows.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from jinja2.loaders import DictLoader
from markupsafe import Markup

from whence.publish.chains import ChainGroup, count, group_claims, label, label_chain, summarise, tell_about, tell_maybe
from whence.publish.marking import mark_paragraph
from whence.publish.page_places import point_to_rows, show_places, show_times
from whence.publish.position import HOW_TO_READ_POSITIONS, Paragraphs, find_paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.segments import cut_paragraphs
from whence.publish.visible import shorten, visible
from whence.publish.wording import join_told, tell_cue, tell_making, tell_passage, tell_quotation, tell_title
from whence.records import Claim, Finding, Reading, Report, Severity, Source, value_or_none

ASSETS = ("page.html.j2", "index.html.j2", "page.css", "page.js")
SIGNS = {"named": "●", "unnamed": "○", "own": "–"}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
HOW_TO_READ_FRAMES = "A framed word grades the cue where it is more than “said” and the cue does not tell it itself."


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of one page: small, so that many readings need not be kept."""

    href: str
    title: str
    making: str
    summary: tuple[str, str]


@cache
def read_assets() -> dict[str, str]:
    """Return the packaged templates, style and script by name."""
    folder = files("whence.publish") / "assets"
    return {name: (folder / name).read_text(encoding="utf-8") for name in ASSETS}


@cache
def environment() -> Environment:
    """Return the template environment: everything escaped, nothing undefined let pass."""
    return Environment(loader=DictLoader(read_assets()), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def hash_source(content: str) -> str:
    """Return the content security policy's name for an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def write_policy(*, style: str, script: str) -> str:
    """Return a policy under which the page can use its own style and script, and nothing else in the world."""
    allowed = hash_source(script) if script else "'none'"
    return f"default-src 'none'; style-src {hash_source(style)}; script-src {allowed}; base-uri 'none'; form-action 'none'"


def to_html(reading: Reading) -> str:
    """Return the page of one reading."""
    report = reading.report
    paragraphs = find_paragraphs(report.text)
    groups = group_claims(reading.claims)
    numbers = {id(claim): number for number, claim in enumerate(reading.claims, start=1)}
    style, script = read_assets()["page.css"], read_assets()["page.js"]
    titles = tuple(tell_hover(claim, report.text) for claim in reading.claims)
    pointers = point_to_rows(reading)
    numbered = [(paragraph.number, mark_paragraph(paragraph, reading, titles, pointers)) for paragraph in cut_paragraphs(reading)]
    page = (
        environment()
        .get_template("page.html.j2")
        .render(
            policy=write_policy(style=style, script=script if groups else ""),
            style=Markup(style),  # noqa: S704 - the package's own file
            script=Markup(script),  # noqa: S704 - the package's own file
            title=tell_title(report),
            language=language_of(report),
            link=safe_link(report.url),
            outlet=tell_maybe(report.outlet, absent="This report’s outlet", undetermined="This report’s outlet"),
            making=tell_making(reading),
            summary=summarise(reading),
            shallow=[visible(reason.detail) for reason in reading.shallow],
            bar=draw_bar(groups),
            paragraphs=numbered,
            groups=[show_group(group, index, reading, paragraphs, numbers) for index, group in enumerate(groups, start=1)],
            where=show_places(reading, paragraphs),
            when=show_times(reading, paragraphs),
            findings=show_findings(reading, paragraphs),
            legend=f"{HOW_TO_READ_POSITIONS} {HOW_TO_READ_FRAMES}",
            run={"whence": visible(reading.run.whence), "engine": visible(reading.run.engine), "rules": reading.run.rules},
            sha256=visible(report.sha256),
        )
    )
    return page + "\n"


def to_index(entries: Sequence[IndexEntry]) -> str:
    """Return a page that links to the pages of several reports."""
    style = read_assets()["page.css"]
    template = environment().get_template("index.html.j2")
    policy = write_policy(style=style, script="")
    return template.render(policy=policy, style=Markup(style), entries=entries, total=count(len(entries), "report")) + "\n"  # noqa: S704


def index_entry(href: str, reading: Reading) -> IndexEntry:
    """Return what the index says of one reading whose page is at `href`."""
    facts = dict(tell_making(reading))
    return IndexEntry(href, tell_title(reading.report), f"{facts['outlet']} · {facts['published']}", summarise(reading))


def language_of(report: Report) -> str:
    """Return the report's language for the `lang` attribute, empty (unknown) unless it is well formed."""
    code = value_or_none(report.language) or ""
    return code if LANGUAGE.fullmatch(code) else ""


def safe_link(url: str | None) -> str:
    """Return an address that a page may link to: http and https alone and without hidden characters, else nothing."""
    if not url or visible(url) != url:
        return ""
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def naming_of(group: ChainGroup) -> str:
    """Return named, unnamed or own: by the source nearest the event."""
    return "own" if group.own_voice else "named" if group.named else "unnamed"


def tell_hover(claim: Claim, text: str) -> str:
    """Return what a passage's tooltip says: on whose word, and how it is said."""
    cue, grade = tell_cue(claim, text)
    return join_told(", ", label_chain(claim.chain), cue, grade, tell_quotation(claim))


def draw_bar(groups: Iterable[ChainGroup]) -> list[dict[str, object]]:
    """Return the parts of the bar in thousandths: claims by named sources, by unnamed ones, in the report's own voice."""
    totals = dict.fromkeys(SIGNS, 0)
    for group in groups:
        totals[naming_of(group)] += len(group.claims)
    whole = sum(totals.values())
    words = {"named": "from a named source", "unnamed": "from an unnamed source", "own": "in the report’s own voice"}
    parts: list[dict[str, object]] = []
    start = 0
    for naming, number in totals.items():
        if number:
            width = round(1000 * number / whole)
            parts.append(
                {"naming": naming, "sign": SIGNS[naming], "start": start, "width": width, "words": f"{number} {words[naming]}"}
            )
            start += width
    return parts


def show_group(
    group: ChainGroup, index: int, reading: Reading, paragraphs: Paragraphs, numbers: dict[int, int]
) -> dict[str, object]:
    """Return what the template shows of one chain."""
    naming = naming_of(group)
    return {
        "id": f"g{index}",
        "naming": naming,
        "sign": SIGNS[naming],
        "label": label_chain(group.chain),
        "chain": [show_source(source) for source in group.chain],
        "rows": [show_claim(claim, numbers[id(claim)], reading, paragraphs) for claim in group.claims],
    }


def show_source(source: Source) -> dict[str, object]:
    """Return what the template shows of one link of a chain."""
    naming = "named" if source.named else "unnamed"
    return {"naming": naming, "sign": SIGNS[naming], "label": label(source), "about": tell_about(source)}


def show_claim(claim: Claim, number: int, reading: Reading, paragraphs: Paragraphs) -> dict[str, object]:
    """Return what the template shows of one claim."""
    text = reading.report.text
    cue, grade = tell_cue(claim, text)
    return {
        "number": number,
        "passage": tell_passage(claim, text),
        "cue": cue,
        "grade": grade,
        "quotation": tell_quotation(claim),
        "position": " ".join(paragraphs.locate(claim.span)),
        "because": show_reasons((*claim.because, *(reason for source in claim.chain for reason in source.because)), text),
    }


def show_findings(reading: Reading, paragraphs: Paragraphs) -> list[dict[str, object]]:
    """Return the findings, the most severe first."""
    ordered: list[Finding] = [finding for severity in Severity for finding in reading.findings if finding.severity is severity]
    return [
        {
            "severity": str(finding.severity),
            "rule": visible(finding.rule),
            "message": visible(finding.message),
            "positions": [
                f"{' '.join(paragraphs.locate(span))}: {shorten(visible(span.cut(reading.report.text)), 120)}"
                for span in finding.spans
            ],
            "because": show_reasons(finding.because, reading.report.text),
        }
        for finding in ordered
    ]
