"""A report in one paragraph of plain words, made by template: what is told, on whose word, what could be checked, what is wrong.

Enters: a reading. Leaves: a paragraph that weighs nothing and rates nobody. Claims are counted for what they tell, statements for
whose word they are: a statement that tells of three events is one saying of one source. A statement counts for the source nearest
the event.
"""

from __future__ import annotations

from collections.abc import Iterable

from whence.publish.chains import (
    NAME_LENGTH,
    NAMES_SHOWN,
    OWN_VOICE,
    by_itself,
    count,
    count_statements,
    identify,
    label,
    list_names,
    richest,
)
from whence.publish.sections import sort_claims
from whence.publish.visible import shorten, visible
from whence.publish.wording import join_told
from whence.records import Claim, ClaimKind, Evidence, Finding, Reading, Severity, Source

# Checks that tell what cannot be right as it stands, in words.
CANNOT_BE_RIGHT = {
    "place_garbled": ("a place name that is none", "place names that are none"),
    "contradictory_time": ("times that contradict each other", "times that contradict each other"),
    "future_told_as_past": ("a day after publication told as past", "days after publication told as past"),
}
# Characters of the words that a finding rests on.
WORDS_SHOWN = 40
KINDS = {
    ClaimKind.EVENT: ("tells no event", "tell no event"),
    ClaimKind.SPECULATION: ("is speculation", "are speculation"),
    ClaimKind.BACKGROUND: ("gives background", "give background"),
    ClaimKind.ASSESSMENT: ("is an assessment", "are assessments"),
}


def summarise(reading: Reading) -> str:
    """Return the paragraph that an editor reads first."""
    if not reading.claims:
        return "No claims were found in this report."
    parts = (tell_claims(reading), tell_words(reading.claims), tell_checkable(reading.claims), tell_wrong(reading))
    return join_told(" ", *parts)


def tell_claims(reading: Reading) -> str:
    """Return how many claims there are and what they tell: `11 claims: 8 tell of 4 events, 3 are assessments`."""
    sections = sort_claims(reading)
    told = sum(len(group.claims) for group in sections.events)
    parts = [f"{told} {'tells' if told == 1 else 'tell'} of {count(len(sections.events), 'event')}"] if told else []
    for section in sections.rest:
        number = len(section.claims)
        parts.append(f"{number} {KINDS[section.claims[0].kind][number != 1]}")
    whole = count(len(reading.claims), "claim")
    if not told and len(sections.rest) == 1 and sections.rest[0].claims[0].kind is ClaimKind.EVENT:
        return f"{whole}, none of an event."
    return f"{whole}: {', '.join(parts)}."


def tell_words(claims: tuple[Claim, ...]) -> str:
    """Return on whose word the statements stand, and which of those sources are named."""
    attributed = [claim for claim in claims if claim.chain]
    own = count_statements(claim for claim in claims if claim.own_voice)
    if not attributed:
        return f"All stand in {OWN_VOICE}; nothing is attributed to anyone."
    by_source: dict[tuple[str, ...], list[tuple[Source, Claim]]] = {}
    for claim in attributed:
        for source in (claim.chain[-1], *claim.chain[-1].beside):
            by_source.setdefault(identify(by_itself(source)), []).append((by_itself(source), claim))
    named: list[tuple[str, int]] = []
    unnamed: list[tuple[str, int]] = []
    for mentions in by_source.values():
        shown = richest(source for source, _ in mentions)
        (named if shown.named else unnamed).append((label(shown), count_statements(claim for _, claim in mentions)))
    parts = [
        f"{count_statements(claim for claim in attributed if claim.chain[-1].named is is_named)} on the word of {word}"
        for is_named, word, sources in ((True, "a named source", named), (False, "an unnamed one", unnamed))
        if sources
    ]
    parts += [f"{own} in {OWN_VOICE}"] if own else []
    second_hand = count_statements(claim for claim in attributed if len(claim.chain) > 1)
    through = f"; {second_hand} at second hand" if second_hand else ""
    whose = f"{count(count_statements(claims), 'statement')}: {', '.join(parts)}{through}."
    names = f"{len(named)} of {count(len(by_source), 'source')} named" + (f": {list_names(named)}." if named else ".")
    return join_told(" ", whose, names, f"Not named: {list_names(unnamed)}." if unnamed else "")


def tell_checkable(claims: Iterable[Claim]) -> str:
    """Return what claims are said to rest on, and how much of it a reader could look up."""
    found: dict[tuple[int, int], Evidence] = {}
    for evidence in (evidence for claim in claims for evidence in claim.evidence):
        found.setdefault((evidence.span.start, evidence.span.end), evidence)
    if not found:
        return "No evidence is named."
    checkable = [evidence for evidence in found.values() if evidence.checkable]
    rest = [evidence for evidence in found.values() if not evidence.checkable]
    whole = f"{len(found)} piece{'' if len(found) == 1 else 's'} of evidence"
    could = f"A reader could look up {len(checkable)} of {whole}" + (f": {list_evidence(checkable)}" if checkable else "")
    return f"{could}{'; not ' + list_evidence(rest) if rest else ''}."


def list_evidence(found: list[Evidence]) -> str:
    """Return the words of some evidence, the rest as a count."""
    shown = [f"“{shorten(visible(evidence.text), NAME_LENGTH)}”" for evidence in found[:NAMES_SHOWN]]
    more = len(found) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def tell_wrong(reading: Reading) -> str:
    """Return what cannot be right as it stands, and how many further findings an editor should look at first."""
    high = [finding for finding in reading.findings if finding.severity is Severity.HIGH]
    by_rule = {rule: [finding for finding in high if finding.rule == rule] for rule in CANNOT_BE_RIGHT}
    told = [tell_rule(rule, found, reading.report.text) for rule, found in by_rule.items() if found]
    others = len(high) - sum(map(len, by_rule.values()))
    wrong = f"Cannot be right as it stands: {'; '.join(told)}." if told else ""
    more = f"{count(others, 'further finding' if told else 'finding')} of high severity." if others else ""
    return join_told(" ", wrong, more)


def tell_rule(rule: str, found: list[Finding], text: str) -> str:
    """Return what the findings of one check name, with the words they rest on: `a place name that is none (“Nokai”)`."""
    words = [" … ".join(dict.fromkeys(visible(span.cut(text)) for span in finding.spans)) for finding in found]
    shown = [f"“{shorten(each, WORDS_SHOWN)}”" for each in dict.fromkeys(words)]
    more = len(shown) - NAMES_SHOWN
    listed = ", ".join(shown[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return f"{CANNOT_BE_RIGHT[rule][len(found) > 1]} ({listed})"
