"""Kinds of source, by noun and by name."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc
from whence.claims.kinds import kind_of_name, kind_of_noun
from whence.claims.lexicon import load_lexicon
from whence.records import SourceKind, Span

PHRASE = "{before} {before} {pos} NN 2 compound\n{head} {lemma} NOUN {tag} 0 root\n"


@pytest.mark.parametrize(
    ("before", "head", "lemma", "kind"),
    [
        ("army", "spokesman", "spokesman", SourceKind.PARTY),
        ("ministry", "spokesman", "spokesman", SourceKind.OFFICIAL),
        ("military", "officials", "official", SourceKind.PARTY),
        ("city", "officials", "official", SourceKind.OFFICIAL),
        ("rebel", "leader", "leader", SourceKind.PARTY),
        ("security", "sources", "source", SourceKind.ANONYMOUS),
        ("news", "agency", "agency", SourceKind.MEDIA),
        ("aid", "workers", "worker", SourceKind.NGO),
        ("satellite", "images", "image", SourceKind.IMAGERY),
        ("radio", "intercepts", "intercept", SourceKind.INTERCEPT),
        ("court", "documents", "document", SourceKind.DOCUMENT),
        ("village", "residents", "resident", SourceKind.RESIDENT),
        ("military", "analyst", "analyst", SourceKind.EXPERT),
        ("telegram", "channel", "channel", SourceKind.SOCIAL),
    ],
)
def test_noun(before: str, head: str, lemma: str, kind: SourceKind) -> None:
    made = doc(PHRASE.format(before=before, head=head, lemma=lemma, pos="NOUN", tag="NNS" if head.endswith("s") else "NN"))
    told = kind_of_noun(made[1], load_lexicon())
    assert told is not None
    assert told[0] is kind
    assert told[1].spans


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Halden Post", SourceKind.MEDIA),
        ("Ministry of Defence", SourceKind.OFFICIAL),
        ("General Staff of the Army", SourceKind.PARTY),
        ("Halden Observatory for Rights", SourceKind.NGO),
        ("Institute for River Studies", SourceKind.EXPERT),
        ("Northern Liberation Front", SourceKind.PARTY),
        ("Haldennews", SourceKind.MEDIA),
    ],
)
def test_name(name: str, kind: SourceKind) -> None:
    told = kind_of_name(name, Span(0, len(name)), load_lexicon())
    assert told is not None
    assert told[0] is kind


def test_name_without_a_telling_word() -> None:
    assert kind_of_name("Tolvanen Brothers", Span(0, 17), load_lexicon()) is None


def test_participle_before_a_plain_noun_tells_the_kind() -> None:
    phrase = "intercepted intercept VERB VBN 2 amod\ncommunications communication NOUN NNS 0 root\n"
    told = kind_of_noun(doc(phrase)[1], load_lexicon())
    assert told is not None
    assert told[0] is SourceKind.INTERCEPT
    faxes = phrase.replace("communications communication", "faxes fax")
    told = kind_of_noun(doc(faxes)[1], load_lexicon())
    assert told is not None
    assert told[0] is SourceKind.INTERCEPT
