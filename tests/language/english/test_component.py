"""The engine as users meet it: a spaCy Doc of a synthetic report."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from whence.language import load_engine
from whence.language.english.component import EMBEDDINGS

TEXT = (
    "Firefighters reached Port Qarvel on Tuesday, 4 March 2031. Lena Osk, the mayor, said the harbour was closed.\n"
    "“Nobody was hurt,” she told the Qarvel Gazette. According to a coastguard spokesman, two boats sank."
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return load_engine().analyse(TEXT)


def parts(doc: Doc) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for span in doc.spans["attributions"]:
        found.setdefault(span.id, {})[span.label_] = span.text
    return list(found.values())


def test_text_is_kept(doc: Doc) -> None:
    assert doc.text == TEXT


def test_attributions_are_linked(doc: Doc) -> None:
    found = {one["cue"]: one for one in parts(doc)}
    assert found["said"]["source"].startswith("Lena Osk")
    assert found["said"]["content"].endswith("the harbour was closed")
    assert found["told"]["content"].startswith("“Nobody was hurt")
    assert found["told"]["source"] == "she"
    assert "coastguard spokesman" in found["According to"]["source"]


def test_sentences_trees_and_names(doc: Doc) -> None:
    assert len(list(doc.sents)) == 4
    assert all(len([token for token in sentence if token.head.i == token.i]) == 1 for sentence in doc.sents)
    said = next(token for token in doc if token.text == "said")
    assert {child.text for child in said.children if child.dep_ == "nsubj"} in ({"Lena"}, {"Osk"})
    assert ("Lena Osk", "PER") in {(entity.text, entity.label_) for entity in doc.ents}
    assert said.lemma_ == "say"
    assert said.pos_ == "VERB"


def test_one_unit_vector_a_sentence(doc: Doc) -> None:
    vectors = doc.user_data[EMBEDDINGS]
    assert vectors.shape == (4, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "a", "😀" * 50, "\x00\x1b[31m", "“" * 300, "word " * 3000])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert load_engine().analyse(text).text == text


def test_a_pipeline_of_ones_own_keeps_its_analysis() -> None:
    nlp = spacy.blank("en")
    words = ["Osk", "said", "no", "."]
    given = Doc(nlp.vocab, words=words, heads=[1, 1, 1, 1], deps=["subj", "ROOT", "obj", "p"], ents=["B-X", "O", "O", "O"])
    nlp.add_pipe("whence_english")
    read = nlp(given)
    assert [token.dep_ for token in read] == ["subj", "ROOT", "obj", "p"]
    assert [entity.label_ for entity in read.ents] == ["X"]
    assert [span.label_ for span in read.spans["attributions"]]
