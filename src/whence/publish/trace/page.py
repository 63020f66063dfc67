"""A trace as one self-contained HTML page: who wrote from whom, what was put in on the way, and who stands behind what is said.

Enters: a trace and, where they are at hand, the readings of its reports. Leaves: a page that loads nothing, sends nothing, and
reads without its script: what folds up is a `details` of HTML, what leads elsewhere is a link within the page. Its policy, its
style and its care with text from strangers are those of the claim sheet (`publish/page.py`). What would make it too large is cut,
and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from jinja2.loaders import DictLoader
from markupsafe import Markup

from whence.publish.chains import count
from whence.publish.page import read_assets as read_sheet_assets
from whence.publish.page import write_policy
from whence.publish.trace.additions import count_work, find_additions, find_changes
from whence.publish.trace.evidence import MOST_EDGES, show_edges, show_lost
from whence.publish.trace.matrix import show_assertions, show_matrix
from whence.publish.trace.moments import find_moment, tell_days
from whence.publish.trace.page_reports import MOST_FINDINGS, MOST_TEXTS, show_findings, show_reports, show_witness
from whence.publish.trace.page_work import show_works
from whence.publish.trace.register import MOST_LISTED, MOST_WITNESSES, Register, register_trace
from whence.publish.trace.standing import STANDINGS
from whence.publish.trace.stemma_list import list_stemma
from whence.publish.trace.stemma_svg import MOST_IN_PICTURE, draw_stemma
from whence.publish.trace.telling import first_hand
from whence.publish.trace.trace_map import draw_trace_map
from whence.publish.visible import visible
from whence.records import Reading, Trace, value_or_none

ASSETS = ("trace.html.j2", "trace_parts.html.j2", "trace.css", "trace.js")


@cache
def read_assets() -> dict[str, str]:
    """Return the packaged templates, style and script of this page by name."""
    folder = files("whence.publish") / "assets"
    return {name: (folder / name).read_text(encoding="utf-8") for name in ASSETS}


@cache
def environment() -> Environment:
    """Return the template environment: everything escaped, nothing undefined let pass."""
    return Environment(
        loader=DictLoader(read_assets()), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def to_html(trace: Trace, readings: Mapping[str, Reading] | None = None) -> str:
    """Return the page of a trace; `readings` (by the report's id) add sentences and the places that the reports name."""
    register = register_trace(trace, readings)
    additions, changes = find_additions(register), find_changes(register)
    works = count_work(additions, changes)
    reports, anchors = show_reports(register, works)
    works_shown = show_works(additions, changes, works, register)
    style, script = read_sheet_assets()["page.css"] + read_assets()["trace.css"], read_assets()["trace.js"]
    page = (
        environment()
        .get_template("trace.html.j2")
        .render(
            policy=write_policy(style=style, script=script),
            style=Markup(style),  # noqa: S704 - the package's own files
            script=Markup(script),  # noqa: S704 - the package's own file
            title=tell_title(trace),
            making=tell_making(trace),
            lead=tell_lead(register),
            figures=tell_figures(register, len(additions)),
            picture=draw_stemma(register, works),
            too_many=f"More than {MOST_IN_PICTURE} reports make no picture that could be read: here they are as a list.",
            stemma=list_stemma(register),
            works=works_shown,
            standings=STANDINGS,
            matrix=show_matrix(register, anchors),
            assertions=show_assertions(register),
            reports=reports,
            texts_left=max(0, len(trace.reports) - MOST_TEXTS),
            edges=show_edges(trace.edges, "edge", register),
            alternatives=show_edges(trace.alternatives, "alternative", register),
            lost=[show_lost(lost, register) for lost in trace.lost if lost.id in register.anchors],
            witnesses=[show_witness(witness, register) for witness in trace.witnesses[:MOST_WITNESSES]],
            findings=show_findings(register),
            left={
                "reports": max(0, len(trace.reports) - MOST_LISTED),
                "assertions": max(0, len(trace.assertions) - len(register.listed)),
                "edges": max(0, len(trace.edges) - MOST_EDGES),
                "witnesses": max(0, len(trace.witnesses) - MOST_WITNESSES),
                "findings": max(0, len(trace.findings) - MOST_FINDINGS),
            },
            map=draw_trace_map(trace, readings),
            run={
                "whence": visible(trace.run.whence),
                "engine": visible(trace.run.engine),
                "rules": [(visible(name), visible(version)) for name, version in trace.run.rules],
            },
        )
    )
    return page + "\n"


def tell_title(trace: Trace) -> str:
    """Return the heading: `13 reports, 4 at first hand`."""
    return f"{count(len(trace.reports), 'report')}, {len(first_hand(trace))} at first hand"


def tell_making(trace: Trace) -> list[tuple[str, str]]:
    """Return days and languages of the reports as pairs of label and words."""
    moments = [moment for report in trace.reports if (moment := find_moment(report))]
    unknown = len(trace.reports) - len(moments)
    days = [tell_days(moments)] if moments else []
    days += [f"{count(unknown, 'report')} of unknown time"] if unknown else []
    languages = sorted({visible(value_or_none(report.language) or "not told") for report in trace.reports})
    return [("published", ", ".join(days)), ("languages", ", ".join(languages))] if trace.reports else []


def tell_lead(register: Register) -> str:
    """Return the sentences that an editor reads first: how many reports there are, and on how few they rest."""
    trace = register.trace
    whole, first = len(trace.reports), len(first_hand(trace))
    rest = whole - first
    parts = [
        f"{count(whole, 'report')}; {first} {'was' if first == 1 else 'were'} written from no other report at hand"
        + (f", {rest} from one of these or from a text that is lost." if rest else ".")
    ]
    attested = [assertion for assertion in trace.assertions if assertion.witnesses]
    lone = sum(len(assertion.witnesses) == 1 for assertion in attested)
    if attested:
        rests = "rests" if lone == 1 else "rest"
        parts.append(
            f"Of {count(len(trace.assertions), 'assertion')}, {lone} {rests} on a single witness, however many reports repeat it."
        )
    put_in = len(register.put_in)
    if put_in == 1:
        parts.append("1 first stands in a rewriting, and nobody is known to stand behind it.")
    elif put_in:
        parts.append(f"{put_in} first stand in rewritings, and nobody is known to stand behind them.")
    return " ".join(parts)


def tell_figures(register: Register, sentences: int) -> list[dict[str, object]]:
    """Return the figures at the head, each a link to where it is told in full."""
    trace = register.trace
    several = [
        (len(trace.reports), "report", "reports", "reports", ""),
        (len(first_hand(trace)), "at first hand", "at first hand", "stemma", "first-hand"),
        (len(trace.witnesses), "independent witness", "independent witnesses", "witnesses", ""),
        (len(trace.lost), "lost ancestor", "lost ancestors", "stemma", "lost"),
        (sentences, "sentence put in", "sentences put in", "put-in", "added"),
    ]
    return [
        {"number": number, "words": one if number == 1 else many, "href": href, "look": look}
        for number, one, many, href, look in several
    ]
