"""Compare the claim sheets of the saved pages with what was written into them.

    python bench/pages.py            figures, and a line for everything that is not as it should be

The pages (`tests/reports/pages`) are invented and saved as sites make them. An attribution is *found* when a claim shares more
than half of its characters with the gold content; of those found, the *chain*, the *kind* of the innermost source, its *name*
and the *quotation* are each right or not; *own voice* is the share of the report's own statements that are on nobody's word. It
is small: a look at every error is the use of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.reports.saved import PAGES, gold
from whence import read
from whence.publish.sheet import ClaimSheet
from whence.records import Claim, Known, Source, Span

JUDGED = ("found", "chain", "kind", "name", "quotation")


def spans_of(text: str, parts: list[str]) -> list[Span]:
    """Return where each of `parts` stands in `text`; quotation marks and dashes stand there as they were written."""
    return [Span(text.index(part), text.index(part) + len(part)) for part in parts]


def shared(ours: tuple[Span, ...] | list[Span], theirs: tuple[Span, ...] | list[Span]) -> float:
    """Return the characters that both have as a share of those that either has."""
    one = {i for span in ours for i in range(span.start, span.end)}
    other = {i for span in theirs for i in range(span.start, span.end)}
    return len(one & other) / len(one | other)


def words_of(source: Source) -> set[str]:
    """Return what a sheet calls a source: its words in the text and its fullest name."""
    names = [source.text] + ([source.name.value] if isinstance(source.name, Known) else [])
    return {name.casefold().removeprefix("the ") for name in names}


def same_source(source: Source, wanted: str) -> bool:
    """Tell whether a source is the one that the gold names, whichever of the two says more."""
    told = wanted.casefold().removeprefix("the ")
    return any(told in name or name in told for name in words_of(source))


def judge(claim: Claim | None, wanted: Mapping[str, Any]) -> dict[str, bool]:
    """Return which of JUDGED are right of the claim found for one gold attribution, None for no claim."""
    if claim is None:
        return dict.fromkeys(JUDGED, False)
    chain = [same_source(source, name) for source, name in zip(claim.chain, wanted["chain"], strict=False)]
    last = claim.chain[-1] if claim.chain else None
    return {
        "found": True,
        "chain": len(claim.chain) == len(wanted["chain"]) and all(chain),
        "kind": last is not None and wanted.get("kind", last.kind) == last.kind,
        "name": last is not None and ("name" not in wanted or same_source(last, wanted["name"])),
        "quotation": wanted.get("quotation", claim.quotation) == claim.quotation,
    }


def compare(page: str, sheet: ClaimSheet, wanted: Mapping[str, Any], counts: Counter[str]) -> Iterator[str]:
    """Count what is right on one page into `counts`, and yield a line for each thing that is not."""
    text = sheet.report.text
    for attribution in wanted["attributions"]:
        content = spans_of(text, attribution["content"])
        best = max(sheet.claims, key=lambda claim: (shared(claim.passages, content), len(claim.chain)))
        claim = best if shared(best.passages, content) > 1 / 2 and best.chain else None
        right = judge(claim, attribution)
        counts["attributions"] += 1
        counts.update(name for name, is_right in right.items() if is_right)
        wrong = [name for name, is_right in right.items() if not is_right]
        if claim is None:
            yield f"{page}: not found: {attribution['content'][0][:90]}"
        elif wrong:
            found = " <- ".join(f"{source.text} ({source.kind})" for source in claim.chain)
            expected = f"{attribution['chain']}, {attribution.get('kind')}"
            yield f"{page}: {', '.join(wrong)} of {attribution['content'][0][:50]!r}: {found}; not {expected}"
    for statement in wanted["own_voice"]:
        place = spans_of(text, [statement])
        said = [claim for claim in sheet.claims if not claim.own_voice and shared(claim.passages, place) > 1 / 2]
        counts["statements"] += 1
        counts["own voice"] += not said
        if said:
            yield f"{page}: taken for somebody's word: {statement[:90]}"


def measure(*, engine: str = "whence") -> tuple[dict[str, float], list[str]]:
    """Return the figures over all pages, and the lines."""
    counts: Counter[str] = Counter()
    sheets = {page: read(PAGES / page, engine=engine) for page in gold()}
    lines = [line for page, wanted in gold().items() for line in compare(page, sheets[page], wanted, counts)]
    figures = {f"pages {name}": counts[name] / counts["attributions"] for name in JUDGED}
    return figures | {"pages own voice": counts["own voice"] / counts["statements"]}, lines


def main() -> None:
    """Print the lines and the figures."""
    figures, lines = measure()
    print(*lines, sep="\n")
    for name, value in figures.items():
        print(f"{name:20} {value:.3f}")


if __name__ == "__main__":
    main()
