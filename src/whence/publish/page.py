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
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from jinja2.loaders import DictLoader
from markupsafe import Markup

from whence.publish.chains import count, group_claims, tell_maybe
from whence.publish.marking import mark_paragraph
from whence.publish.page_claims import draw_bar, lay_out, show_events, show_sections, show_sources, tell_hover
from whence.publish.page_places import point_to_rows, show_places, show_times
from whence.publish.position import HOW_TO_READ_POSITIONS, Paragraphs, find_paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.sections import order_findings
from whence.publish.segments import cut_paragraphs
from whence.publish.summary import summarise
from whence.publish.visible import shorten, visible
from whence.publish.wording import tell_making, tell_title
from whence.records import Reading, Report, value_or_none

ASSETS = ("page.html.j2", "index.html.j2", "page.css", "page.js")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
HOW_TO_READ_FRAMES = "A framed word grades the cue where it is more than “said” and the cue does not tell it itself."


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of one page: small, so that many readings need not be kept."""

    href: str
    title: str
    making: str
    summary: str


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
    desk = lay_out(reading, paragraphs)
    style, script = read_assets()["page.css"], read_assets()["page.js"]
    titles = tuple(tell_hover(claim, report.text) for claim in reading.claims)
    pointers = point_to_rows(reading)
    numbered = [(paragraph.number, mark_paragraph(paragraph, reading, titles, pointers)) for paragraph in cut_paragraphs(reading)]
    page = (
        environment()
        .get_template("page.html.j2")
        .render(
            policy=write_policy(style=style, script=script if reading.claims else ""),
            style=Markup(style),  # noqa: S704 - the package's own file
            script=Markup(script),  # noqa: S704 - the package's own file
            title=tell_title(report),
            language=language_of(report),
            link=safe_link(report.url),
            outlet=tell_maybe(report.outlet, absent="This report’s outlet", undetermined="This report’s outlet"),
            making=tell_making(reading),
            summary=summarise(reading),
            shallow=[visible(reason.detail) for reason in reading.shallow],
            bar=draw_bar(group_claims(reading.claims)),
            paragraphs=numbered,
            events=show_events(desk),
            sections=show_sections(desk),
            sources=show_sources(desk),
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


def show_findings(reading: Reading, paragraphs: Paragraphs) -> list[dict[str, object]]:
    """Return the findings, the most severe first."""
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
        for finding in order_findings(reading.findings)
    ]
