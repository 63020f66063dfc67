"""What is wrong in a trace, line by line, to look at: edges, added claims, variations, numbers of witnesses.

Enters: a case and its trace in the interchange's shape. Leaves: lines. "+" stands before what was told and is not so, "-" before
what is so and was not told; claims and reports are named as the family's file names them, with the words that they stand for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bench.families import Case, Family, Json, parents_in
from bench.lineage_score import Mentions, mentions_in, overlap, pair, same_form

WORDS = 90
"""Characters of a passage that are shown."""


def misses(case: Case, trace: Json) -> Iterator[str]:
    """Yield a line for each thing that is wrong."""
    mentions = mentions_in(trace)
    texts = {report.id: report.text for report in case.reports}
    yield from edge_misses(case.family, trace)
    yield from added_misses(case.family, mentions, texts)
    yield from variation_misses(case.family, trace.get("variations", ()))
    yield from witness_misses(case, mentions, trace)


def edge_misses(family: Family, trace: Json) -> Iterator[str]:
    """Yield the reports with other parents than theirs; a lost ancestor is named with its children."""
    told = parents_in(trace["edges"])
    said = {(edge["parent"], edge["child"]): edge.get("probability") for edge in (*trace["edges"], *trace.get("alternatives", ()))}
    lost = {each["id"]: f"{each['id']} of {', '.join(each['children'])}" for each in trace.get("lost", ()) if "children" in each}
    for id in sorted(family.visible):
        ours, theirs = family.parents[id], told.get(id, set())
        if {each for each in ours if each in family.visible} == theirs and all(each in family.visible for each in ours):
            continue
        shown = [lost.get(each, each) + _chance(said.get((each, id))) for each in sorted(theirs)]
        true = [each + ("" if each in family.visible else " (withheld)") + _chance(said.get((each, id))) for each in sorted(ours)]
        yield f"  edge {id}: told {' + '.join(shown) or 'first-hand'}; is {' + '.join(true) or 'first-hand'}"


def _chance(probability: float | None) -> str:
    return "" if probability is None else f" ({probability:.2f})"


def added_misses(family: Family, mentions: Mentions, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield passages told as added that are not, where labelled, and those added that were not told."""
    for report, found in sorted(mentions.items()):
        for span, _, status in sorted(found):
            over = [each for each in family.occurrences if each.document == report and overlap(each.span, span)]
            if status == "added" and not any(each.added for each in over):
                names = ", ".join(sorted({each.claim for each in over})) or "nothing labelled"
                yield f"  added + {report} {names}: {_shown(texts[report][slice(*span)])}"
    for each in family.occurrences:
        told = any(status == "added" and overlap(each.span, span) for span, _, status in mentions.get(each.document, ()))
        if each.added and not told:
            yield f"  added - {each.document} {each.claim}: {_shown(texts[each.document][slice(*each.span)])}"


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= WORDS else f"{words[:WORDS]}…"


def variation_misses(family: Family, variations: Sequence[Json]) -> Iterator[str]:
    """Yield variations that are none, and mangled forms that were not told, each with the reports that have it."""
    told = {
        (each["written"].casefold(), id): f"{each.get('kind', '')}, for {each.get('correct')!r}"
        for each in variations
        for id in (each["report"], *each.get("inherited_by", ()))
    }
    wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (written, id), kind in told.items():
        if not any(same_form(gold, (written, id)) for gold in family.garbles):
            wrong[written, kind].append(id)
    for (written, kind), ids in sorted(wrong.items()):
        yield f"  variation + {_shown(written)!r} ({kind}) in {', '.join(sorted(ids))}"
    missed: dict[str, list[str]] = defaultdict(list)
    for written, id in family.garbles:
        if not any(same_form((written, id), each) for each in told):
            missed[written].append(id)
    for written, ids in sorted(missed.items()):
        yield f"  variation - {_shown(written)!r} in {', '.join(sorted(ids))}"


def witness_misses(case: Case, mentions: Mentions, trace: Json) -> Iterator[str]:
    """Yield the claims with too many witnesses, or too few."""
    family = case.family
    glosses = {claim["id"]: claim.get("gloss", "") for claim in case.gold["claims"]}
    told = {assertion["id"]: assertion for assertion in trace["assertions"]}
    names = {witness["id"]: witness["name"] for witness in trace.get("witnesses", ())}
    chosen: dict[str, Counter[str]] = defaultdict(Counter)
    for each, assertion in zip(family.occurrences, pair(family.occurrences, mentions), strict=True):
        if assertion is not None:
            chosen[each.claim][assertion] += 1
    for claim, found in chosen.items():
        assertion = told[found.most_common(1)[0][0]]
        number, true = assertion.get("independent_witnesses"), family.witnesses[claim]
        if number is not None and number != true:
            who = ", ".join(names.get(each, each) for each in assertion.get("witnesses", ()))
            yield f"  witnesses {'+' if number > true else '-'} {claim}: told {number} ({who}), is {true}: {_shown(glosses[claim])}"
