"""Context packs: a TOML file on one conflict → its parties, offices, outlets and theatre, and which conflict a report is about."""

from whence.referents.contexts.choose import choose_context
from whence.referents.contexts.load import Problem, load_context, shipped_contexts, validate_context

__all__ = ["Problem", "choose_context", "load_context", "shipped_contexts", "validate_context"]
