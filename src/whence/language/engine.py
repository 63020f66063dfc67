"""Engines: what turns a report's text into a spaCy Doc.

Enters: an engine's name. Leaves: an `Engine` whose Docs hold tokens, sentences, Universal Dependencies, entities and
attributions. "whence" is the shipped engine; any other name is that of an installed spaCy pipeline with a parser and entities,
to which the attributions are added.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from whence.errors import TextTooLong, UnfitEngine, UnknownEngine

SHIPPED = "whence"
LONGEST_TEXT = 1_000_000
"""Characters: ten books. A longer text is refused and not cut, so that no claim goes missing unseen."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A named spaCy pipeline. `version` tells the rules and networks behind a reading apart."""

    name: str
    version: str
    pipeline: Language

    def analyse(self, text: str) -> Doc:
        """Return the Doc of `text`, whose characters it keeps as they are.

        Raises:
            TextTooLong: if `text` is longer than LONGEST_TEXT.
        """
        if len(text) > LONGEST_TEXT:
            raise TextTooLong(len(text), LONGEST_TEXT)
        return self.pipeline(text)


@cache
def load_engine(name: str = SHIPPED) -> Engine:
    """Return the engine called `name`.

    Raises:
        UnknownEngine: if no pipeline of that name is installed.
        UnfitEngine: if the pipeline has no dependencies or no entities.
    """
    from whence.language.english.component import EnglishReader  # noqa: PLC0415 - registers the factory

    if name == SHIPPED:
        pipeline = spacy.blank("en")
        version = ""
    else:
        try:
            pipeline = spacy.load(name)
        except (OSError, ValueError, ImportError) as error:
            raise UnknownEngine(name) from error
        lacking = {"parser", "ner"} - set(pipeline.pipe_names)
        if lacking:
            raise UnfitEngine(name, sorted(lacking))
        version = str(pipeline.meta.get("version", "")) + "+"
    pipeline.max_length = LONGEST_TEXT + 1
    reader = pipeline.add_pipe("whence_english")
    if isinstance(reader, EnglishReader):
        version += reader.encoder.version
    return Engine(name, version, pipeline)
