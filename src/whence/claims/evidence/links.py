"""Whether a report links somebody: the addresses in it held against a name.

Enters: a name ("The Halm Gazette") and addresses. Leaves: the addresses whose host belongs to the name, as far as the host says so:
a label of it is the name's words run together, their first letters, or first letters with the last word. It looks nothing up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from whence.claims.evidence.words import evidence_words
from whence.records import Known, Report
from whence.referents.gazetteer.folding import fold

SHORT = 2
"""Letters below which a label says too little."""

LONG = 4
"""Letters from which the words of a name run together say enough within a longer label."""

ARTICLES = frozenset({"the", "a", "an"})
SMALL = frozenset({"of", "for", "and", "in", "on", "at"})
ENDINGS = ("", "news", "online", "tv", "press", "media")
"""What publishers add to their name in a host: "apnews"."""

SHARING = re.compile(r"/(?:share|sharer|intent|dialog)\b", re.IGNORECASE)
"""Addresses by which a reader passes a report on, which link nothing."""


def host_of(address: str) -> str:
    """Return the host of an address without "www.", empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def links_of(name: str, addresses: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses that belong to a name."""
    forms = _forms(name)
    return tuple(address for address in addresses if not SHARING.search(address) and _belongs(host_of(address), forms))


def is_own(names: Iterable[str], report: Report) -> bool:
    """Tell whether one of the names of a source is that of the report's own outlet."""
    own = report.outlet
    return isinstance(own, Known) and _plain(own.value) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    """Return a name as it is compared, without its article."""
    return fold(name).removeprefix("the ")


def platform_links(platform: str, addresses: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses on a platform such as Telegram, those that only share the report left aside."""
    hosts = evidence_words().platforms.get(platform.lower(), ())
    return tuple(
        address
        for address in addresses
        if not SHARING.search(address) and any(host_of(address) == host or host_of(address).endswith(f".{host}") for host in hosts)
    )


def _belongs(host: str, forms: frozenset[str]) -> bool:
    """Tell whether one of a host's labels but the last is a form of the name."""
    labels = [label.replace("-", "") for label in host.split(".")[:-1]]
    return any(label in forms for label in labels)


@cache
def _forms(name: str) -> frozenset[str]:
    """Return the ways in which a host may write a name."""
    every = [word for word in fold(name).split() if word]
    words = every[1:] if len(every) > 1 and every[0] in ARTICLES else every
    told = [word for word in words if word not in SMALL]
    if not told:
        return frozenset()
    initials = "".join(word[0] for word in told)
    roots = {"".join(words), "".join(every), "".join(told)}
    if len(told) > 1:
        roots |= {initials, initials[:-1] + told[-1], "".join(word[0] for word in every)}
    if len(told) > 1 and len(told[0]) >= LONG and told[-1] in ENDINGS:
        roots.add("".join(told[:-1]))
    return frozenset(root + ending for root in roots if len(root) >= SHORT for ending in ENDINGS)
