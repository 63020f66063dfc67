"""The stemma in words: a nested list, each text under the one that it was most probably written from."""

from __future__ import annotations

from markupsafe import Markup

from whence.publish.trace.moments import find_moment, tell_moment
from whence.publish.trace.register import Register, walk_down
from whence.publish.trace.telling import tell_probability

# A list that is deeper than this goes on at one depth: it would run out of the page.
DEEPEST = 10


def tell_descent(id: str, register: Register) -> str:
    """Return one report and from what it was written."""
    edges = register.parents.get(id, ())
    if not edges:
        return f"{register.call(id)}: written from no other report at hand"
    return f"{register.call(id)}: written from " + " and ".join(
        f"{register.call(edge.parent)} ({tell_probability(edge.probability)})" for edge in edges
    )


def list_stemma(register: Register) -> Markup:
    """Return the stemma as a nested list: each text under the one it was most probably written from."""
    parts: list[Markup] = []
    at = -1
    for id, deep in walk_down(register.trace, register.parents, register.children):
        if id not in register.anchors:
            continue
        depth = min(deep, DEEPEST, at + 1)
        if depth > at:
            parts.append(Markup("<ul><li>"))
        else:
            parts.append(Markup("</li></ul>") * (at - depth) + Markup("</li><li>"))
        parts.append(list_text(id, register))
        at = depth
    return Markup().join(parts) + Markup("</li></ul>") * (at + 1)


def list_text(id: str, register: Register) -> Markup:
    """Return one text of the list: its name as a link, when it was published, what it was written from."""
    report = register.report(id)
    edges = register.parents.get(id, ())
    from_whom = " and ".join(f"{register.call(edge.parent)} ({tell_probability(edge.probability)})" for edge in edges)
    told = f"written from {from_whom}" if edges else "written from no other report at hand" if report else "from nothing at hand"
    about = "" if report is None else f"{tell_moment(find_moment(report))}, "
    return Markup('<a href="#{}">{}</a> <span class="note">{}{}</span>').format(
        register.anchors[id], register.call(id), about, told
    )
