"""Two reports side by side as one self-contained page that loads nothing and needs no script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from whence.publish.marking import show_characters
from whence.publish.page import language_of, read_assets, safe_link, write_policy
from whence.publish.trace.comparing import Comparison, mark_after, mark_before, summarise_comparison
from whence.publish.trace.telling import BETWEEN, name_outlet
from whence.publish.visible import visible
from whence.publish.wording import tell_time, tell_title
from whence.records import Report


@cache
def read_own(name: str) -> str:
    """Return a packaged template or style of this page."""
    return (files("whence.publish") / "assets" / name).read_text(encoding="utf-8")


def to_html(comparison: Comparison) -> str:
    """Return the page."""
    style = read_assets()["page.css"] + read_own("diff.css")
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(read_own("diff.html.j2"))
    page = template.render(
        policy=write_policy(style=style, script=""),
        style=Markup(style),  # noqa: S704 - the package's own files
        title=f"{name_outlet(comparison.before)} and {name_outlet(comparison.after)} side by side",
        summary=summarise_comparison(comparison),
        before=show_report(comparison.before),
        after=show_report(comparison.after),
        rows=[
            {
                "change": str(row.change),
                "before": mark_words(mark_before(row, comparison), "del"),
                "after": mark_words(mark_after(row, comparison), "ins"),
            }
            for row in comparison.rows
        ],
    )
    return page + "\n"


def show_report(report: Report) -> dict[str, str]:
    """Return what stands above a column."""
    when = tell_time(report.published_at, absent="no date told", undetermined="date undetermined")
    return {
        "title": tell_title(report),
        "making": f"{name_outlet(report)}{BETWEEN}{when}{BETWEEN}{visible(report.id)}",
        "link": safe_link(report.url),
        "language": language_of(report),
    }


def mark_words(pieces: list[tuple[str, bool]], element: str) -> Markup:
    """Return the words of a passage, those that differ as deleted or inserted."""
    open_tag, close_tag = Markup(f"<{element}>"), Markup(f"</{element}>")  # noqa: S704 - one of two names of ours
    return Markup().join(
        open_tag + show_characters(words) + close_tag if differs else show_characters(words) for words, differs in pieces
    )
