"""When a page says that it was published and changed: each known, absent or undetermined, with where it says so.

Explicit statements (meta tags, JSON-LD) go first, then marked <time> elements, then htmldate's reading of markup and address
without its search in the text. Statements that contradict each other are not settled by a vote. The two times never stand in for
each other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files

from lxml.html import HtmlElement

from whence.records import Absent, Known, Maybe, Reason, Undetermined
from whence.reports.markup import Markup

# Two clocks of one publishing system that round differently.
_SAME = timedelta(minutes=2)
_OFFSET = re.compile(r"([+-]\d{2})(\d{2})\Z")
_FRACTION = re.compile(r"[.,]\d+")
_MAX_TIMES = 500


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a time: what was written and where; `value` None where it cannot be read."""

    written: str
    where: str
    value: date | datetime | None

    @property
    def day(self) -> date | None:
        """Return the calendar day as written."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


def publication(tree: HtmlElement, markup: Markup, *, searched: str | None) -> Maybe[str]:
    """Return the first publication. `searched` is what htmldate found, used only where nothing explicit stands."""
    explicit = _explicit(markup, "published", "datePublished")
    found = explicit or _marked(tree, "time_published")
    if found:
        return settle(found)
    changed = {stated.day for stated in (*_explicit(markup, "updated", "dateModified"), *_marked(tree, "time_updated"))}
    day = parse_time(searched or "")
    if day is not None and day not in changed:
        return Known(day.isoformat(), (Reason("htmldate", f"the page's markup or address gives {day.isoformat()}"),))
    return Absent((Reason("markup", "the page states no time of publication"),))


def update(tree: HtmlElement, markup: Markup) -> Maybe[str]:
    """Return the last change that the page states."""
    found = _explicit(markup, "updated", "dateModified") or _marked(tree, "time_updated")
    return settle(found) if found else Absent((Reason("markup", "the page states no later change"),))


def settle(stated: Sequence[Stated]) -> Maybe[str]:
    """Return the one time that all statements agree on, as precise as any of them; only the day where they agree on no more."""
    because = tuple(Reason(each.where, f"{each.where} says {each.written}") for each in dict.fromkeys(stated))
    values = [each.value for each in stated if each.value is not None]
    if not values:
        return Undetermined(because)
    best = max(values, key=_precision)
    if all(_agree(best, value) for value in values):
        return Known(best.isoformat(), because)
    days = {value.date() if isinstance(value, datetime) else value for value in values}
    return Known(days.pop().isoformat(), because) if len(days) == 1 else Undetermined(because)


def state(written: str, where: str) -> Maybe[str]:
    """Return a time that is given in one place, such as a field of a JSON line."""
    return settle([Stated(written, where, parse_time(written))])


def parse_time(written: str) -> date | datetime | None:
    """Return an ISO 8601 date or time, or None if it is neither: "2031-05-04", "2031-05-04T08:00:00Z", "2031-05-04 08:00+0200"."""
    text = _FRACTION.sub("", _OFFSET.sub(r"\1:\2", written.strip())) if "T" in written or ":" in written else written.strip()
    try:
        if len(text) == len("2031-05-04"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def now() -> str:
    """Return the present moment in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _precision(value: date | datetime) -> tuple[int, str]:
    """Return a rank: a day, a local time, a time with offset; among equals the later text, so that order does not matter."""
    rank = 0 if not isinstance(value, datetime) else 1 if value.tzinfo is None else 2
    return rank, value.isoformat()


def _agree(best: date | datetime, other: date | datetime) -> bool:
    """Tell whether a statement says the same as a more precise one."""
    if not isinstance(best, datetime):
        return best == other
    if not isinstance(other, datetime):
        return best.date() == other or (best.tzinfo is not None and best.astimezone(UTC).date() == other)
    if (best.tzinfo is None) == (other.tzinfo is None):
        return abs(best - other) <= _SAME
    return abs(best.replace(tzinfo=None) - other.replace(tzinfo=None)) <= _SAME


def _explicit(markup: Markup, kind: str, key: str) -> list[Stated]:
    """Return what meta tags and JSON-LD state."""
    names = _places()[kind]
    found = [Stated(content, f"meta {name}", parse_time(content)) for name, content in markup.meta if name in names]
    for story in markup.stories:
        written = story.get(key)
        if isinstance(written, str) and written.strip():
            found.append(Stated(written.strip(), f"JSON-LD {key}", parse_time(written)))
    readable = [each for each in found if each.value is not None]
    return readable or found


def _marked(tree: HtmlElement, kind: str) -> list[Stated]:
    """Return what <time> elements state that are marked as this kind and stand with the story."""
    marks, others = _places()[kind], _places()["time_updated" if kind == "time_published" else "time_published"]
    found = []
    for element in _times(tree):
        described = " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "data-type")).lower()
        pubdate = kind == "time_published" and element.get("pubdate") is not None
        if pubdate or (any(mark in described for mark in marks) and not _only_other(described, marks, others)):
            written = (element.get("datetime") or "").strip()
            if parse_time(written) is not None and not _elsewhere(element):
                found.append(Stated(written, f"<time {described or 'pubdate'}>", parse_time(written)))
    return found


def _only_other(described: str, marks: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether a mark of the other kind names this element more exactly: "entry-date updated"."""
    words = described.split()
    return any(word in others for word in words) and not any(
        word in marks and word not in {"entry-date", "post-date"} for word in words
    )


def _times(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first <time> elements."""
    for count, element in enumerate(tree.iter("time")):
        if count >= _MAX_TIMES:
            return
        yield element


def _elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element stands in a part of the page that is not the story."""
    marks = _places()["time_elsewhere"]
    for parent in element.iterancestors():
        words = re.split(r"[\s_-]+", f"{parent.tag} {parent.get('class', '')} {parent.get('id', '')}".lower())
        if any(word.startswith(marks) for word in words):
            return True
    return False


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Return where pages state times."""
    with (files("whence") / "reports" / "dates.toml").open("rb") as file:
        return {name: tuple(values) for name, values in tomllib.load(file).items()}
