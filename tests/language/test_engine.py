"""Choosing an engine."""

import pytest
import spacy

from whence.errors import TextTooLong, UnfitEngine, UnknownEngine
from whence.language import LONGEST_TEXT, load_engine


def test_the_shipped_engine_names_its_networks() -> None:
    engine = load_engine()
    assert engine.name == "whence"
    assert len(engine.version) == 12


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(UnknownEngine, match="no_such_pipeline"):
        load_engine("no_such_pipeline")


def test_a_pipeline_without_parser_is_refused(tmp_path: pytest.TempPathFactory) -> None:
    spacy.blank("en").to_disk(f"{tmp_path}/plain")
    with pytest.raises(UnfitEngine, match="no ner and no parser"):
        load_engine(f"{tmp_path}/plain")


def test_a_text_beyond_the_limit_is_refused_whole() -> None:
    with pytest.raises(TextTooLong, match="split it"):
        load_engine().analyse("x" * (LONGEST_TEXT + 1))
